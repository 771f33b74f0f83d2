import { answersForOwn, bearingOf, ownProducts, weighedByOwn } from '../core/knowledge/own-products.ts';
import type { OwnedThing } from '../core/terms/owned-thing.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** Enough that the articles of one's own product are among what is found. */
const deepEnough = 12;

/**
 * The same knowledge, asked by a customer who has these things: where a question names no product, articles for what
 * they have come before those for other products; where it speaks of 「它」, or of no kind of thing, and an article for
 * theirs answers, those for others are out of sight. Articles for no product stand as they do. What a page says
 * (`products` in the scope) is more than this: do not use both.
 */
export function ownFirst(knowledge: Knowledge, owned: readonly OwnedThing[] | undefined): Knowledge {
  if (!owned?.length || knowledge.products.length === 0) return knowledge;
  return {
    ...knowledge,
    get segment() {
      return knowledge.segment;
    },
    get products() {
      return knowledge.products;
    },
    search(text, options = {}) {
      const { products } = knowledge;
      // A deep look counts words; nobody is answered by it.
      const own = options.closely === undefined ? ownProducts(owned, products, text) : [];
      const bearing = own.length === 0 ? 'named' : bearingOf(text, products, owned);
      if (bearing === 'named') return knowledge.search(text, options);
      if (bearing === 'meant') {
        const ofOwn = knowledge.search(text, { ...options, products: own.map(({ product }) => product) });
        if (answersForOwn(ofOwn, own)) return ofOwn;
      }
      const limit = options.limit ?? 8;
      const found = knowledge.search(text, { ...options, limit: Math.max(limit, deepEnough) });
      return weighedByOwn(found, own).slice(0, limit);
    },
    within: (scope) => ownFirst(knowledge.within(scope), owned),
    knowing: (meanings) => ownFirst(knowledge.knowing(meanings), owned),
  };
}
