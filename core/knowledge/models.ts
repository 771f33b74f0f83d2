import { matchesIn } from '../learning/matches-in.ts';
/** Names with a number that tells one from the next: 「云栖 2」, 「双12」, "Yunqi 3". The numbers by the name, in lower case. */
export type Models = ReadonlyMap<string, ReadonlySet<string>>;

/** A number before a unit is a quantity and names nothing: 「满500减60」, 「身高180」 with centimetres, 「7天」. */
const unit =
  '\\s*(?:[-–~.,%℃°]|\\d|[a-zA-Z]{1,3}(?![a-zA-Z])|[米元块度天日月年号件折毫厘分秒人个位岁斤克升减小瓦流寸晚夜点])';
const model = new RegExp(
  `((?!\\p{Script=Han}双)\\p{Script=Han}{2}|[A-Za-z]{3,}|双) ?(\\d{1,3})(?!${unit})`,
  'gu',
);
const none: Models = new Map();

/** The names with numbers in a text. Linear; most texts have none. */
export function modelsIn(text: string): Models {
  if (!/\d/.test(text)) return none;
  const models = new Map<string, Set<string>>();
  for (const [, name, number] of matchesIn(text, model)) {
    const key = name!.toLowerCase();
    models.set(key, (models.get(key) ?? new Set()).add(number!));
  }
  return models;
}

const spelt =
  /(\p{Script=Han}{2})([二三四五六七八九])|\b([a-z]{3,})[ -](two|three|four|five|six|seven|eight|nine)\b/giu;
const digits: ReadonlyMap<string, number> = new Map([
  ...[...'二三四五六七八九'].map((word, place) => [word, place + 2] as const),
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (word, place) => [word, place + 2] as const,
  ),
]);

/** As `modelsIn`, for the words of a customer, who may spell the number: 「云栖三」, "yunqi three". */
export function modelsAsked(text: string): Models {
  return modelsIn(
    text.replace(spelt, (_, han, number, latin, word) =>
      han === undefined ? `${latin} ${digits.get(word.toLowerCase())}` : `${han}${digits.get(number)}`,
    ),
  );
}

/**
 * Whether `asked` names another of the things that `named` is about: an article on 「云栖 2」 is no answer to a question
 * on 「云栖 3」, however alike the other words are.
 */
export function isOfAnother(asked: Models, named: Models): boolean {
  for (const [name, numbers] of asked) {
    const known = named.get(name);
    if (known && ![...numbers].some((number) => known.has(number))) return true;
  }
  return false;
}
