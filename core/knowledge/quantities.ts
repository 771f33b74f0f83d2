import { matchesIn } from '../learning/matches-in.ts';
import { englishNumbers, numeralValue } from './numerals.ts';

/** What a figure measures, so that 1 年 and 12 个月 compare, and 7 天 and 7 元 do not. */
export type Dimension =
  | 'hours'
  | 'cny'
  | 'usd'
  | 'price-share'
  | 'percent'
  | 'grams'
  | 'metres'
  | 'litres'
  | 'celsius'
  | 'date'
  | 'clock'
  | 'count';

/** A figure with its unit, as a range: 「3-5 天」 is 72..120 hours, 「7 天内」 168..168. */
export interface Quantity {
  readonly dimension: Dimension;
  /** What it does in the clause: 满 99 is a threshold, 减 20 a reduction, a date starts or ends something. */
  readonly role: 'amount' | 'threshold' | 'reduction' | 'start' | 'end';
  readonly low: number;
  readonly high: number;
  /** As written. */
  readonly words: string;
}

const day = 24;
const month = (365 / 12) * day;
/** In this order: the longer unit is tried first. */
const units: readonly (readonly [string, Dimension, number])[] = [
  ['个?工作日|business days?|working days?|天|日(?!期|常|用)|days?', 'hours', day],
  ['个?(?:小时|钟头)|hours?|hrs?', 'hours', 1],
  ['分钟|minutes?|mins?', 'hours', 1 / 60],
  ['秒钟?|seconds?', 'hours', 1 / 3600],
  ['周年?(?!年)|个?(?:星期|礼拜)|weeks?', 'hours', 7 * day],
  ['个?月|months?', 'hours', month],
  ['年|years?', 'hours', 365 * day],
  ['元|块钱?|圆|rmb|cny|yuan', 'cny', 1],
  ['dollars?|usd|bucks', 'usd', 1],
  ['公斤|千克|kgs?(?![a-z])|kilos?', 'grams', 1000],
  ['斤', 'grams', 500],
  ['克|g(?![a-z])|grams?', 'grams', 1],
  ['厘米|公分|cm(?![a-z])', 'metres', 0.01],
  ['毫米|mm(?![a-z])', 'metres', 0.001],
  ['公里|千米|km(?![a-z])', 'metres', 1000],
  ['米|m(?![a-z])|met(?:re|er)s?', 'metres', 1],
  ['毫升|ml(?![a-z])', 'litres', 0.001],
  ['升|l(?![a-z])|lit(?:re|er)s?', 'litres', 1],
  ['℃|°c|摄氏度|度(?!假)|degrees?', 'celsius', 1],
  ['次|times', 'count', 1],
];
const unit = units.map(([pattern]) => `(${pattern})`).join('|');
const number = '-?\\d{1,9}(?:\\.\\d{1,4})?';
const measure = new RegExp(
  `(?<role>满|超过|高于|不少于|\\bover |\\babove |\\bmin(?:imum)? |立?减|省|\\bsave )?\\s?(?<money>[¥$])?\\s?(?<below>零下)?(?<low>${number})(?:\\s?(?:-|~|–|—|到|至|\\bto\\b|\\band\\b)\\s?[¥$]?(?<high>${number}))?\\s?(?<wan>万)?(?:(?<off>% off)|(?<percent>%)|(?<discount>折)|${unit})?`,
  'g',
);
const months = 'january|february|march|april|may|june|july|august|september|october|november|december'.split(
  '|',
);
const monthName = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
const date = new RegExp(
  `(?:\\d{4}\\s?年\\s?)?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号]?|\\d{4}-(\\d{1,2})-(\\d{1,2})|(?<![\\d./])(\\d{1,2})/(\\d{1,2})(?![\\d/])|\\b(${monthName})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b|\\b(\\d{1,2})(?:st|nd|rd|th)? (${monthName})\\b`,
  'g',
);
const clock =
  /(?<half>早上?|上午|中午|下午|晚上?|凌晨)?\s?(?:(?<hour>\d{1,2})[:：](?<minute>\d{2})(?:\s?(?<noon>am|pm))?|(?<point>\d{1,2})\s?点(?<thirty>半)?|(?<english>\d{1,2})\s?(?<meridiem>am|pm)\b)/g;

const endWord = /结束|截止|为?止|前|到期|有效|\b(?:until|ends?|before|by|expires?)\b/;
const startWord = /开始|起|\b(?:from|starts?|begins?)\b/;

/** The figures of a clause with what they measure, and the clause without them. Linear. */
export function quantitiesIn(clause: string): {
  readonly quantities: readonly Quantity[];
  readonly rest: string;
} {
  const quantities: Quantity[] = [];
  let text = plainNumbers(clause.normalize('NFKC').toLowerCase().replace(/￥/g, '¥')).replace(
    /(\d),(?=\d{3}(?!\d))/g,
    '$1',
  );
  const dates: { value: number; words: string }[] = [];
  text = text.replace(date, (words: string, ...found: unknown[]) => {
    const [m, d] = datePart(found.slice(0, 10) as (string | undefined)[]);
    if (m < 1 || m > 12 || d < 1 || d > 31) return words;
    dates.push({ value: m * 100 + d, words });
    return ' ';
  });
  for (const [place, { value, words }] of dates.entries())
    quantities.push({
      dimension: 'date',
      role: spanRole(dates.length, place, text),
      low: value,
      high: value,
      words,
    });
  const times: { value: number; words: string }[] = [];
  text = text.replace(clock, (words: string, ...found: unknown[]) => {
    times.push({ value: minutesOf(found.at(-1) as Record<string, string | undefined>), words: words.trim() });
    return ' ';
  });
  for (const [place, { value, words }] of times.entries())
    quantities.push({
      dimension: 'clock',
      role: spanRole(times.length, place, text),
      low: value,
      high: value,
      words,
    });
  text = text.replace(measure, (words: string, ...found: unknown[]) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const read = quantityOf(words, groups, found as (string | undefined)[]);
    if (!read) return words;
    quantities.push(read);
    return ' ';
  });
  if (!quantities.some(({ role }) => role === 'threshold')) {
    text = text.replace(free, (words: string, what?: string) => {
      for (const dimension of ['cny', 'usd'] as const)
        quantities.push({ dimension, role: 'amount', low: 0, high: 0, words });
      return ` ${what ?? ''} `;
    });
  }
  // 满 100 减 20 names no matter besides itself.
  const hasRole = (role: Quantity['role']) => quantities.some((one) => one.role === role);
  return { quantities, rest: hasRole('threshold') && hasRole('reduction') ? `${text} 满减` : text };
}

const free =
  /免费|不收(?:取)?(?:任何)?(?:费用?|钱)|不要钱|不用(?:付|花)钱|免(?:收)?(\p{Script=Han}{1,3}费)|\bfree of charge\b|\bfor free\b|\bfree\b(?! from)|\bno charge\b/gu;

/** Two figures of one measure that cannot both be so. A month has between 28 and 31 days: 3 % apart is the same. */
export function differ(one: Quantity, other: Quantity): boolean {
  if (one.dimension === 'date' || one.dimension === 'clock') return one.low !== other.low;
  const slack = 0.03 * Math.max(Math.abs(one.high), Math.abs(other.high));
  return one.low - other.high > slack || other.low - one.high > slack;
}

function quantityOf(
  words: string,
  groups: Record<string, string | undefined>,
  found: readonly (string | undefined)[],
): Quantity | undefined {
  const sign = groups.below ? -1 : 1;
  const factor = groups.wan ? 10_000 : 1;
  const numbers = [Number(groups.low), Number(groups.high ?? groups.low)].map((n) => n * sign * factor);
  const role = roleOf(groups.role);
  const make = (dimension: Dimension, scale: (value: number) => number): Quantity => {
    const scaled = numbers.map(scale);
    return { dimension, role, low: Math.min(...scaled), high: Math.max(...scaled), words: words.trim() };
  };
  if (groups.discount) return make('price-share', (value) => (value > 10 ? value : value * 10));
  if (groups.off) return make('price-share', (value) => 100 - value);
  if (groups.percent) return make('percent', (value) => value);
  if (groups.money) return make(groups.money === '$' ? 'usd' : 'cny', (value) => value);
  // Behind the named groups in front come the units, then those of the rest; found by place.
  const place = units.findIndex((_, index) => found[namedBefore + index] !== undefined);
  if (place >= 0) {
    const [, dimension, scale] = units[place]!;
    return make(dimension, (value) => value * scale);
  }
  // 满 100 减 20: money that nobody calls so.
  return role === 'amount' ? undefined : make('cny', (value) => value);
}

/** Groups of `measure` in front of the units: role, money, below, low, high, wan, off, percent, discount. */
const namedBefore = 9;

function roleOf(word: string | undefined): Quantity['role'] {
  if (word === undefined) return 'amount';
  return /减|省|save/.test(word) ? 'reduction' : 'threshold';
}

function spanRole(count: number, place: number, around: string): Quantity['role'] {
  if (count === 2) return place === 0 ? 'start' : 'end';
  if (endWord.test(around) || /到/.test(around)) return 'end';
  return startWord.test(around) ? 'start' : 'amount';
}

function datePart(found: readonly (string | undefined)[]): readonly [number, number] {
  for (const [m, d] of [
    [0, 1],
    [2, 3],
    [4, 5],
  ] as const)
    if (found[m] !== undefined) return [Number(found[m]), Number(found[d])];
  const name = (found[6] ?? found[9])!;
  return [months.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1, Number(found[7] ?? found[8])];
}

function minutesOf(groups: Record<string, string | undefined>): number {
  const hour = Number(groups.hour ?? groups.point ?? groups.english);
  const minute = Number(groups.minute ?? (groups.thirty ? 30 : 0));
  const half = groups.half ?? groups.noon ?? groups.meridiem ?? '';
  const isLate = /下午|晚|pm/.test(half) && hour < 12;
  return (hour + (isLate ? 12 : 0)) * 60 + minute;
}

const measured =
  /([零一二两三四五六七八九十百千半]{1,7})(?=\s?个?(?:半?(?:小时|月|年|天|日|周|星期|礼拜)|工作日|分钟|钟头|元|块|折|点|次|公斤|千克|斤|克|米|厘米|升|度|公里))/g;
const counted =
  /(\d{1,6}|[二两三四五六七八九十百千][零一二两三四五六七八九十百千]{0,6})\s?(?:(?:个\s?)?(小时|工作日|星期|礼拜|钟头)|个\s?(月)|(天|周|分钟|元|块|折|次))/g;

/** Chinese numerals and figures with the unit behind them, written alike: `7天` of 七天 and of 7 天. 一 is seldom counted, and 12月 is a date. */
export function countsIn(text: string): string[] {
  const counts: string[] = [];
  for (const [, count, unit, month, other] of matchesIn(text, counted))
    counts.push(`${/^\d/.test(count!) ? Number(count) : numeralValue(count!)}${unit ?? month ?? other}`);
  return counts;
}

/** Numerals in words before a unit become digits: 七天, 半个月, 八五折, "two weeks", "half an hour". */
function plainNumbers(text: string): string {
  return text
    .replace(measured, (found: string, ...rest: unknown[]) => {
      const whole = rest.at(-1) as string;
      const isDiscount = whole[(rest.at(-2) as number) + found.length] === '折';
      return isDiscount && /^[一二三四五六七八九]{2}$/.test(found)
        ? `${numeralValue(found[0]!)}.${numeralValue(found[1]!)}`
        : String(numeralValue(found));
    })
    .replace(/\bhalf (?:an? )?(?=hour|day|week|month|year)/g, '0.5 ')
    .replace(
      /\b([a-z]{3,8}) (?=(?:business |working )?(?:second|minute|hour|day|week|month|year|dollar|time)s?\b)/g,
      (whole, word) => (englishNumbers[word] === undefined ? whole : `${englishNumbers[word]} `),
    );
}
