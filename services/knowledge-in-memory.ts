import type { KnowledgeIndex, SearchScope } from '../core/knowledge/index.ts';
import { createSimilarity } from '../core/knowledge/similarity.ts';
import type { Segment } from '../core/knowledge/terms-of-text.ts';
import type { Knowledge, Meanings } from '../plugs/knowledge.ts';

/**
 * An index as the services ask it: always at a time, which is `now()` unless somebody names another, and always for an
 * audience, which is `everyone` unless somebody says `staff`: forgetting to ask can never tell a customer what is internal.
 */
export function knowledgeInMemory(
  index: Pick<KnowledgeIndex, 'search' | 'respell' | 'products'>,
  segment: Segment,
  now: () => number,
): Knowledge {
  const shelf = shelfOf(index, segment);
  return knowledgeOn(() => shelf, now);
}

/** An index with the way in which its texts were cut: both change together, when the dictionary does. */
export interface Shelf extends Pick<Knowledge, 'segment' | 'similarity'> {
  readonly index: Pick<KnowledgeIndex, 'search' | 'respell' | 'products'>;
}

export const shelfOf = (
  index: Pick<KnowledgeIndex, 'search' | 'respell' | 'products'>,
  segment: Segment,
): Shelf => ({
  index,
  segment,
  similarity: createSimilarity(segment),
});

/** The same over the shelf that stands at the moment of each question. */
export function knowledgeOn(
  shelf: () => Shelf,
  now: () => number,
  /** How the confidence of what is found is to be read, as it stands at the moment; undefined where as it is said. */
  reading: () => ((confidence: number) => number) | undefined = () => undefined,
): Knowledge {
  const bound = (scope: SearchScope, meanings: Meanings): Knowledge => ({
    get segment() {
      return shelf().segment;
    },
    get products() {
      return shelf().index.products;
    },
    similarity: (one, other) => shelf().similarity(one, other),
    search: (text, asked = {}) => {
      const { at = now(), audience = 'everyone', ...rest } = narrowed(scope, asked);
      const wanted = { ...asked, ...rest, at, audience };
      const readConfidence = reading();
      // A deep look, for which somebody counts words, is by words alone.
      const meaning = asked.closely === undefined ? meanings.get(text) : undefined;
      // What was learned of the confidence was learned of words: it is read before the meaning is added.
      if (meaning) return shelf().index.search(text, { ...wanted, meaning, readConfidence });
      const found = shelf().index.search(text, wanted);
      return readConfidence
        ? found.map((one) => ({ ...one, confidence: readConfidence(one.confidence) }))
        : found;
    },
    respell: (text) => shelf().index.respell(text),
    within: (narrower) => bound(narrowed(scope, narrower), meanings),
    knowing: (more) => bound(scope, new Map([...meanings, ...more])),
  });
  return bound({}, new Map());
}

/** Field by field: one that is there but undefined must not widen. */
function narrowed(scope: SearchScope, by: SearchScope): SearchScope {
  const at = by.at ?? scope.at;
  const audience = by.audience ?? scope.audience;
  const inboxId = by.inboxId ?? scope.inboxId;
  const products = by.products ?? scope.products;
  return {
    ...(at !== undefined ? { at } : {}),
    ...(audience !== undefined ? { audience } : {}),
    ...(inboxId !== undefined ? { inboxId } : {}),
    ...(products !== undefined ? { products } : {}),
  };
}
