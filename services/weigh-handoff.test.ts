import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { loadHandoffModel } from '../server/models.ts';
import { knowledgeInMemory } from './knowledge-in-memory.ts';
import { replayDialogue } from './replay-dialogue.ts';

const segment = createSegmenter();
const index = createKnowledgeIndex(segment);
for (const article of loadArticles()) index.add({ ...article, status: 'published', version: 1 });
const knowledge = knowledgeInMemory(index, segment, Date.now);
const handoffModel = loadHandoffModel((_, error) => {
  throw error;
});

const withCost = (lateCost: number, enabled = true): ActivePolicy => ({
  version: 1,
  policy: { ...defaultPolicy, handoff: { ...defaultPolicy.handoff, prediction: { enabled, lateCost } } },
});
const predicted = withCost(1);
const thresholdsOnly = withCost(1, false);
/** The customer's words to the assistant over the demo's articles. */
const played = (policy: ActivePolicy, texts: readonly string[]) =>
  replayDialogue(texts, policy, { knowledge, handoffModel }, 1_700_000_000_000);

test('the weights ship with the product', () => assert.ok(handoffModel));

test('a conversation that drags on with failures goes to a person sooner than by the thresholds', () => {
  for (const texts of [
    ['优惠券用不了', '优惠券还是用不了啊，提示我说不满足条件', '试了好几遍了，真的很急，怎么办'],
    ['火星上有快递吗', '那你们卖不卖潜水艇', '一个都答不上来，太让人失望了，我想买的东西到底在哪里问'],
  ]) {
    const { handedOff, reasons } = played(predicted, texts);
    assert.equal(handedOff, true, texts.join(' / '));
    assert.equal(reasons[0]?.code, 'predicted');
    assert.ok((reasons[0]?.factors ?? []).includes('failed-answers'));
    assert.equal(played(thresholdsOnly, texts).handedOff, false);
  }
});

test('a lively conversation that is answered stays with the assistant', () => {
  for (const texts of [
    [
      '云栖2多重',
      '那云栖3呢',
      '羽绒睡袋怎么洗',
      '多久发货',
      '七天无理由怎么退',
      '退款多久到账',
      '学生有优惠吗',
      '头灯能充电吗？充满要多久？',
      '燃气罐能带上高铁吗',
      '好的，谢谢',
    ],
    [
      'How heavy is the Yunqi 2 tent?',
      'How long does shipping take?',
      'How do I wash a down sleeping bag?',
      'How do refunds work?',
      'Great, thanks!',
    ],
  ])
    assert.equal(played(predicted, texts).handedOff, false, texts.join(' / '));
});

test('one unknown matter, calmly asked, is an offer and no handoff', () => {
  assert.equal(played(predicted, ['云栖2多重', '火星上有快递吗']).handedOff, false);
});

test('the dearer a late handoff, the earlier it comes', () => {
  const texts = ['优惠券用不了', '优惠券还是用不了啊', '试了好几遍了，怎么办', '算了，还是问一下怎么用券'];
  const turns = [0.2, 1, 20].map((lateCost) => played(withCost(lateCost), texts).turn ?? Infinity);
  assert.ok(turns[0]! >= turns[1]! && turns[1]! >= turns[2]!, turns.join(' '));
  assert.ok(turns[2]! < turns[0]!, turns.join(' '));
});

test('the first message is left to the rules', () => {
  const { reasons } = played(withCost(100), ['火星上有快递吗']);
  assert.ok(reasons.every(({ code }) => code !== 'predicted'));
});
