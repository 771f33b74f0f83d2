import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import type { Colleague } from '../core/protocol/views.ts';
import type { AgentProfile, AgentStatus } from '../core/terms/agent-status.ts';
import type { Policy } from '../core/terms/policy.ts';
import type { Queue } from '../core/terms/queue.ts';
import { firstWordFor, online, serves, standingOf } from './queue-standing.ts';

const [shipped] = defaultPolicy.queues;
const policyWith = (...queues: readonly Partial<Queue>[]): Policy => ({
  ...defaultPolicy,
  queues: queues.map((queue) => ({ ...shipped!, ...queue })),
});

const colleague = (id: string, presence: AgentStatus, profile: Partial<AgentProfile> = {}): Colleague => ({
  id,
  name: id,
  email: `${id}@tandem.test`,
  role: 'agent',
  disabled: false,
  presence,
  presenceSince: 0,
  open: 0,
  load: 0,
  profile: { skills: {}, languages: ['zh'], capacity: 4, maximumConversations: 4, ...profile },
});
const english = { languages: ['en'] } as const;
const counted = (policy: Policy, roster: readonly Colleague[], asked: Parameters<typeof online>[3]) =>
  standingOf(policy, undefined, roster, 0, asked).agentsOnline;
const inEnglish = { skills: [], language: 'en' } as const;

test('only who speaks the language is counted while one of them is at work; else all are', () => {
  const policy = policyWith({});
  const ann = colleague('ann', 'online');
  assert.equal(counted(policy, [ann, colleague('bo', 'online', english)], inEnglish), 1);
  assert.equal(counted(policy, [ann, colleague('bo', 'away', english)], inEnglish), 0);
  assert.equal(counted(policy, [ann, colleague('bo', 'offline', english)], inEnglish), 1);
  assert.equal(counted(policy, [ann, colleague('bo', 'online', english)], undefined), 2);
});

test('only who has the skills that triage asks for is counted', () => {
  const asked = { skills: [{ skill: 'returns', level: 3 }], language: 'zh' } as const;
  const roster = [colleague('ann', 'online', { skills: { returns: 3 } }), colleague('bo', 'online')];
  const policy = policyWith({});
  assert.deepEqual(
    online(policy, policy.queues[0]!, roster, asked).map(({ id }) => id),
    ['ann'],
  );
});

test('stages of overflow add up, as they do in routing', () => {
  const policy = policyWith(
    {
      agentIds: ['ann'],
      requires: [{ skill: 'returns', level: 3 }],
      overflow: [
        { afterMs: 1000, toQueueId: 'others', relaxLevels: 0 },
        { afterMs: 2000, relaxLevels: 2 },
      ],
    },
    { id: 'others', agentIds: ['bo'] },
  );
  const [queue] = policy.queues;
  assert.equal(serves(policy, queue!, colleague('bo', 'online', { skills: { returns: 1 } })), true);
  assert.equal(serves(policy, queue!, colleague('bo', 'online')), false);
  assert.equal(serves(policy, queue!, colleague('chen', 'online', { skills: { returns: 5 } })), false);
});

test('the first word is due after two offers, at least 30 s, or as settled, and never after the time to reply', () => {
  const timers = { answerMs: 1, queuePatienceMs: 1, agentSilenceMs: 300_000, agentGraceMs: 1 };
  const due = (queue: Partial<Queue>) => firstWordFor(policyWith(queue), undefined, timers);
  assert.equal(due({ offerMs: 5_000 }), 30_000);
  assert.equal(due({ offerMs: 20_000 }), 40_000);
  assert.equal(due({ offerMs: 20_000, firstWordMs: 90_000 }), 90_000);
  assert.equal(due({ replyMs: 10_000 }), 10_000);
});
