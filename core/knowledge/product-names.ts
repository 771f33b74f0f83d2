/** Marks a term that is a name with its model number: `@云栖 2`. */
export const nameMark = '@';

const han = /(\p{Script=Han}{2}) ?(\d{1,4})(?![\d.,%])/gu;
const latin = /\b([a-z]{3,})[ -]?(\d{1,4})(?![\d.,%a-z])/g;
const hanSpelt = /(\p{Script=Han}{2})([二三四五六七八九])/gu;
const latinSpelt = /\b([a-z]{3,})[ -](two|three|four|five|six|seven|eight|nine)\b/g;
const spelt: ReadonlyMap<string, number> = new Map<string, number>([
  ...['二', '三', '四', '五', '六', '七', '八', '九'].map((word, place) => [word, place + 2] as const),
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (word, place) => [word, place + 2] as const,
  ),
]);

/**
 * What may be names with a model number in a normalised text: 云栖 2, yunqi 2. Also what only looks like one
 * (满减 500): whoever uses them looks whether an article knows the name.
 */
export function namesOf(text: string): string[] {
  return /\d/.test(text) ? [...matched(text, han), ...matched(text, latin)] : [];
}

/** As `namesOf`, for numbers that customers spell: 云栖三, yunqi three. */
export function speltNamesOf(text: string): string[] {
  return [...matched(text, hanSpelt), ...matched(text, latinSpelt)];
}

/** The name without its number, for a term of `namesOf`. */
export function familyOf(name: string): string {
  return name.slice(0, name.indexOf(' '));
}

function matched(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(
    ([, name, number]) => `${nameMark}${name} ${spelt.get(number!) ?? Number(number)}`,
  );
}
