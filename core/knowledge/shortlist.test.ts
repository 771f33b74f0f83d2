import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPostings } from './postings.ts';
import { createShortlister, passageShare, shortlistLength } from './shortlist.ts';

/** Articles as terms with their places; `of` makes their shortlist, `scoreOf` counts by hand. */
function shelfOf(articles: readonly ReadonlyMap<number, 1 | 2>[], isSeen: (slot: number) => boolean) {
  const postings = createPostings();
  const holding = new Map<number, number>();
  for (const [slot, terms] of articles.entries())
    for (const [term, place] of terms) {
      postings.add(term, slot, place);
      holding.set(term, (holding.get(term) ?? 0) + 1);
    }
  const shortlister = createShortlister(postings);
  shortlister.reserve(articles.length);
  const scoreOf = (slot: number, question: readonly Weighed[]) =>
    question.reduce((sum, { term, weight }) => {
      const place = articles[slot]!.get(term);
      return sum + (place === 2 ? weight : place === 1 ? weight * passageShare : 0);
    }, 0);
  return {
    scoreOf,
    of: (question: readonly Weighed[]) =>
      shortlister.of(question, {
        held: articles.length,
        isSeen,
        holding: (term) => holding.get(term) ?? 0,
        countRest: (slot, from) => scoreOf(slot, question.slice(from)),
      }),
  };
}

interface Weighed {
  readonly term: number;
  readonly weight: number;
}

const place = fc.constantFrom<1 | 2>(1, 2);
const article = fc
  .array(fc.tuple(fc.nat(12), place), { maxLength: 8 })
  .map((pairs) => new Map(pairs) as ReadonlyMap<number, 1 | 2>);
const question = fc
  .uniqueArray(fc.record({ term: fc.nat(14), weight: fc.integer({ min: 1, max: 40 }) }), {
    selector: ({ term }) => term,
    maxLength: 10,
  })
  .map((terms) => terms.sort((one, other) => other.weight - one.weight));

test('of what is in sight the best are listed, best first', () => {
  fc.assert(
    fc.property(
      fc.array(article, { maxLength: 70 }),
      question,
      fc.func(fc.boolean()),
      (articles, asked, chance) => {
        const sees = (slot: number) => chance(slot);
        const shelf = shelfOf(articles, sees);
        const rounded = (slot: number) => Math.round(shelf.scoreOf(slot, asked) * 100) / 100;
        const wanted = articles
          .flatMap((_, slot) => (sees(slot) && rounded(slot) > 0 ? [rounded(slot)] : []))
          .sort((one, other) => other - one)
          .slice(0, shortlistLength);
        // Twice: a search leaves nothing behind.
        for (const _ of [1, 2]) {
          const found = shelf.of(asked);
          assert.deepEqual(found.map(rounded), wanted);
          assert.ok(found.every((slot) => sees(slot)));
        }
      },
    ),
  );
});

test('among 20,000 articles with the same frequent words the ones that hold them all stand first', () => {
  const few = [2, 777, 12_345, 19_998];
  // Half of all articles hold the heaviest term, so no walk can tell more; the other terms are counted on the cards.
  const articles = Array.from({ length: 20_000 }, (_, slot) => {
    const terms = new Map<number, 1 | 2>();
    for (let term = 0; term < 6; term++)
      if (few.includes(slot) || (slot + term) % 2 === 0)
        terms.set(term, few.includes(slot) || slot % 7 === 0 ? 2 : 1);
    return terms;
  });
  const asked = [9, 8, 7, 6, 5, 4].map((weight, term) => ({ term, weight }));
  const isSeen = (slot: number) => slot !== 777;
  const found = shelfOf(articles, isSeen).of(asked);
  assert.deepEqual(new Set(found.slice(0, 3)), new Set([2, 12_345, 19_998]));
  assert.ok(!found.includes(777));
  assert.equal(found.length, shortlistLength);
});
