import type { Article, Audience } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';

/** Whom and what a search is for, dates apart. */
export interface Asked {
  readonly languages?: readonly Language[] | undefined;
  readonly audience?: Audience | undefined;
  readonly inboxId?: string | undefined;
  readonly products?: readonly string[] | undefined;
}

/** The distinct reaches of the articles held, as numbers from 1: an installation has few, whatever it holds. */
export interface Reaches {
  numberOf(article: Pick<Article, 'language' | 'audience' | 'inboxIds' | 'products'>): number;
  /** The products of articles held. */
  readonly products: readonly string[];
  /** The products of articles held whose names stand in the text. */
  named(text: string): readonly string[];
  /** By number: 1 for the reaches that include who asks. At 0, which no article has, stands 0. */
  permitted(asked: Asked): Uint8Array;
}

type Reach = Pick<Article, 'language' | 'audience' | 'inboxIds' | 'products'>;

/** Searches ask for few distinct things; what is asked for one article alone must not push out the rest for long. */
const mostKept = 64;
/** A single character names nothing. */
const shortestName = 2;

export function createReaches(): Reaches {
  const numbers = new Map<string, number>();
  const reaches: Reach[] = [];
  const verdicts = new Map<string, Uint8Array>();
  /** By their plain form. */
  const products = new Map<string, string>();
  let listed: readonly string[] | undefined;
  return {
    numberOf({ language, audience = 'everyone', inboxIds = [], products: own = [] }) {
      const key = JSON.stringify([language, audience, [...inboxIds].sort(), [...own].sort()]);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      reaches.push({ language, audience, inboxIds: [...inboxIds], products: [...own] });
      listed = undefined;
      for (const product of own) products.set(plainProduct(product), product);
      numbers.set(key, reaches.length);
      verdicts.clear();
      return reaches.length;
    },
    get products() {
      listed ??= [...products.values()];
      return listed;
    },
    named(text) {
      const said = plainProduct(text);
      return [...products].flatMap(([name, product]) =>
        name.length >= shortestName && said.includes(name) ? [product] : [],
      );
    },
    permitted(asked) {
      const key = JSON.stringify([asked.languages, asked.audience, asked.inboxId, asked.products]);
      const known = verdicts.get(key);
      if (known) return known;
      if (verdicts.size >= mostKept) verdicts.clear();
      const permitted = Uint8Array.from([0, ...reaches.map((reach) => (includes(reach, asked) ? 1 : 0))]);
      verdicts.set(key, permitted);
      return permitted;
    },
  };
}

/** Whether an article of this reach may answer. What is missing on either side does not narrow, but for the audience. */
export function includes(reach: Reach, { languages, audience, inboxId, products }: Asked): boolean {
  if (languages && !languages.includes(reach.language)) return false;
  if (reach.audience === 'staff' && audience !== 'staff') return false;
  if (inboxId !== undefined && reach.inboxIds?.length && !reach.inboxIds.includes(inboxId)) return false;
  const own = reach.products ?? [];
  if (!products || own.length === 0) return true;
  const wanted = products.map(plainProduct);
  return own.some((product) => wanted.includes(plainProduct(product)));
}

/** A host writes its products as its catalogue does, a colleague as they remember them. */
export const plainProduct = (product: string): string =>
  product.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
