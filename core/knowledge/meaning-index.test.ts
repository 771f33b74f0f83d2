import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRandom } from '../chance/random.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from './index.ts';
import { meaningVectorOf, unitOf } from './meaning-vector.ts';
import { anArticle, segmentPairs } from './test-articles.ts';

const dimensions = 64;
/** What texts mean is the first matter that they name; whatever names none means something of its own. */
const matters = [/退货|退款|不想要|送回去/, /运费|邮费|快递费|寄送要钱/, /发票|报销|凭据/, /帐篷|野外/];
function meaningOf(text: string): number[] {
  const matter = matters.findIndex((words) => words.test(text));
  const seed = matter >= 0 ? matter : text.length * 1000 + text.charCodeAt(0);
  const random = createRandom(seed, 5);
  const own = createRandom(text.length + text.charCodeAt(text.length - 1), 6);
  return Array.from({ length: dimensions }, () => random.next() - 0.5 + 0.15 * (own.next() - 0.5));
}
const asked = (text: string) => ({ meaning: unitOf(meaningOf(text))! });

function bring(index: KnowledgeIndex, isFor: (text: string) => boolean = () => true): void {
  for (const text of [...index.meaning!.wanted()])
    if (isFor(text)) assert.equal(index.meaning!.put(text, meaningVectorOf(meaningOf(text))!), 'kept');
}

const articles = [
  anArticle({ id: 'returns', title: '怎么退货', similarQuestions: ['可以退货吗'] }),
  anArticle({ id: 'freight', title: '运费怎么算', body: '满 99 元包邮。' }),
  anArticle({ id: 'invoice', title: '如何开发票', body: '在订单页申请发票。' }),
];
function shelved(byMeaning = true, held = articles) {
  const index = createKnowledgeIndex(segmentPairs, undefined, { isByMeaning: byMeaning });
  for (const article of held) index.add(article);
  return index;
}
const names = (found: ReturnType<KnowledgeIndex['search']>) => [
  ...new Set(found.map(({ passage }) => passage.articleId)),
];

test('a question in wholly other words finds its article first, and not surely', () => {
  const index = shelved();
  bring(index);
  const question = '公司要凭据报销';
  assert.notEqual(names(index.search(question))[0], 'invoice');
  const [best] = index.search(question, asked(question));
  assert.equal(best?.passage.articleId, 'invoice');
  assert.ok(best.confidence >= 0.25 && best.confidence < 0.7, String(best.confidence));
});

test('without vectors, or with those of another model, everything is found as by words alone', () => {
  const plain = shelved(false);
  const empty = shelved();
  const other = shelved();
  for (const text of [...other.meaning!.wanted()]) other.meaning!.put(text, meaningVectorOf([1, 2, 3])!);
  fc.assert(
    fc.property(fc.constantFrom('怎么退货', '运费', '发票报销', '天气', '', '退货运费谁出'), (text) => {
      const byWords = plain.search(text);
      assert.deepEqual(plain.search(text, asked(text)), byWords);
      assert.deepEqual(empty.search(text), byWords);
      assert.deepEqual(empty.search(text, asked(text)), byWords);
      assert.deepEqual(other.search(text, asked(text)), byWords);
    }),
  );
  assert.equal(plain.meaning, undefined);
});

test('what is out of scope is not found by its meaning either', () => {
  const index = shelved(true, [
    ...Array.from({ length: 600 }, (_, place) =>
      anArticle({ id: `s${place}`, title: `发票内部流程${place}`, audience: 'staff' }),
    ),
    anArticle({ id: 'old', title: '发票旧规', expiresAt: 5 }),
    anArticle({ id: 'app', title: '发票在手机上', inboxIds: ['app'] }),
    anArticle({ id: 'english', title: '发票', language: 'en' }),
    anArticle({ id: 'mine', title: '凭据', body: '凭据在订单页。', inboxIds: ['web'] }),
  ]);
  bring(index);
  const question = '想要报销';
  const scope = { at: 7, inboxId: 'web', languages: ['zh'] as const };
  assert.deepEqual(names(index.search(question, { ...scope, ...asked(question) })), ['mine']);
  assert.deepEqual(
    names(index.search(question, { ...scope, audience: 'everyone', inboxId: 'shop', ...asked(question) })),
    [],
  );
  assert.ok(names(index.search(question, { ...scope, audience: 'staff', ...asked(question) })).length > 1);
});

test('a half that has no vectors yet is found by its words', () => {
  const index = shelved();
  bring(index, (text) => matters[2]!.test(text));
  const [best] = index.search('怎么退货', asked('怎么退货'));
  const [byWords] = shelved(false).search('怎么退货');
  assert.deepEqual([best?.passage.articleId, best?.confidence], ['returns', byWords?.confidence]);
  assert.equal(names(index.search('怎么报销', asked('怎么报销')))[0], 'invoice');
});

test('what changes is wanted anew, and what is removed is not found any more', () => {
  const index = shelved();
  bring(index);
  assert.equal(index.meaning!.counts.wanted, 0);
  index.add(anArticle({ id: 'invoice', title: '如何开发票', body: '找客服开。', version: 2 }));
  assert.deepEqual([...index.meaning!.wanted()], ['如何开发票', '如何开发票\n找客服开。']);
  bring(index);
  index.remove('invoice');
  assert.ok(!names(index.search('我要报销', asked('我要报销'))).includes('invoice'));
});

test('personal data is in no text that is wanted', () => {
  const index = shelved(true, [anArticle({ title: '找王经理 13800138000', body: '邮箱 wang@shop.example' })]);
  const texts = [...index.meaning!.wanted()].join('\n');
  assert.ok(!/13800138000|wang@shop/.test(texts), texts);
});

test('vectors of a model that knows nothing of these articles change nothing', () => {
  const index = shelved();
  bring(index);
  index.meaning!.scale = { platt: { slope: -4, offset: 2 }, basis: 'useless' };
  for (const question of ['公司要凭据报销', '怎么退货', '想要报销'])
    assert.deepEqual(index.search(question, asked(question)), shelved(false).search(question));
});

test('what was learned of the confidence by words is read before the meaning is added', () => {
  const index = shelved();
  bring(index);
  const question = '公司要凭据报销';
  const sure = { ...asked(question), readConfidence: () => 0.2 };
  const [best] = index.search(question, sure);
  assert.equal(best?.passage.articleId, 'invoice');
  assert.ok(
    best.confidence > index.search(question, asked(question))[0]!.confidence && best.confidence < 0.7,
  );
});

test('the scale is measured by the lines of articles, a line at a time', () => {
  const many = Array.from({ length: 60 }, (_, place) =>
    anArticle({
      id: `a${place}`,
      title: `第${place}件怎么办`,
      similarQuestions: [`${place}号事情`, `问${place}`],
    }),
  );
  const index = shelved(true, many);
  for (const text of [...index.meaning!.wanted()]) {
    const matter = createRandom(Number(/\d+/.exec(text)![0]), 9);
    const own = createRandom(text.length + text.charCodeAt(0), 10);
    const numbers = Array.from({ length: dimensions }, () => matter.next() - 0.5 + 0.4 * (own.next() - 0.5));
    index.meaning!.put(text, meaningVectorOf(numbers)!);
  }
  const steps = index.meaning!.measure(100, 1);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  assert.ok(pauses >= 90 && step.value.basis === 'measured', `${pauses}`);
  const { slope, offset } = step.value.platt;
  assert.ok(slope * 0.95 + offset > 1 && slope * 0.3 + offset < -1, JSON.stringify(step.value));
});
