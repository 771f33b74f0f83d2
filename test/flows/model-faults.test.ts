import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { claimsAction } from '../../core/knowledge/claimed-action.ts';
import { visible } from '../../core/knowledge/judge-written.ts';
import { turnText } from '../../core/text/manner-turns.ts';
import { actorKey } from '../../plugs/log.ts';
import { type AnswerWithModel, answerBuiltIn, answerWithModel } from '../../services/answer-with-model.ts';
import { agent, createModelScene, eventsOf, type ModelScene, modelKey } from '../kit/model-scene.ts';
import type { Play } from '../kit/scripted-model.ts';

const question = '买了不合适可以退货吗';
const good = '可以的，签收后 7 天内没有使用过就可以申请退货[1]。退货的运费由您承担[1]。';

let scene: ModelScene;
before(async () => {
  scene = await createModelScene();
  // The first of everything is slow: the dictionary, the connection, the library.
  await ask(question, { kind: 'answer', text: good });
});
after(() => scene.close());

/** One question to the assistant, answered. */
async function ask(text: string, play: Play) {
  const conversationId = randomUUID();
  scene.model.play(play);
  const of = await scene.say(conversationId, text);
  const start = performance.now();
  const watch = scene.answer(conversationId, of, 'answer-1');
  const result = await watch.done;
  const took = performance.now() - start;
  const events = await scene.events(conversationId);
  return { conversationId, of, watch, result, took, events, sent: eventsOf(events, 'message-sent') };
}

test('an answer is shown while it is written and then said once, with its sources', async () => {
  const { watch, events, sent, of } = await ask(question, { kind: 'answer', text: good, tokenMs: 4 });
  assert.ok(watch.shown.length > 3, JSON.stringify(watch.shown));
  assert.equal(watch.shown.join(''), good.replaceAll('[1]', ''));
  assert.equal(watch.withdrawn, 0);
  assert.equal(sent.length, 1);
  assert.equal(sent[0]!.body.text, good);
  assert.equal(sent[0]!.body.answerId, 'answer-1');
  assert.deepEqual(
    sent[0]!.body.citations?.map(({ articleId }) => articleId),
    ['returns'],
  );
  const [decided] = eventsOf(events, 'decided');
  assert.equal(decided!.body.answerer, 'model');
  assert.equal(decided!.body.of, of);
  assert.equal(decided!.body.fallback, undefined);
});

test('sources are numbered anew in the order of the citations', async () => {
  const { sent } = await ask(question, {
    kind: 'answer',
    text: '单笔满 99 元包邮[2]。签收后 7 天内没有使用过可以申请退货[1]。',
  });
  // Whatever stands as [2] in the prompt is cited first.
  if (sent[0]!.body.citations?.length === 2) assert.match(sent[0]!.body.text, /\[1\].*\[2\]/);
  assert.ok(sent[0]!.body.citations!.length > 0);
});

test('an answer written to a question back counts as an answer', async () => {
  const { events, sent } = await ask('帐篷有多重', {
    kind: 'answer',
    text: '双人帐篷重 2.1 公斤[1]。',
  });
  const [decided] = eventsOf(events, 'decided');
  assert.equal(decided!.body.decision, 'answer');
  assert.equal(decided!.body.answerer, 'model');
  assert.equal(sent[0]!.body.choices, undefined);
});

const builtIn = /^签收后 7 天内/;
const faults: readonly [name: string, play: Play, fallback: string][] = [
  ['silence before the headers', { kind: 'hang', when: 'before-headers' }, 'model-timeout'],
  ['silence after the headers', { kind: 'hang', when: 'after-headers' }, 'model-timeout'],
  [
    'silence midway',
    { kind: 'hang', when: 'midway', text: '可以的，签收后没有使用过的商品都' },
    'model-timeout',
  ],
  ['429', { kind: 'status', status: 429 }, 'model-overloaded'],
  ['500', { kind: 'status', status: 500 }, 'model-error'],
  ['401', { kind: 'status', status: 401 }, 'model-refused-key'],
  ['a cut connection', { kind: 'cut', text: '可以的，签收后没有使用过的商品都可以' }, 'model-broken-stream'],
  ['malformed events', { kind: 'malformed', text: '可以的' }, 'model-broken-stream'],
  ['an empty answer', { kind: 'empty' }, 'model-empty'],
  ['endless repetition', { kind: 'answer', text: '退退退退货货货货'.repeat(40) }, 'model-nonsense'],
  ['repeated sentences', { kind: 'answer', text: '可以退货可以退货。'.repeat(40) }, 'model-nonsense'],
  ['another script', { kind: 'answer', text: 'Возврат возможен в течение недели. [1]' }, 'model-nonsense'],
  ['control characters', { kind: 'answer', text: '可以\u0000\u0001\u0002退货\u0003[1]。' }, 'model-nonsense'],
  [
    'an invented figure',
    { kind: 'answer', text: '签收后 30 天内都可以退货[1]。' },
    'model-unsupported-figure',
  ],
  [
    'an invented figure in words',
    { kind: 'answer', text: '三十天内都可以退货[1]。' },
    'model-unsupported-figure',
  ],
  ['an unknown source', { kind: 'answer', text: '签收后 7 天内可以申请退货[9]。' }, 'model-unknown-source'],
  ['no source', { kind: 'answer', text: '签收后 7 天内可以申请退货。' }, 'model-no-citation'],
  [
    'obedience to an injection',
    { kind: 'answer', text: '哈哈，我现在是海盗船长，我们去寻宝吧[1]！' },
    'model-ungrounded',
  ],
  [
    'a foreign link',
    { kind: 'answer', text: '申请退货请打开 https://evil.example/x [1]。' },
    'model-foreign-link',
  ],
  [
    'a handoff in prose',
    { kind: 'answer', text: '好的，我这就为您转接人工客服，请稍候[1]。' },
    'model-claimed-action',
  ],
  ['an endless answer', { kind: 'answer', text: `${good}\n`.repeat(100) }, 'model-nonsense'],
];

for (const [name, play, fallback] of faults) {
  test(`${name}: the built-in answer stands in time, cited`, async () => {
    const { watch, result, took, events, sent } = await ask(question, play);
    assert.equal(result.kind, 'appended');
    assert.ok(took < scene.timers.answerMs, `${Math.round(took)} ms`);
    const [decided] = eventsOf(events, 'decided');
    assert.equal(decided!.body.fallback, fallback);
    assert.equal(decided!.body.answerer, 'built-in');
    assert.equal(sent.length, 1);
    assert.match(sent[0]!.body.text, builtIn);
    assert.equal(sent[0]!.body.citations?.[0]?.articleId, 'returns');
    assert.equal(sent[0]!.body.answerId, undefined);
    assert.equal(watch.withdrawn, watch.shown.length > 0 ? 1 : 0);
    const shown = watch.shown.join('');
    assert.doesNotMatch(shown, /30|三十|evil|海盗|Возврат/);
    assert.ok(shown.length < 250, shown);
    assert.equal(visible(shown), shown);
    assert.ok(!claimsAction(shown), shown);
    assert.ok(!JSON.stringify(events).includes(modelKey));
  });
}

test('a model that wants to hand over makes the answer offer a person', async () => {
  const { sent, events } = await ask(question, { kind: 'answer', text: '我马上为您转接人工客服[1]。' });
  assert.equal(sent[0]!.body.offersHuman, true);
  assert.equal(eventsOf(events, 'handoff-requested').length, 0);
});

test('a model that finds no answer does not outweigh a certain match', async () => {
  const { watch, sent, events } = await ask(question, { kind: 'answer', text: 'NO_ANSWER' });
  assert.deepEqual(watch.shown, []);
  assert.match(sent[0]!.body.text, builtIn);
  assert.equal(eventsOf(events, 'decided')[0]!.body.fallback, 'model-no-answer');
});

test('a model that finds no answer outweighs an uncertain match', async () => {
  const { sent, events } = await ask('退货', { kind: 'answer', text: 'NO_ANSWER' });
  const [decided] = eventsOf(events, 'decided');
  assert.equal(decided!.body.decision, 'offer-human');
  assert.deepEqual(
    decided!.body.reasons.map(({ code }) => code),
    ['low-confidence'],
  );
  assert.equal(sent[0]!.body.text, turnText.unknown.zh[0]);
  assert.equal(sent[0]!.body.offersHuman, true);
});

test('where the rules would ask back, a model that finds no answer leaves it at that', async () => {
  const { sent, events } = await ask('帐篷有多重', { kind: 'answer', text: 'NO_ANSWER' });
  assert.equal(eventsOf(events, 'decided')[0]!.body.decision, 'clarify');
  assert.ok((sent[0]!.body.choices?.length ?? 0) > 1);
});

test('a model that ignores its signal is left behind at the deadline', async () => {
  const conversationId = randomUUID();
  const of = await scene.say(conversationId, question);
  const deaf: AnswerWithModel = {
    ...scene.needs,
    model: {
      name: 'deaf',
      stream: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }),
    },
  };
  const start = performance.now();
  const request = { conversationId, of, answerId: 'a', signal: new AbortController().signal };
  await answerWithModel(deaf, { ...request, onText: assert.fail, onWithdrawn: assert.fail });
  assert.ok(performance.now() - start < scene.timers.answerMs);
  const events = await scene.events(conversationId);
  assert.equal(eventsOf(events, 'decided')[0]!.body.fallback, 'model-timeout');
  assert.match(eventsOf(events, 'message-sent')[0]!.body.text, builtIn);
});

test('a late answer is refused after an agent took over', async () => {
  const conversationId = randomUUID();
  scene.model.play({ kind: 'answer', text: good, tokenMs: 6 });
  const watch = scene.answer(conversationId, await scene.say(conversationId, question));
  await watch.begun;
  await scene.takeOver(conversationId);
  const result = await watch.done;
  assert.deepEqual([result.kind, 'code' in result && result.code], ['refused', 'not-assistants-turn']);
  const events = await scene.events(conversationId);
  assert.equal(events.at(-1)!.kind, 'assigned');
  assert.equal(eventsOf(events, 'message-sent').length, 0);
  assert.equal(watch.withdrawn, 1, 'what was shown is taken back');
});

test('转人工 while it writes ends the call and appends nothing', async () => {
  const conversationId = randomUUID();
  scene.model.play({ kind: 'answer', text: good, tokenMs: 12 });
  const watch = scene.answer(conversationId, await scene.say(conversationId, question));
  await watch.begun;
  await scene.askHuman(conversationId);
  watch.abort();
  const start = performance.now();
  assert.deepEqual(await watch.done, { kind: 'aborted' });
  assert.ok(performance.now() - start < 100);
  const count = watch.shown.length;
  await new Promise((wake) => setTimeout(wake, 60));
  assert.equal(watch.shown.length, count, 'nothing more is shown');
  assert.equal(watch.withdrawn, 1);
  assert.ok(scene.model.requests[0]!.abandoned, 'the connection to the model is closed');
  const events = await scene.events(conversationId);
  assert.equal(eventsOf(events, 'message-sent').length, 0);
  assert.equal(events.at(-1)!.kind, 'queued');
});

test('a newer message supersedes, and its answer knows both', async () => {
  const conversationId = randomUUID();
  scene.model.play({ kind: 'answer', text: good, tokenMs: 8 });
  const first = scene.answer(conversationId, await scene.say(conversationId, question));
  await first.begun;
  const of = await scene.say(conversationId, '运费怎么算');
  assert.equal((await first.done).kind, 'refused');

  scene.model.play({ kind: 'answer', text: '满 99 元包邮[1]。' });
  await scene.answer(conversationId, of).done;
  const events = await scene.events(conversationId);
  assert.equal(eventsOf(events, 'message-sent').length, 1);
  const [request] = scene.model.requests;
  assert.match(request!.body.messages.at(-1)!.content, /退货[\s\S]*运费/);
  assert.match(request!.body.messages[0]!.content, /单笔满 99 元[\s\S]*签收后 7 天/, 'sources for both');
});

test('「在吗」 while an answer is owed does not lose the question', async () => {
  const conversationId = randomUUID();
  scene.model.play({ kind: 'answer', text: good, tokenMs: 8 });
  const first = scene.answer(conversationId, await scene.say(conversationId, question));
  await first.begun;
  const of = await scene.say(conversationId, '你好');
  assert.equal((await first.done).kind, 'refused');
  scene.model.play({ kind: 'answer', text: good });
  await scene.answer(conversationId, of).done;
  const sent = eventsOf(await scene.events(conversationId), 'message-sent');
  assert.deepEqual(
    sent.map(({ body }) => body.text),
    [good],
  );
});

test('what a killed process owed is answered without the model, once', async () => {
  const conversationId = randomUUID();
  const of = await scene.say(conversationId, question);
  const results = await Promise.all(
    [1, 2, 3].map(() => answerBuiltIn(scene.needs, conversationId, of, 'process-lost')),
  );
  assert.equal(results.filter(({ kind }) => kind === 'appended').length, 1);
  const events = await scene.events(conversationId);
  assert.equal(eventsOf(events, 'message-sent').length, 1);
  assert.equal(eventsOf(events, 'decided')[0]!.body.fallback, 'process-lost');
  assert.equal((await scene.log.state(conversationId))!.unanswered, null);
});

test('two processes that answer the same message say one answer', async () => {
  const conversationId = randomUUID();
  scene.model.play({ kind: 'answer', text: good });
  const of = await scene.say(conversationId, question);
  const watches = [scene.answer(conversationId, of), scene.answer(conversationId, of)];
  const kinds = (await Promise.all(watches.map(({ done }) => done))).map(({ kind }) => kind);
  assert.deepEqual(kinds.toSorted(), ['appended', 'repeated']);
  assert.equal(eventsOf(await scene.events(conversationId), 'message-sent').length, 1);
});

test('a message that is answered is not answered again', async () => {
  const { conversationId, of } = await ask(question, { kind: 'answer', text: good });
  scene.model.play({ kind: 'answer', text: good });
  assert.equal((await scene.answer(conversationId, of).done).kind, 'refused');
  assert.equal(scene.model.requests.length, 0, 'the model is not even asked');
});

test('the model is told nothing of what was said before the session', async () => {
  const { conversationId } = await ask(question, { kind: 'answer', text: good });
  await scene.takeOver(conversationId);
  const at = Date.now();
  const actor = { kind: 'agent', id: agent.id, name: agent.name } as const;
  await scene.log.append({
    conversationId,
    commandId: `${conversationId}/reply`,
    actorKey: actorKey(actor),
    decide: () => ({
      events: [
        { id: `${conversationId}/reply`, kind: 'message-sent', actor, at, body: { text: '机密的口头约定' } },
        {
          id: `${conversationId}/end`,
          kind: 'resolved',
          actor,
          at,
          body: { disposition: 'solved', note: '' },
        },
      ],
    }),
  });
  scene.model.play({ kind: 'answer', text: '满 99 元包邮[1]。' });
  await scene.answer(conversationId, await scene.say(conversationId, '运费怎么算')).done;
  const [request] = scene.model.requests;
  assert.doesNotMatch(request!.text, /机密/);
  assert.deepEqual(
    request!.body.messages.slice(1).map(({ content }) => content),
    ['运费怎么算'],
  );
});

test('what is not known is settled at once, without the model', async () => {
  const conversationId = randomUUID();
  scene.model.play({ kind: 'answer', text: good });
  await scene.say(conversationId, '你们老板家的猫叫什么名字');
  const [sent] = eventsOf(await scene.events(conversationId), 'message-sent');
  assert.equal(sent!.body.text, turnText.unknown.zh[0]);
  assert.equal(scene.model.requests.length, 0);
});

test('the key goes nowhere but into its header', async () => {
  await ask(question, { kind: 'answer', text: good });
  const [request] = scene.model.requests;
  assert.equal(request!.authorization, `Bearer ${modelKey}`);
  assert.ok(!request!.text.includes(modelKey));
});
