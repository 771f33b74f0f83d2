import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultPolicy } from '../policy/default-policy.ts';
import { decideHandoff, type HandoffSignals } from './decide-handoff.ts';
import {
  courseClues,
  courseFeatures,
  courseSteps,
  type HandoffCourse,
  likenessOf,
} from './handoff-course.ts';
import { type HandoffModel, handoffModelFrom } from './handoff-model.ts';
import { type HandoffClues, handoffThreshold, predictHandoff } from './predict-handoff.ts';

const course: HandoffCourse = { messages: 3, words: 6, likeness: 0, isSameAnswer: false, sameAnswers: 0 };
const neutral = { emotion: 'neutral', intensity: 0 } as const;
const calm: HandoffClues = {
  course,
  moods: [neutral, neutral, neutral],
  confidence: 0.9,
  nothingKnown: false,
  failedTurns: 0,
  silentMinutes: 0.3,
};
/** A course that adds nothing, and one in which the step of a repeated answer adds one. */
const flat: HandoffModel = { version: 'test', weights: new Float32Array(courseFeatures) };
const sameAnswerAddsOne: HandoffModel = {
  version: 'test',
  weights: Float32Array.from({ length: courseFeatures }, (_, n) =>
    courseSteps({ ...course, isSameAnswer: true }).includes(n) && !courseSteps(course).includes(n) ? 1 : 0,
  ),
};
const likely = (some: Partial<HandoffClues>, model = flat) =>
  predictHandoff(model, { ...calm, ...some }).probability;

test('what goes well stays unlikely, and every trouble makes a handoff likelier', () => {
  assert.ok(likely({}) < 0.03);
  const furious = { emotion: 'angry', intensity: 0.9 } as const;
  for (const trouble of [
    { failedTurns: 1 },
    { confidence: 0.2 },
    { nothingKnown: true },
    { moods: [neutral, furious] },
    { silentMinutes: 5 },
  ])
    assert.ok(likely(trouble) > likely({}), JSON.stringify(trouble));
  assert.ok(likely({ moods: [{ emotion: 'pleased', intensity: 0.8 }] }) < likely({}));
});

test('two failed answers in a row show as a fair chance, three as even odds or more, and neither counts its evidence twice', () => {
  const failed = (failedTurns: number) => likely({ failedTurns, confidence: 0, nothingKnown: true });
  assert.ok(failed(1) < 0.3);
  assert.ok(failed(2) >= 0.3 && failed(2) < 0.5, String(failed(2)));
  assert.ok(failed(3) >= 0.5);
  const denied = likely({ failedTurns: 2, confidence: 0 });
  assert.ok(denied > failed(2), 'a customer who says so is surer than a search that finds nothing');
});

test('a mood that turns weighs more than one that was always there', () => {
  const annoyed = { emotion: 'angry', intensity: 0.5 } as const;
  assert.ok(likely({ moods: [neutral, neutral, annoyed] }) > likely({ moods: [annoyed, annoyed, annoyed] }));
});

test('the shape of the conversation counts by the weights, and is named where it speaks for a person', () => {
  const again = { course: { ...course, isSameAnswer: true } };
  const odds = (probability: number) => Math.log(probability / (1 - probability));
  assert.ok(
    Math.abs(odds(likely(again, sameAnswerAddsOne)) - odds(likely({}, sameAnswerAddsOne)) - 1) < 1e-6,
  );
  assert.deepEqual(predictHandoff(sameAnswerAddsOne, { ...calm, ...again }).factors, ['same-answer']);
});

test('the factors are those that speak for a person, strongest first, at most three', () => {
  const { factors } = predictHandoff(sameAnswerAddsOne, {
    ...calm,
    course: { ...course, isSameAnswer: true },
    moods: [neutral, { emotion: 'angry', intensity: 0.4 }],
    confidence: 0.1,
    failedTurns: 3,
  });
  assert.equal(factors[0], 'failed-answers');
  assert.equal(factors.length, 3);
  assert.deepEqual(predictHandoff(flat, calm).factors, []);
});

test('whatever is known, the probability is one', () => {
  fc.assert(
    fc.property(
      fc.record({
        confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        failedTurns: fc.nat(1000),
        silentMinutes: fc.double({ min: 0, max: 1e9, noNaN: true }),
        course: fc.record({
          messages: fc.nat(),
          words: fc.nat(),
          likeness: fc.double({ min: 0, max: 1, noNaN: true }),
          isSameAnswer: fc.boolean(),
          sameAnswers: fc.nat(),
        }),
      }),
      (some) => {
        const { probability } = predictHandoff(flat, { ...calm, ...some });
        assert.ok(probability > 0 && probability <= 1);
        assert.equal(new Set(courseSteps(some.course)).size, courseClues.length);
      },
    ),
  );
});

test('the threshold follows from the costs', () => {
  assert.equal(handoffThreshold(1), 0.5);
  assert.equal(handoffThreshold(3), 0.25);
  assert.ok(handoffThreshold(0.25) === 0.8);
});

test('likeness is the share of common words', () => {
  assert.equal(likenessOf(new Set(['a', 'b']), new Set(['b', 'c'])), 1 / 3);
  assert.equal(likenessOf(new Set(), new Set()), 0);
});

test('weights of something else are refused', () => {
  assert.throws(() => handoffModelFrom({ name: 'emotion', version: '1', head: {}, tensors: {} }), /emotion/);
});

const signals: HandoffSignals = {
  wantsHuman: false,
  evidence: [],
  acceptsOffer: false,
  emotion: 'neutral',
  intensity: 0,
  recentEmotions: ['neutral'],
  turnsWithoutProgress: 1,
  repeatedQuestions: 0,
  turns: 4,
  minutes: 3,
  confidence: 0.1,
  nothingKnown: true,
  prediction: { probability: 0.62, raw: 0.62, factors: ['failed-answers', 'mood'] },
};
const withCost = (lateCost: number, enabled = true) => ({
  ...defaultPolicy.handoff,
  prediction: { enabled, lateCost },
});

test('the probability hands over from the threshold on, with its figures and factors before what else was offered', () => {
  const { action, reasons } = decideHandoff(signals, withCost(1));
  assert.equal(action, 'hand-off');
  assert.deepEqual(reasons[0], {
    code: 'predicted',
    figures: { probability: 0.62, threshold: 0.5 },
    factors: ['failed-answers', 'mood'],
  });
  assert.equal(reasons[1]?.code, 'nothing-known');
  assert.equal(decideHandoff(signals, withCost(0.5)).action, 'offer');
});

test('rules come first, and a policy without prediction predicts nothing', () => {
  const { reasons } = decideHandoff({ ...signals, wantsHuman: true }, withCost(1));
  assert.deepEqual(
    reasons.map(({ code }) => code),
    ['customer-asked'],
  );
  assert.equal(decideHandoff(signals, withCost(1, false)).action, 'offer');
  const { prediction: _, ...older } = defaultPolicy.handoff;
  assert.equal(decideHandoff(signals, older).action, 'offer');
});
