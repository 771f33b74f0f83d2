import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreementsOf } from '../core/perception/second-opinion.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { Opinion, Perception } from '../core/terms/perception.ts';
import { disputesOf } from './disputes-from-log.ts';

const conversationId = '00000000-0000-4000-8000-000000000001';
const calm: Perception = {
  language: 'zh',
  wantsHuman: false,
  emotion: 'neutral',
  intensity: 0,
  act: 'question',
  risks: [],
  intent: { name: 'delivery', probability: 0.7, outOfScope: false },
  evidence: [],
};
const opinion: Opinion = {
  model: 'large',
  wantsHuman: 0.1,
  needsHuman: 0.2,
  emotion: 'neutral',
  intensity: 0,
  risks: [],
  intent: 'delivery',
};

/** What a message leaves, as rules and model understood it; `needs` is what the rules predicted. */
function left(
  text: string,
  perceived: Partial<Perception>,
  said: Partial<Opinion>,
  { needs, of = 2 }: { needs?: number; of?: number } = {},
) {
  const common = { conversationId, id: 'x', at: 1_000, actor: { kind: 'system' } } as const;
  const perception = { ...calm, ...perceived };
  const heard = { ...opinion, ...said };
  const disagreements = disagreementsOf(perception, needs, heard);
  const events = [
    { ...common, seq: of, kind: 'message-received', body: { text, attachments: [] } },
    { ...common, seq: of + 1, kind: 'perceived', body: { of, ...perception } },
    { ...common, seq: of + 2, kind: 'second-opinion', body: { of, opinion: heard, disagreements } },
    {
      ...common,
      seq: of + 3,
      kind: 'decided',
      body: {
        of,
        ...(needs === undefined ? {} : { needsHuman: { probability: needs, raw: needs, weights: '' } }),
      },
    },
  ] as unknown as ConversationEvent[];
  return disputesOf(events[2] as EventOf<'second-opinion'>, events);
}

test('where both understand the same, nothing waits for a judgement', () => {
  assert.deepEqual(left('快递到哪了', {}, {}), []);
});

test('a mood, an intent and a need are rows of their own with both opinions', () => {
  const rows = left(
    '真行，一周了还没到',
    { intensity: 0.1 },
    { emotion: 'angry', intensity: 0.7, intent: 'complaints', needsHuman: 0.8 },
    { needs: 0.2 },
  );
  assert.deepEqual(
    rows.map(({ model, tandem, opinion: other, predicted }) => [model, tandem, other, predicted]),
    [
      ['handoff', { label: 'assistant', share: 0.2 }, { label: 'human', share: 0.8, by: 'large' }, 0.2],
      ['emotion', { label: 'neutral', share: 0.1 }, { label: 'angry', share: 0.7, by: 'large' }, null],
      ['intent', { label: 'delivery', share: 0.7 }, { label: 'complaints', share: null, by: 'large' }, null],
    ],
  );
});

test('a wish goes before a need, and shares far apart on one side of the line are no question', () => {
  const [wish, ...rest] = left('叫你们管事的来', {}, { wantsHuman: 0.9, needsHuman: 0.9 }, { needs: 0.1 });
  assert.deepEqual(
    [wish!.tandem, wish!.opinion.share, rest.length],
    [{ label: 'none', share: null }, 0.9, 0],
  );
  assert.deepEqual(left('快递到哪了', {}, { needsHuman: 0.02 }, { needs: 0.45 }), []);
});

test('the same words make the same row of mood and intent, whoever wrote them; a need is each message’s own', () => {
  const mood = { emotion: 'angry', intensity: 0.8, needsHuman: 0.9 } as const;
  const [need, one] = left('真行，一周了还没到', {}, mood, { needs: 0.1 });
  const [otherNeed, other] = left('真行 一周了还没到！', {}, mood, { needs: 0.1, of: 20 });
  assert.equal(one!.id, other!.id);
  assert.notEqual(need!.id, otherNeed!.id);
  assert.deepEqual(left('真行，一周了还没到', {}, mood, { needs: 0.1 }), [need, one]);
});

test('what tells who somebody is never reaches a row, and a message without words is none', () => {
  const [row] = left('我叫王小明，电话13812345678，真行', {}, { emotion: 'angry', intensity: 0.8 });
  assert.doesNotMatch(JSON.stringify(row), /王小明|138/);
  assert.deepEqual(left('  ', {}, { emotion: 'angry', intensity: 0.8 }), []);
});

test('a wish and every risk are rows of their own, the same for the same words', () => {
  const said = { wantsHuman: 0.9, risks: ['press', 'legal-threat'] } as const;
  const rows = left('等着上头版吧', { risks: ['safety'] }, said);
  assert.deepEqual(
    rows.map(({ model, tandem, opinion: other }) => [model, tandem.label, other.label]),
    [
      ['wish', 'none', 'human'],
      ['risk', 'none', 'legal-threat'],
      ['risk', 'safety', 'none'],
      ['risk', 'none', 'press'],
    ],
  );
  assert.equal(new Set(rows.map(({ id }) => id)).size, 4);
  assert.deepEqual(
    left('等着上头版吧！', { risks: ['safety'] }, said, { of: 9 }).map(({ id }) => id),
    rows.map(({ id }) => id),
  );
});

test('abuse that is heard by its degree is no dispute with a model that hears it, too', () => {
  assert.deepEqual(left('你算什么东西', { abuse: 0.8 }, { risks: ['abuse'] }), []);
  const [row] = left('你算什么东西', { abuse: 0.8 }, {});
  assert.deepEqual([row!.tandem.label, row!.opinion.label], ['abuse', 'none']);
});
