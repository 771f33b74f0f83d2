import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKnowledgeIndex } from './index.ts';
import { anArticle, segmentPairs } from './test-articles.ts';

const filled = (...changes: Parameters<typeof anArticle>[0][]) => {
  const index = createKnowledgeIndex(segmentPairs);
  for (const change of changes) index.add(anArticle(change));
  return index;
};
const idsOf = (found: { passage: { articleId: string } }[]) => [
  ...new Set(found.map(({ passage }) => passage.articleId)),
];

test('the article that asks the same comes first, with the line that matched', () => {
  const index = filled(
    { id: 'invoice', title: '怎么开电子发票？', similarQuestions: ['发票在哪里开'], body: '在订单页申请。' },
    { id: 'shipping', title: '运费怎么算？', body: '满 99 元包邮。' },
    { id: 'return' },
  );
  const [best] = index.search('发票哪里开');
  assert.equal(best?.passage.articleId, 'invoice');
  assert.equal(best?.nearestQuestion, '发票在哪里开');
  assert.ok(best.confidence > 0.5);
});

test('words of another kind for the same matter find the article', () => {
  const index = filled(
    { id: 'freight', title: '退货运费由谁承担？', body: '质量问题由我们承担。' },
    { id: 'stores', title: '线下门店在哪里？', body: '杭州西湖区。' },
    { id: 'jobs', title: '你们招聘吗？', body: '请看招聘页。' },
  );
  assert.equal(index.search('邮费谁出')[0]?.passage.articleId, 'freight');
  assert.equal(index.search('实体店地方')[0]?.passage.articleId, 'stores');
  assert.equal(index.search('想去打工')[0]?.passage.articleId, 'jobs');
});

test('a question in the other language finds an article by its matter', () => {
  const index = filled({ id: 'rental', title: '可以租帐篷吗？' }, { id: 'jobs', title: '你们招聘吗？' });
  assert.equal(index.search('can I hire a tent')[0]?.passage.articleId, 'rental');
  assert.deepEqual(index.search('can I hire a tent', { languages: ['en'] }), []);
});

test('a section that holds more of the question comes before the opening', () => {
  const index = filled(
    { title: '头灯说明', body: '萤火头灯的总说明。\n\n## 防水\n可以泡水三十分钟，等级 IPX6。' },
    { id: 'other', title: '睡袋清洗' },
  );
  assert.equal(index.search('头灯 IPX6 等级泡水')[0]?.passage.ordinal, 1);
  assert.equal(index.search('头灯说明')[0]?.passage.ordinal, 0);
});

test('a new version replaces the old one at once and an older version changes nothing', () => {
  const index = filled({ version: 1, body: '旧的说法：十天。' });
  index.add(anArticle({ version: 2, body: '新的说法：七天。' }));
  assert.match(index.search('怎么退货')[0]!.passage.text, /新的说法/);
  index.add(anArticle({ version: 1, body: '旧的说法：十天。' }));
  assert.equal(index.search('怎么退货')[0]?.passage.articleVersion, 2);
  assert.equal(index.size, 1);
});

test('only what is published is found', () => {
  const index = filled({ status: 'draft' });
  assert.deepEqual(index.search('怎么退货'), []);
  index.add(anArticle({ version: 2 }));
  assert.equal(index.search('怎么退货').length, 1);
  index.add(anArticle({ version: 3, status: 'archived' }));
  assert.deepEqual(index.search('怎么退货'), []);
  assert.equal(index.size, 0);
});

test('whatever the order of additions, replacements and removals, exactly the last versions are found', () => {
  const change = fc.record({ id: fc.integer({ min: 0, max: 5 }), isRemoval: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const index = createKnowledgeIndex(segmentPairs);
      const held = new Map<string, number>();
      for (const [at, { id, isRemoval }] of changes.entries()) {
        const articleId = `a${id}`;
        if (isRemoval) {
          index.remove(articleId);
          held.delete(articleId);
        } else {
          index.add(anArticle({ id: articleId, version: at + 1, title: `怎么退货 型号${id}` }));
          held.set(articleId, at + 1);
        }
        const found = index
          .search('怎么退货', { limit: 20 })
          .map(({ passage }) => [passage.articleId, passage.articleVersion]);
        assert.deepEqual(new Map(found as [string, number][]), held);
      }
      assert.equal(index.size, held.size);
    }),
    { numRuns: 60 },
  );
});

test('thousands of replacements leave neither dead entries nor wrong answers behind', () => {
  const index = createKnowledgeIndex(segmentPairs);
  for (let round = 1; round <= 12; round++)
    for (let id = 0; id < 300; id++)
      index.add(
        anArticle({ id: `a${id}`, version: round, title: `型号K${id}怎么用`, body: `第${round}版的说明。` }),
      );
  assert.equal(index.size, 300);
  for (const id of [0, 17, 150, 299]) {
    const [best] = index.search(`K${id}怎么用`);
    assert.equal(best?.passage.articleId, `a${id}`);
    assert.equal(best?.passage.articleVersion, 12);
  }
});

test('at most two passages of an article and no more than the limit are returned, best first', () => {
  const body = ['退货说明一。', '## 退货步骤', '退货说明二。', '## 退货费用', '退货说明三。'].join('\n\n');
  const index = filled({ body }, { id: 'second', title: '退货地址' }, { id: 'third', title: '退货运费' });
  const found = index.search('退货', { limit: 4 });
  assert.ok(found.length <= 4);
  assert.ok(found.filter(({ passage }) => passage.articleId === 'returns').length <= 2);
  assert.ok(idsOf(found).length >= 2);
  const scores = found.map(({ score }) => score);
  assert.deepEqual(
    scores,
    scores.toSorted((one, other) => other - one),
  );
});

test('no question makes a search throw, and confidence stays between 0 and 1', () => {
  const index = filled(
    {},
    { id: 'en', language: 'en', title: 'How do I return an item?', body: 'Within 7 days.' },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) =>
      index.search(text).every(({ confidence }) => confidence >= 0 && confidence <= 1),
    ),
  );
  assert.deepEqual(index.search(''), []);
  assert.deepEqual(index.search('？？？'), []);
});

test('hostile questions of 10,000 characters are searched in linear time', () => {
  const index = filled({}, { id: 'other', title: '怎么换货' });
  for (const piece of [
    '退',
    '退货',
    'a',
    'a-',
    "x'",
    '的',
    '1',
    'é',
    '𠮷',
    '\u0301',
    'ﷺ',
    ' ',
    '怎么退货？',
  ]) {
    const text = piece.repeat(10_000 / piece.length);
    const started = performance.now();
    index.search(text);
    assert.ok(performance.now() - started < 1_500, JSON.stringify(piece));
  }
});

test('an article about a sibling of the named model is not found', () => {
  const index = filled(
    { id: 'two', title: '云栖 2 帐篷的参数是什么？', body: '双人帐篷。' },
    { id: 'three', title: '云栖 3 帐篷的参数是什么？', body: '三人帐篷。' },
    { id: 'wash', title: '帐篷怎么洗？', body: '用清水擦洗。' },
  );
  const found = (question: string) => index.search(question).map(({ passage }) => passage.articleId);
  assert.equal(found('云栖 3 参数是什么')[0], 'three');
  assert.equal(found('云栖三帐篷参数')[0], 'three');
  assert.equal(found('云栖二帐篷参数')[0], 'two');
  assert.equal(found('云栖 2 帐篷怎么洗')[0], 'wash');
  assert.ok(!found('云栖 2 参数是什么').includes('three'));
});

test('a long article that is put in step by step is found as it was until it is found whole', () => {
  const index = filled({ id: 'stores', title: '线下门店在哪里？', body: '杭州西湖区。' });
  const sections = Array.from(
    { length: 60 },
    (_, place) => `## 第${place}节\n\n部件${place}装在左边第${place}格。`,
  );
  index.set('manual', [anArticle({ id: 'manual', title: '安装手册', body: '旧版写着螺栓。' })]);
  const steps = index.setInSteps('manual', [
    anArticle({ id: 'manual', title: '安装手册', version: 2, body: sections.join('\n\n') }),
  ]);
  let count = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) {
    count++;
    assert.deepEqual(
      index.search('安装手册', { limit: 2 }).map(({ passage }) => passage.articleVersion),
      [1],
    );
    assert.equal(index.search('螺栓写着')[0]?.passage.text, '旧版写着螺栓。');
  }
  assert.ok(count >= sections.length, `${count} steps`);
  assert.equal(index.search('螺栓写着')[0]?.passage.articleVersion, undefined);
  for (const place of [0, 30, 59])
    assert.equal(index.search(`部件${place}装在第${place}格`)[0]?.passage.articleVersion, 2);
});

test('steps and one stroke make the same index', () => {
  const articles = [1, 2, 3].map((place) =>
    anArticle({ id: `a${place}`, title: `第${place}件怎么退货`, body: `签收后${place}天内可以退。` }),
  );
  const [one, other] = [filled(), filled()];
  for (const article of articles) {
    one.set(article.id, [article]);
    for (const _ of other.setInSteps(article.id, [article]));
  }
  assert.deepEqual(one.search('第2件怎么退货'), other.search('第2件怎么退货'));
});
