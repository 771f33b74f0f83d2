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
  半: 0.5,
};
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** What a Chinese numeral of these characters below ten thousand says: 三十五 is 35, 两百 is 200, 半 is a half. */
export function numeralValue(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of numeral) {
    const scale = scales[character];
    if (scale !== undefined) {
      sum += (digit || 1) * scale;
      digit = 0;
    } else if (character === '半') digit += digits[character]!;
    else digit = digits[character]!;
  }
  return sum + digit;
}

/** Numbers in English words, one word each. */
export const englishNumbers: Readonly<Record<string, number>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, number] as const),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
]);
