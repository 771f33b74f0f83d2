import type { OwnedThing } from '../terms/owned-thing.ts';
import type { Candidate } from './candidates.ts';
import { modelsAsked } from './models.ts';
import { plainProduct } from './reaches.ts';
import { emptyWords, faintWords } from './stop-words.ts';

/** A product of which articles tell, and what tells that the customer has it. */
export interface OwnProduct {
  readonly product: string;
  readonly of: string;
}

const device = /^(?:devices?|machines?|vehicles?|cars?|model|hardware|设备|机型|型号|车型|车辆|我的设备)$/i;
const status = /状态|\bstatus\b|\bstate\b/i;
/** What was called off or went back is not with the customer any more. */
const isGone = /取消|关闭|已退款|退款成功|退货完成|已退货|cancel|refunded|returned|closed|void/i;
const mostThings = 20;
const longestNames = 400;

/** What the customer has by the records and attributes that the host system told; what was called off is left out. */
export function ownedThings(known: {
  readonly attributes: Readonly<Record<string, string>>;
  readonly records: readonly {
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  }[];
}): OwnedThing[] {
  const ordered = known.records
    .filter(({ facts }) => !facts.some(({ label, value }) => status.test(label) && isGone.test(value)))
    .map(({ title, facts }) => ({
      of: title,
      names: [title, ...facts.map(({ value }) => value)].join('\n').slice(0, longestNames),
    }));
  const devices = Object.entries(known.attributes)
    .filter(([name]) => device.test(name.trim()))
    .map(([name, value]) => ({ of: name, names: value.slice(0, longestNames) }));
  return [...devices, ...ordered].slice(0, mostThings);
}

/** The products of articles that stand among what a customer has; those of the order that the question names by its number alone. */
export function ownProducts(
  owned: readonly OwnedThing[],
  products: readonly string[],
  question: string,
): OwnProduct[] {
  const numbers = question.toUpperCase().match(/[A-Z]{0,4}-?\d[\dA-Z-]{5,30}/g) ?? [];
  const named = owned.filter(({ names }) => numbers.some((one) => names.toUpperCase().includes(one)));
  const own = new Map<string, OwnProduct>();
  for (const { of, names } of named.length > 0 ? named : owned) {
    const said = plainProduct(names);
    for (const product of products) {
      const plain = plainProduct(product);
      if (plain.length > 1 && said.includes(plain) && !own.has(product)) own.set(product, { product, of });
    }
  }
  return [...own.values()];
}

const speaksOfIt =
  /它|[这该](?:个|款|台|件|只|双|把|顶|条|套|部|辆|张|东西|产品|商品|机器|设备)|我(?:的|买|订|下单|收到|拿到|刚)|刚(?:买|到|收到)|手上|新买|\b(?:it|its|this|my|mine)\b|\bi (?:just )?(?:bought|ordered|got|received)\b/i;

/** How a question stands to what the customer has. */
export type OwnBearing =
  /** It names a product itself: what the customer has says nothing. */
  | 'named'
  /** It speaks of 「它」「我的」, or of no kind of thing: what the customer has is meant. */
  | 'meant'
  /** It names a kind of thing: what the customer has is likelier meant than what they have not. */
  | 'likely';

/** Whether a question means what the customer has. `products` are those of all articles. */
export function bearingOf(
  question: string,
  products: readonly string[],
  owned: readonly OwnedThing[],
): OwnBearing {
  const said = plainProduct(question);
  const isNamed = products.some((product) => {
    const plain = plainProduct(product);
    return plain.length > 1 && said.includes(plain);
  });
  if (isNamed || modelsAsked(question).size > 0) return 'named';
  if (speaksOfIt.test(question)) return 'meant';
  const isKind = (words: readonly string[]) => words.some((word) => said.includes(word));
  return isKind(kindsOf(products)) || owned.some(({ names }) => isKind(wordsOf(names))) ? 'likely' : 'meant';
}

const kindsKnown = new WeakMap<readonly string[], readonly string[]>();

/** Asked with every question, and the products change seldom. */
function kindsOf(products: readonly string[]): readonly string[] {
  const known = kindsKnown.get(products) ?? [...new Set(products.flatMap(wordsOf))];
  kindsKnown.set(products, known);
  return known;
}

/** Pairs of Chinese characters, and words of three letters: a kind of thing is named by some of its name. */
function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKC').toLowerCase();
  const pairs = [...plain.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair!);
  const words = plain.match(/\p{Script=Latin}{3,}/gu) ?? [];
  return [...pairs, ...words].filter((word) => !emptyWords.has(word) && !faintWords.has(word));
}

const isOf = ({ passage }: Candidate, own: readonly OwnProduct[]): boolean =>
  passage.products?.some((product) => own.some((one) => one.product === product)) === true;

/** Why an article came first: the product of the customer's that it is for. Undefined where that was not the reason. */
export function ownReason(
  candidate: Candidate | undefined,
  question: string,
  owned: readonly OwnedThing[] | undefined,
  products: readonly string[],
): OwnProduct | undefined {
  if (!owned?.length || !candidate?.passage.products?.length) return undefined;
  if (bearingOf(question, products, owned) === 'named') return undefined;
  const own = ownProducts(owned, products, question);
  return own.find(({ product }) => candidate.passage.products!.includes(product));
}

/** An article of the customer's own product that names every matter of the question answers for it. */
export const answersForOwn = (candidates: readonly Candidate[], own: readonly OwnProduct[]): boolean =>
  candidates.some(
    (one) => isOf(one, own) && one.coverage.mattersMissed === 0 && one.confidence >= leastAnswering,
  );
const leastAnswering = 0.1;

/** How much less likely it is that a customer asks about a product that is not theirs. A guess: no public data has both. */
const shareOfOthers = 0.25;
const surest = 0.99;

/**
 * The candidates with what the customer has as prior knowledge: articles for other products count a fourth, and what
 * they lose goes to the rest in proportion, so that together they are as likely as before. Best first.
 */
export function weighedByOwn(candidates: readonly Candidate[], own: readonly OwnProduct[]): Candidate[] {
  const isOfOther = (one: Candidate) => (one.passage.products?.length ?? 0) > 0 && !isOf(one, own);
  const weightOf = (one: Candidate) => one.confidence * (isOfOther(one) ? shareOfOthers : 1);
  const firsts = candidates.filter(
    ({ passage }, place) =>
      candidates.findIndex((other) => other.passage.articleId === passage.articleId) === place,
  );
  const sum = (of: (one: Candidate) => number) => firsts.reduce((whole, one) => whole + of(one), 0);
  const [before, after] = [sum(({ confidence }) => confidence), sum(weightOf)];
  if (after === 0 || before === after) return [...candidates];
  const factor = Math.min(1, before) / after;
  return candidates
    .map((one) => ({ ...one, confidence: Math.min(surest, weightOf(one) * factor) }))
    .sort((one, other) => other.confidence - one.confidence);
}
