import { englishNumbers, numeralValue } from './numerals.ts';

/** In a source 'hundred' may stand for itself; before a unit it is most often part of a larger number. */
const numbersInWords: Readonly<Record<string, number>> = { ...englishNumbers, hundred: 100 };
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
    const number = numbersInWords[word];
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

function plain(figure: string): string {
  const number = figure.replaceAll(',', '');
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number.replace(/^0+(?=\d)/, '');
}
