import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, Decision } from '../terms/event.ts';
import type { Perception } from '../terms/perception.ts';
import { packetOf } from './handoff-packet.ts';

type Turn = readonly [text: string, decision: Decision, perceived?: Partial<Perception>];

/** The log of a customer who says these things, each met by a decision. */
function logOf(turns: readonly Turn[]): ConversationEvent[] {
  const base = (seq: number) => ({ conversationId: 'c', seq, id: `event-${seq}`, at: seq * 1000 });
  return turns.flatMap(([text, decision, perceived], turn) => {
    const seq = turn * 3 + 1;
    return [
      {
        ...base(seq),
        actor: { kind: 'contact', id: 'k' },
        kind: 'message-received',
        body: { text, attachments: [] },
      },
      {
        ...base(seq + 1),
        actor: { kind: 'assistant' },
        kind: 'perceived',
        body: {
          of: seq,
          language: 'zh',
          wantsHuman: false,
          emotion: 'neutral',
          intensity: 0,
          act: 'question',
          evidence: [],
          ...perceived,
        },
      },
      {
        ...base(seq + 2),
        actor: { kind: 'assistant' },
        kind: 'decided',
        body: {
          of: seq,
          decision,
          confidence: 0.9,
          reasons: [],
          considered: [],
          noProgress: false,
          repeated: false,
          answerer: 'built-in',
          policyVersion: 1,
        },
      },
    ] as const satisfies readonly ConversationEvent[];
  });
}

const angry = {
  emotion: 'angry',
  intensity: 0.85,
  evidence: [{ signal: 'angry', words: ['生气', '气死', '投诉'] }],
} as const;
const wanted = (...turns: readonly Turn[]) => packetOf(logOf(turns)).wants.question;

test('the packet names the trouble, not the question that was answered and not the anger about it', () => {
  assert.equal(
    wanted(
      ['云栖 2 双人帐篷有多重？', 'answer'],
      ['我上周买的那顶，用了一天帐杆就断了', 'clarify'],
      ['太让人生气了，你们的质量怎么这么差！我要投诉', 'hand-off', angry],
    ),
    '我上周买的那顶，用了一天帐杆就断了',
  );
});

test('anger about an answer leaves what it was about', () => {
  assert.equal(
    wanted(
      ['云栖 2 双人帐篷有多重？', 'answer'],
      ['上周买的那顶，用了一天帐杆就断了', 'answer'],
      ['太让人生气了，质量怎么这么差！', 'hand-off', angry],
    ),
    '上周买的那顶，用了一天帐杆就断了',
  );
});

test('anger that tells the trouble at length is what the customer wants', () => {
  const told = '气死我了，上周买的头灯用了一天就坏，退货申请提交三天了没有人理我';
  assert.equal(wanted(['头灯坏了', 'clarify'], [told, 'hand-off', angry]), told);
});

test('a customer who asks for a person after an answer still wants what was answered', () => {
  assert.equal(
    wanted(['羽绒睡袋怎么洗？', 'answer'], ['转人工', 'hand-off', { wantsHuman: true }]),
    '羽绒睡袋怎么洗？',
  );
});
