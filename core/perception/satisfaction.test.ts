import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeWords } from './outcome-words.ts';
import { perceive } from './perceive.ts';
import { estimateSatisfaction, type HeardDialogue, type HeardMessage } from './satisfaction.ts';

const says = (text: string, more: Partial<HeardMessage> = {}): HeardMessage => ({
  by: 'contact',
  text,
  perception: perceive(text, { fallbackLanguage: 'zh' }),
  ...more,
});
const hears = (text: string): HeardMessage => ({ by: 'assistant', text });
const heard = (messages: readonly HeardMessage[], more: Partial<HeardDialogue> = {}): HeardDialogue => ({
  language: 'zh',
  messages,
  rating: null,
  disposition: null,
  ...more,
});
const answered = says('睡袋可以机洗吗', { decision: 'answer' });
const signsOf = (dialogue: HeardDialogue) => estimateSatisfaction(dialogue).reasons.map(({ sign }) => sign);

test('an answer that the customer thanks for is likelier to have helped than one left alone, and both likelier than a denial', () => {
  const end = (last: string) =>
    estimateSatisfaction(heard([answered, hears('可以，水温 30 度以下。'), says(last)])).solved;
  const alone = estimateSatisfaction(heard([answered, hears('可以，水温 30 度以下。')])).solved;
  assert.ok(end('谢谢，解决了') > alone);
  assert.ok(alone > 0.5);
  assert.ok(end('还是不行，没解决') < 0.4);
});

test('the customer’s rating settles it, whatever was said', () => {
  const furious = heard([says('垃圾，骗子！'), hears('抱歉')], { rating: 5 });
  const estimate = estimateSatisfaction(furious);
  assert.equal(estimate.satisfaction, 1);
  assert.ok(estimate.solved > 0.9);
  assert.deepEqual(
    estimate.reasons.map(({ sign }) => sign),
    ['rated'],
  );
  assert.ok(estimateSatisfaction({ ...furious, rating: 1 }).solved < 0.1);
});

test('the same answer twice, questions asked again and turns without progress speak against it', () => {
  const dragging = heard([
    says('验证码收不到', { decision: 'answer' }),
    hears('请检查短信是否被拦截。'),
    says('验证码还是收不到', { decision: 'answer', repeated: true, noProgress: true }),
    hears('请检查短信是否被拦截。'),
  ]);
  const signs = signsOf(dragging);
  for (const sign of ['asked-again', 'no-progress', 'same-answer', 'says-unsolved'])
    assert.ok(signs.includes(sign as (typeof signs)[number]), sign);
  assert.ok(estimateSatisfaction(dragging).solved < 0.2);
});

test('an agent’s summary counts, and a wish for a person that nobody met speaks against it', () => {
  const open = heard([says('转人工'), hears('好的')]);
  assert.ok(signsOf(open).includes('wants-human'));
  const met = heard([says('转人工'), { by: 'agent', text: '您好，我来处理' }]);
  assert.ok(!signsOf(met).includes('wants-human'));
  assert.ok(
    estimateSatisfaction({ ...met, disposition: 'solved' }).solved >
      estimateSatisfaction({ ...met, disposition: 'not-solved' }).solved + 0.4,
  );
});

test('a conversation of nothing is neither good nor bad, and no text breaks it', () => {
  const { solved, satisfaction, reasons } = estimateSatisfaction(heard([]));
  assert.ok(Math.abs(solved - 0.5) < 0.1);
  assert.equal(satisfaction, 0.5);
  assert.deepEqual(reasons, []);
  const long = '没解决吗？'.repeat(20_000);
  const startedAt = performance.now();
  estimateSatisfaction(heard([says('a'), hears(long), { by: 'contact', text: long }]));
  assert.ok(performance.now() - startedAt < 1_000);
});

test('what a customer asks about has not happened; what is said to persist has', () => {
  assert.deepEqual(outcomeWords('退款解决了吗？').solved, []);
  assert.deepEqual(outcomeWords('没问题了，谢谢').unsolved, []);
  assert.ok(outcomeWords('收到了').solved.length > 0);
  assert.deepEqual(outcomeWords('还没收到了').solved, []);
  assert.ok(outcomeWords('it still doesn’t work').unsolved.length > 0);
  assert.ok(outcomeWords('that worked, thanks').solved.length > 0);
});
