const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

const englishNumbers: Readonly<Record<string, number>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, number] as const),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
  ['hundred', 100],
]);
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Numbers written in digits, without separators of thousands: `¥1,299.00` gives `1299`. */
export function writtenFigures(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g)].map(([found]) =>
    plain(found),
  );
}

/** Chinese numerals that measure something: `七天` gives `7`, `三十元` gives `30`; `一起` gives nothing. */
export function measuredFigures(text: string): string[] {
  const found = text.matchAll(
    /([零〇一二两三四五六七八九十百千]{1,9})(?=个?(?:天|日|元|块|折|年|月|周|星期|小时|分钟|秒|工作日|公斤|千克|斤|克|米|厘米|倍|%|百分|次|件|号))/g,
  );
  return [...found].map(([, numeral]) => String(numeralValue(numeral!)));
}

/** Every figure that a source may be said to state, in digits or in words of either language. */
export function statedFigures(text: string): Set<string> {
  const figures = new Set([...writtenFigures(text), ...chineseNumerals(text)]);
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) {
    const number = englishNumbers[word];
    if (number !== undefined) figures.add(String(number));
    const month = months.findIndex((name) => name === word || (word.length === 3 && name.startsWith(word)));
    if (month >= 0) figures.add(String(month + 1));
  }
  return figures;
}

function chineseNumerals(text: string): string[] {
  return [...text.matchAll(/[零〇一二两三四五六七八九十百千]{1,9}/g)].map(([numeral]) =>
    String(numeralValue(numeral)),
  );
}

function numeralValue(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of numeral) {
    const scale = scales[character];
    if (scale === undefined) digit = digits[character]!;
    else {
      sum += (digit || 1) * scale;
      digit = 0;
    }
  }
  return sum + digit;
}

function plain(figure: string): string {
  const number = figure.replaceAll(',', '');
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number.replace(/^0+(?=\d)/, '');
}
