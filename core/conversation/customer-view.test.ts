import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, NewEvent } from '../terms/event.ts';
import { customerView } from './customer-view.ts';

const place = { conversationId: 'c', seq: 7, id: 'e', at: 1 } as const;
const shownOf = (kind: NewEvent['kind'], body: unknown, actor: NewEvent['actor'] = { kind: 'system' }) =>
  customerView({ ...place, kind, actor, body } as ConversationEvent);

test('the customer learns the name of who serves them, and neither an id nor why it is they', () => {
  const routing = { policyVersion: 3, waitedMs: 5, stage: 0, others: [{ agentId: 'other' }], excluded: {} };
  const body = { agentId: 'a1', agentName: '王敏', how: 'offer', routing };
  const shown = shownOf('assigned', body, { kind: 'agent', id: 'a1', name: '王敏' });
  assert.deepEqual(shown?.body, { agentId: '', agentName: '王敏' });
  assert.deepEqual(shown?.actor, { kind: 'agent', id: '', name: '王敏' });
});

test('what is known of the conversation before stays with the staff', () => {
  const previous = { conversationId: 'b', agentId: 'a1', disposition: 'spam' };
  const body = { inboxId: 'web', contactId: 'k', language: 'zh', channel: 'web', previous };
  assert.ok(!JSON.stringify(shownOf('conversation-opened', body)).includes('a1'));
});

test('the queue’s name, reasons, skills, segment and priority stay with the staff; that the assistant carries on is told', () => {
  const body = {
    queueId: 'care',
    priority: 9,
    reasons: [{ code: 'anger' }],
    skills: [{ skill: 'vip', level: 3 }],
    segment: 'vip',
    preferredAgentId: 'a1',
    meanwhile: 'assistant',
  };
  assert.deepEqual(shownOf('queued', body)?.body, {
    queueId: '',
    priority: 0,
    reasons: [],
    meanwhile: 'assistant',
  });
});

test('offers, notes, whispers, helpers, labels, promises of time and alarms are not the customer’s business', () => {
  const kinds = [
    'perceived',
    'decided',
    'perception-corrected',
    'handoff-requested',
    'offered',
    'offer-ended',
    'note-added',
    'helper-added',
    'helper-removed',
    'labels-changed',
    'sla-changed',
    'sla-warned',
    'sla-breached',
    'supervisor-alerted',
  ] as const;
  for (const kind of kinds) assert.equal(shownOf(kind, {}), null, kind);
});
