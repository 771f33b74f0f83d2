import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanOfOdds } from '../learning/odds.ts';
import type { Opinion, Perception } from '../terms/perception.ts';
import { disagreementsOf, readOpinion, withOpinion } from './second-opinion.ts';

const said = {
  wants_human: 0.1,
  needs_human: 0.2,
  emotion: 'angry',
  intensity: 0.6,
  risks: ['legal-threat'],
};
const perceived = (more: Partial<Perception> = {}): Perception => ({
  language: 'zh',
  wantsHuman: false,
  emotion: 'neutral',
  intensity: 0,
  act: 'question',
  risks: [],
  evidence: [],
  ...more,
});
const opinion = (more: Partial<Opinion> = {}): Opinion => ({
  model: 'm',
  wantsHuman: 0,
  needsHuman: 0,
  emotion: 'neutral',
  intensity: 0,
  risks: [],
  ...more,
});
const on = (one: Perception, other: Opinion, need?: number) =>
  disagreementsOf(one, need, other).map((found) => found.on);

test('an opinion is read out of whatever words stand around it', () => {
  const read = readOpinion(`Sure!\n\`\`\`json\n${JSON.stringify(said)}\n\`\`\``, 'm');
  assert.deepEqual(read, {
    model: 'm',
    wantsHuman: 0.1,
    needsHuman: 0.2,
    emotion: 'angry',
    intensity: 0.6,
    risks: ['legal-threat'],
  });
});

test('half an opinion is none', () => {
  for (const broken of [
    '',
    'no',
    '{',
    '[]',
    'null',
    '{"emotion":"angry"}',
    JSON.stringify({ ...said, wants_human: 1.2 }),
    JSON.stringify({ ...said, needs_human: '0.4' }),
    JSON.stringify({ ...said, emotion: 'furious' }),
    JSON.stringify({ ...said, intensity: null }),
    JSON.stringify(said).slice(0, -4),
  ])
    assert.equal(readOpinion(broken, 'm'), null, broken);
});

test('an unknown risk or intent is left out, and an intent where none are known', () => {
  const text = JSON.stringify({ ...said, risks: ['fire', 'press'], intent: 'refund' });
  assert.deepEqual(readOpinion(text, 'm')?.risks, ['press']);
  assert.equal(readOpinion(text, 'm')?.intent, undefined);
  assert.equal(readOpinion(text, 'm', ['invoice'])?.intent, undefined);
  assert.equal(readOpinion(text, 'm', ['invoice', 'refund'])?.intent, 'refund');
});

test('what both say alike is no disagreement, whatever the fine figures', () => {
  assert.deepEqual(
    on(perceived({ emotion: 'angry', intensity: 0.5 }), opinion({ emotion: 'sad', intensity: 0.9 })),
    [],
  );
  assert.deepEqual(on(perceived(), opinion({ wantsHuman: 0.4, needsHuman: 0.3 }), 0.1), []);
  assert.deepEqual(on(perceived({ wantsHuman: true }), opinion({ wantsHuman: 0.9 })), []);
});

test('each matter on which the two differ is named with what each of them says', () => {
  assert.deepEqual(
    disagreementsOf(
      perceived({
        emotion: 'pleased',
        intensity: 0.6,
        intent: { name: 'invoice', probability: 0.7, outOfScope: false },
      }),
      0.1,
      opinion({
        wantsHuman: 0.66,
        needsHuman: 0.9,
        emotion: 'angry',
        intensity: 0.8,
        risks: ['safety'],
        intent: 'refund',
      }),
    ),
    [
      { on: 'wish', rules: 0, model: 0.66 },
      { on: 'need', rules: 0.1, model: 0.9 },
      { on: 'mood', rules: 'pleased', model: 'angry' },
      { on: 'risk', rules: 'none', model: 'safety' },
      { on: 'intent', rules: 'invoice', model: 'refund' },
    ],
  );
  assert.deepEqual(on(perceived({ wantsHuman: true, risks: ['press'] }), opinion()), ['wish', 'risk']);
});

test('a wish or a risk counts when either hears it, and the mood is the model’s', () => {
  const both = withOpinion(
    perceived({ emotion: 'pleased', intensity: 0.7, risks: ['press'] }),
    opinion({ wantsHuman: 0.85, emotion: 'angry', intensity: 0.4, risks: ['safety'] }),
  );
  assert.equal(both.wantsHuman, true);
  assert.deepEqual([both.emotion, both.intensity], ['angry', 0.4]);
  assert.deepEqual(both.risks, ['safety', 'press']);
  assert.equal(withOpinion(perceived({ wantsHuman: true }), opinion()).wantsHuman, true);
  assert.equal(withOpinion(perceived(), opinion({ wantsHuman: 0.79 })).wantsHuman, false);
});

test('two probabilities meet between them, and nearer to the surer one', () => {
  assert.equal(meanOfOdds(0.5, 0.5), 0.5);
  assert.ok(Math.abs(meanOfOdds(0.2, 0.8) - 0.5) < 1e-9);
  assert.ok(meanOfOdds(0.1, 0.99) > 0.55);
  assert.ok(meanOfOdds(0, 1) > 0.49 && meanOfOdds(0, 1) < 0.51);
});
