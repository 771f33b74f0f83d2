import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextModel } from '../learning/text-model.ts';
import { humanRequestWords } from './human-request.ts';
import { humanRequestClasses } from './human-request-learned.ts';

/** Sure of a request, whatever it is asked. */
const sure: TextModel = {
  name: 'human-request',
  version: 'test',
  classes: humanRequestClasses,
  probabilities: () => new Float64Array([0.1, 0.9]),
  piecesFor: (text) => [text.slice(-1), 'someone', 'nobody wrote this'],
  partsFor: () => [],
};

const unheard = 'timer someone lamp';

test('what was learned is asked where the rules hear no wish, and says which words carried it', () => {
  assert.deepEqual(humanRequestWords(unheard), []);
  assert.deepEqual(humanRequestWords(unheard, sure), ['someone']);
  assert.deepEqual(humanRequestWords(unheard), [], 'the answer with a model is not kept for the one without');
});

test('what was learned cannot overrule a refusal, a report, hours, money, or a message without any partner', () => {
  for (const text of [
    '不用转人工',
    'no need for a human',
    '上次客服说会退',
    '人工客服几点上班',
    '人工费怎么收',
    '什么颜色好看',
  ])
    assert.deepEqual(humanRequestWords(text, sure), [], text);
});

test('an unsure model adds nothing', () => {
  assert.deepEqual(
    humanRequestWords(unheard, { ...sure, probabilities: () => new Float64Array([0.6, 0.4]) }),
    [],
  );
});

test('praise of the staff and who belongs to it ask for nobody, whatever the weights say', () => {
  const sure = { probabilities: () => [0.01, 0.99], piecesFor: () => ['客服'], version: 'sure' };
  for (const text of ['你们客服人真好', '你们家客服人不错', '我是你们的客服', 'your staff are very helpful'])
    assert.deepEqual(humanRequestWords(text, sure as never), [], text);
});

test('whoever asks who is speaking asks for the truth, not for a person', () => {
  for (const text of [
    'are you a human?',
    'Are you a real person or a bot',
    'is this a bot?',
    'am I talking to a robot',
    'Am I chatting with a real person?',
    '是机器人在回答吗',
    '你是真人吗',
  ])
    assert.deepEqual(humanRequestWords(text, sure), [], text);
  for (const text of ['is this a human? let me talk to one', '有真人吗', 'are you a bot? get me a human'])
    assert.notDeepEqual(humanRequestWords(text, sure), [], text);
});
