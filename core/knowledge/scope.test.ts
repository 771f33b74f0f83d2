import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../terms/article.ts';
import { editionsOf } from './editions.ts';
import { createKnowledgeIndex, type SearchScope } from './index.ts';
import { includes } from './reaches.ts';
import { anArticle, segmentPairs } from './test-articles.ts';

const words = [
  '退货',
  '换货',
  '运费',
  '发票',
  '帐篷',
  '清洗',
  '保修',
  '优惠',
  '积分',
  '门店',
  '安装',
  '尺码',
];
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(''));
const inboxes = ['web', 'app', 'shop'];
const products = ['云栖', '萤火', '松涛'];
const time = fc.integer({ min: 0, max: 9 });
const some = (of: readonly string[]) => fc.option(fc.subarray([...of]), { nil: undefined });

const version = fc.record({
  title: phrase,
  similarQuestions: fc.array(phrase, { maxLength: 2 }),
  body: phrase,
  audience: fc.constantFrom('everyone', 'staff', undefined),
  inboxIds: some(inboxes),
  products: some(products),
  effectiveFrom: fc.option(time, { nil: undefined }),
  expiresAt: fc.option(time, { nil: null }),
});
/** Up to 18 articles of up to three versions: all fit on a shortlist, so nothing but the scope decides what is found. */
const shelf = fc
  .array(fc.array(version, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 18 })
  .map((articles) =>
    articles.map((versions, place) =>
      versions.map((content, at) => anArticle({ id: `a${place}`, ...content, version: at + 1 }) as Article),
    ),
  );
const scope: fc.Arbitrary<SearchScope> = fc.record(
  {
    at: time,
    audience: fc.constantFrom('everyone', 'staff'),
    inboxId: fc.constantFrom(...inboxes),
    products: fc.subarray([...products]),
  },
  { requiredKeys: [] },
);

/** By the plain words of the rule, one version at a time: whether it may answer. */
function mayAnswer(article: Article, versions: readonly Article[], { at, ...asked }: SearchScope): boolean {
  if (asked.audience !== 'staff' && article.audience === 'staff') return false;
  if (asked.inboxId && article.inboxIds?.length && !article.inboxIds.includes(asked.inboxId)) return false;
  if (
    asked.products &&
    article.products?.length &&
    !article.products.some((one) => asked.products!.includes(one))
  )
    return false;
  if (at === undefined) return editionsOf(versions).some((one) => one.isMain && one.article === article);
  const begins = (one: Article) => one.effectiveFrom ?? Number.NEGATIVE_INFINITY;
  const ends = (one: Article) => one.expiresAt ?? Number.POSITIVE_INFINITY;
  if (at < begins(article) || at >= ends(article)) return false;
  // A later version whose beginning has come has taken its place for good.
  return !versions.some((other) => other.version > article.version && begins(other) <= at);
}

const everything = { limit: 200 } as const;
const found = (index: ReturnType<typeof createKnowledgeIndex>, text: string, asked: SearchScope) =>
  index.search(text, { ...everything, ...asked });
const names = (candidates: ReturnType<typeof found>) =>
  candidates.map(({ passage }) => `${passage.articleId} v${passage.articleVersion} #${passage.ordinal}`);

function shelved(articles: readonly (readonly Article[])[]) {
  const index = createKnowledgeIndex(segmentPairs);
  for (const versions of articles) index.set(versions[0]!.id, versions);
  return index;
}

test('a scoped search finds exactly what an index of the permitted versions alone finds', () => {
  fc.assert(
    fc.property(shelf, scope, phrase, (articles, asked, text) => {
      const permitted = articles.map((versions) => versions.filter((one) => mayAnswer(one, versions, asked)));
      const alone = createKnowledgeIndex(segmentPairs);
      for (const [place, versions] of permitted.entries())
        alone.set(
          `a${place}`,
          versions.map((one) => ({ ...one, effectiveFrom: null, expiresAt: null })),
        );
      assert.deepEqual(
        names(found(shelved(articles), text, asked)).sort(),
        names(found(alone, text, { audience: 'staff' })).sort(),
      );
    }),
    { numRuns: 300 },
  );
});

test('where the words are as rare, it is also the same order with the same scores and confidence', () => {
  // Rarity and mean length are over all that is held. So the other index holds the forbidden versions too, but as
  // articles of another language, which is all that is asked of it.
  fc.assert(
    fc.property(shelf, scope, phrase, (articles, asked, text) => {
      const other = createKnowledgeIndex(segmentPairs);
      for (const versions of articles)
        for (const { article } of editionsOf(versions)) {
          const isPermitted = mayAnswer(article, versions, asked);
          other.add(
            anArticle({
              ...article,
              id: isPermitted ? article.id : `${article.id} v${article.version}`,
              audience: 'everyone',
              inboxIds: [],
              products: [],
              effectiveFrom: null,
              expiresAt: null,
              language: isPermitted ? 'zh' : 'en',
            }),
          );
        }
      const figures = (candidates: ReturnType<typeof found>) =>
        candidates.map(({ passage, score, confidence }) => [
          passage.articleId,
          passage.ordinal,
          score,
          confidence,
        ]);
      assert.deepEqual(
        figures(found(shelved(articles), text, asked)),
        figures(other.search(text, { ...everything, languages: ['zh'] })),
      );
    }),
    { numRuns: 300 },
  );
});

test('of one article never two versions answer together, whatever their dates', () => {
  fc.assert(
    fc.property(shelf, scope, phrase, (articles, asked, text) => {
      const versions = new Map<string, number>();
      for (const { passage } of found(shelved(articles), text, asked)) {
        const held = versions.get(passage.articleId) ?? passage.articleVersion;
        assert.equal(passage.articleVersion, held);
        versions.set(passage.articleId, held);
      }
    }),
  );
});

test('thousands of better matches that are not for the asker do not push out the one that is', () => {
  const index = createKnowledgeIndex(segmentPairs);
  for (let place = 0; place < 3_000; place++)
    index.set(`s${place}`, [anArticle({ id: `s${place}`, title: '帐篷怎么清洗', audience: 'staff' })]);
  index.set('old', [anArticle({ id: 'old', title: '帐篷怎么清洗', expiresAt: 5 })]);
  index.set('mine', [anArticle({ id: 'mine', title: '清洗须知', inboxIds: ['web'] })]);
  assert.deepEqual(names(found(index, '帐篷怎么清洗', { at: 7, inboxId: 'web' })), ['mine v1 #0']);
  assert.deepEqual(found(index, '帐篷怎么清洗', { at: 7, inboxId: 'app' }), []);
  assert.equal(found(index, '帐篷怎么清洗', { at: 7, audience: 'staff' })[0]?.passage.audience, 'staff');
});

test('the next version answers from its first millisecond, and the last one to the millisecond before', () => {
  const index = createKnowledgeIndex(segmentPairs);
  const current = anArticle({ body: '七天内可以退货。', expiresAt: 2_000 });
  index.set('returns', [
    current,
    anArticle({ version: 2, body: '十四天内可以退货。', effectiveFrom: 1_000, expiresAt: 1_500 }),
  ]);
  const versionAt = (at?: number) =>
    index.search('怎么退货', { at }).map(({ passage }) => passage.articleVersion);
  assert.deepEqual([versionAt(999), versionAt(1_000), versionAt(1_499)], [[1], [2], [2]]);
  // The first one was replaced for good: it does not come back when its successor ends.
  assert.deepEqual(versionAt(1_500), []);
  assert.deepEqual(versionAt(), [1]);
  const [best] = index.search('怎么退货', { at: 1_200 });
  assert.deepEqual([best?.passage.effectiveFrom, best?.passage.expiresAt], [1_000, 1_500]);
  index.set('returns', []);
  assert.equal(index.size, 0);
  assert.deepEqual(versionAt(1_200), []);
});

test('what is internal is found for staff alone, also when nobody says who asks', () => {
  assert.equal(includes({ language: 'zh', audience: 'staff' }, {}), false);
  assert.equal(includes({ language: 'zh', audience: 'staff' }, { audience: 'everyone' }), false);
  assert.equal(includes({ language: 'zh', audience: 'staff' }, { audience: 'staff' }), true);
});
