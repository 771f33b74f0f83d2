import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultPolicy } from '../policy/default-policy.ts';
import { decideHandoff, type HandoffSignals } from './decide-handoff.ts';

const calm: HandoffSignals = {
  wantsHuman: false,
  evidence: [],
  acceptsOffer: false,
  emotion: 'neutral',
  intensity: 0,
  recentEmotions: ['neutral'],
  turnsWithoutProgress: 0,
  repeatedQuestions: 0,
  turns: 1,
  minutes: 0,
  confidence: 0.9,
  nothingKnown: false,
};
const decide = (signals: Partial<HandoffSignals>) => {
  const { action, reasons } = decideHandoff({ ...calm, ...signals }, defaultPolicy.handoff);
  return `${action} ${reasons.map(({ code }) => code).join(' ')}`.trim();
};

test('each threshold gives way exactly where it stands', () => {
  const t = defaultPolicy.handoff;
  for (const [signals, said] of [
    [{}, 'none'],
    [{ wantsHuman: true }, 'hand-off customer-asked'],
    [{ acceptsOffer: true }, 'hand-off customer-asked'],
    [{ emotion: 'angry', intensity: t.angerIntensity, recentEmotions: ['angry'] }, 'hand-off anger'],
    [{ emotion: 'angry', intensity: t.angerIntensity - 0.01, recentEmotions: ['angry'] }, 'offer anger'],
    [{ emotion: 'angry', intensity: 0.1, recentEmotions: ['angry', 'angry'] }, 'hand-off anger'],
    [
      { emotion: 'angry', intensity: 0.1, recentEmotions: ['angry', 'neutral', 'neutral', 'angry'] },
      'offer anger',
    ],
    [{ emotion: 'neutral', recentEmotions: ['angry', 'angry', 'neutral'] }, 'none'],
    [{ repeatedQuestions: t.repeatedQuestions - 1 }, 'offer repeated-question'],
    [{ repeatedQuestions: t.repeatedQuestions }, 'hand-off repeated-question'],
    [{ turnsWithoutProgress: t.turnsWithoutProgress - 1 }, 'none'],
    [{ turnsWithoutProgress: t.turnsWithoutProgress }, 'hand-off no-progress'],
    [{ nothingKnown: true, confidence: 0.1 }, 'offer nothing-known'],
    [{ turns: t.turns }, 'none'],
    [{ turns: t.turns, turnsWithoutProgress: 1 }, 'hand-off long-conversation'],
    [{ turns: t.turns - 1, turnsWithoutProgress: 1 }, 'none'],
    [{ minutes: t.minutes, turnsWithoutProgress: 1 }, 'hand-off long-conversation'],
    [{ minutes: t.minutes - 0.1, turnsWithoutProgress: 1 }, 'none'],
  ] as [Partial<HandoffSignals>, string][])
    assert.equal(decide(signals), said, JSON.stringify(signals));
});

test('a wish for a person is first among the reasons, whatever else is true', () => {
  const signals = fc.record({
    emotion: fc.constantFrom('angry', 'neutral', 'sad'),
    intensity: fc.double({ min: 0, max: 1, noNaN: true }),
    recentEmotions: fc.array(fc.constantFrom('angry', 'neutral'), { maxLength: 5 }),
    turnsWithoutProgress: fc.nat(6),
    repeatedQuestions: fc.nat(6),
    turns: fc.nat(30),
    minutes: fc.nat(60),
    nothingKnown: fc.boolean(),
  });
  fc.assert(
    fc.property(signals, (some) => {
      const asked = decideHandoff(
        { ...calm, ...(some as Partial<HandoffSignals>), wantsHuman: true },
        defaultPolicy.handoff,
      );
      assert.equal(asked.action, 'hand-off');
      assert.equal(asked.reasons[0]?.code, 'customer-asked');
      const verdict = decideHandoff({ ...calm, ...(some as Partial<HandoffSignals>) }, defaultPolicy.handoff);
      assert.equal(
        verdict.action === 'none',
        verdict.reasons.length === 0,
        'nothing is decided without a reason',
      );
    }),
  );
});
