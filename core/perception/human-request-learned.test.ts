import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextModel } from '../learning/text-model.ts';
import { humanRequestWords } from './human-request.ts';
import { humanRequestClasses } from './human-request-learned.ts';

/** Gives every view that holds one of these words its probability, and all others 0.01. */
const knowing = (probabilities: Readonly<Record<string, number>>): TextModel => ({
  name: 'human-request',
  version: 'test',
  classes: humanRequestClasses,
  probabilities: (view) => {
    const known = Object.entries(probabilities).filter(([word]) => view.includes(word));
    const likeliest = Math.max(0.01, ...known.map(([, probability]) => probability));
    return new Float64Array([1 - likeliest, likeliest]);
  },
  piecesFor: () => [],
  partsFor: () => [],
});

test('a wish that the rules miss is heard where what was learned is sure, and its clause is quoted', () => {
  const text = 'My timer broke. A lamp for someone, then.';
  assert.deepEqual(humanRequestWords(text), []);
  assert.deepEqual(humanRequestWords(text, knowing({ lamp: 0.9 })), ['a lamp for someone']);
  assert.deepEqual(humanRequestWords(text, knowing({ lamp: 0.1 })), []);
  assert.deepEqual(humanRequestWords(text), [], 'the answer with a model is not kept for the one without');
});

test('words against a wish take a surer opinion, and the clauses beside them do not', () => {
  const refused = 'no lamp for someone';
  assert.deepEqual(humanRequestWords(refused, knowing({ lamp: 0.6 })), []);
  assert.deepEqual(humanRequestWords(refused, knowing({ lamp: 0.95 })), [refused]);
  const beside = 'no timer. a lamp for someone.';
  assert.deepEqual(humanRequestWords(beside, knowing({ lamp: 0.6 })), ['a lamp for someone']);
});

test('a wish that the rules hear is not believed where what was learned holds it for hardly possible', () => {
  assert.notDeepEqual(humanRequestWords('转人工'), []);
  assert.deepEqual(humanRequestWords('转人工', knowing({})), []);
  assert.notDeepEqual(humanRequestWords('转人工', knowing({ 转人工: 0.3 })), []);
});

test('a wish is found in the midst of a story, and at the end of a sentence without any mark', () => {
  const story = `the lamp broke, ${'it was blue, '.repeat(6)}so get someone, ${'and it was dear, '.repeat(6)}thanks`;
  assert.deepEqual(humanRequestWords(story, knowing({ 'get someone': 0.9 })), ['get someone']);
  const breathless = `我那个灯${'坏了又修修了又坏'.repeat(6)}你帮我弄一下客副好不好`;
  assert.equal(humanRequestWords(breathless, knowing({ 客副: 0.9 })).length, 1);
});

test('who speaks of nobody is not asked about, whatever the weights say', () => {
  assert.deepEqual(humanRequestWords('什么颜色好看', knowing({ 颜色: 0.99 })), []);
});

test('praise of the staff and who belongs to it ask for nobody, whatever the weights say', () => {
  const sure = knowing({ 客服: 0.99, staff: 0.99 });
  for (const text of ['你们客服人真好', '你们家客服人不错', '我是你们的客服', 'your staff are very helpful'])
    assert.deepEqual(humanRequestWords(text, sure), [], text);
});

test('whoever asks who is speaking asks for the truth, not for a person', () => {
  const sure = knowing({ bot: 0.99, human: 0.99, 真人: 0.99, 机器人: 0.99, person: 0.99 });
  for (const text of [
    'are you a human?',
    'Are you a real person or a bot',
    'is this a bot?',
    'am I talking to a robot',
    'Am I chatting with a real person?',
    '是机器人在回答吗',
    '你是真人吗',
    '你是机器人还是真人啊',
  ])
    assert.deepEqual(humanRequestWords(text, sure), [], text);
  for (const text of ['is this a human? let me talk to one', '有真人吗', 'are you a bot? get me a human'])
    assert.notDeepEqual(
      humanRequestWords(text, knowing({ 'talk to one': 0.9, 有真人: 0.9, 'get me': 0.9 })),
      [],
      text,
    );
});
