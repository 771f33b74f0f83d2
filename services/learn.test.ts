import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import { knowledgeInMemory } from './knowledge-in-memory.ts';
import { type Drafts, learn, type ProposalBook } from './learn.ts';

const segment = (text: string) => text.match(/[a-z0-9]+|\p{Script=Han}{1,2}/giu) ?? [];
const knowledge = knowledgeInMemory(createKnowledgeIndex(segment), segment, () => 0);

const event = (seq: number, kind: string, by: 'contact' | 'agent', body: object) =>
  ({
    seq,
    kind,
    conversationId: 'c1',
    at: seq,
    actor: { kind: by, id: by, name: '王敏' },
    body,
  }) as unknown as ConversationEvent;
const events = [
  event(1, 'message-received', 'contact', { text: '流萤营灯的灯罩上沾了松脂怎么清洁' }),
  event(2, 'message-sent', 'agent', {
    text: '先用软布蘸少量食用油轻擦松脂，等五分钟，再用温水和中性洗洁精洗净晾干。',
  }),
  event(3, 'resolved', 'agent', { disposition: 'solved', note: '' }),
];

test('comparing with two thousand open matters lets the process answer meanwhile', async () => {
  const written: string[] = [];
  const proposals: ProposalBook = {
    hasTaught: async () => false,
    knownMatters: async () =>
      Array.from({ length: 2_000 }, (_, matter) => ({
        id: `m${matter}`,
        state: 'waiting' as const,
        questions: Array.from({ length: 10 }, (_, place) => `第${matter}号商品的第${place}个问题怎么办`),
        sinceRejected: 0,
      })),
    waitingElsewhere: async () => [],
    add: async ({ id }) => void written.push(id),
    join: async () => assert.fail('nothing is alike'),
  };
  const articles: Drafts = {
    add: async () => undefined,
    find: async () => undefined,
    save: async () => assert.fail('no draft is changed'),
  };
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const learned = await learn(
    { log: { read: async () => events }, articles, proposals, knowledge, inboxIds: async () => [] },
    events[2] as EventOf<'resolved'>,
  );
  isOver = true;
  assert.deepEqual(written, [learned?.proposalId]);
  assert.ok(turns >= 90, `the process had ${turns} turns`);
});
