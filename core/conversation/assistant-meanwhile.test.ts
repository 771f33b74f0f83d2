import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../terms/event.ts';
import { applyEvent, stateOf } from './apply-event.ts';
import { letAssistantHelp } from './assistant-meanwhile.ts';
import { customerView } from './customer-view.ts';
import type { ConversationState } from './state.ts';

const command = { id: 'command-1', at: 90 };
const standing = {
  isOpen: true,
  opensAt: null,
  agentsOnline: 0,
  whenClosed: 'message',
  whenNobody: 'assistant',
} as const;

/** A conversation that waits since 20, with what a handoff has settled. */
function waiting(): ConversationState {
  const events = [
    { kind: 'conversation-opened', body: { inboxId: 'web', contactId: 'c', language: 'zh' } },
    { kind: 'handoff-requested', body: { by: 'contact', reasons: [{ code: 'customer-asked' }] } },
    {
      kind: 'queued',
      body: {
        queueId: 'returns',
        priority: 3,
        reasons: [{ code: 'customer-asked' }],
        skills: [{ skill: 'returns', level: 2 }],
        waitingSince: 20,
        preferredAgentId: 'wang',
        deadline: { kind: 'queue-patience', at: 80 },
      },
    },
  ];
  return stateOf(
    events.map(
      (event, index) =>
        ({
          ...event,
          actor: { kind: 'system' },
          id: `${index}`,
          at: 20,
          conversationId: 'v',
          seq: index + 1,
        }) as ConversationEvent,
    ),
  )!;
}

test('who waits where nobody can come gets the assistant, and keeps place, queue and what was settled', () => {
  const state = waiting();
  const outcome = letAssistantHelp(state, 'c', command, standing);
  assert.ok('events' in outcome);
  assert.equal(outcome.events.length, 1);
  const event = { ...outcome.events[0]!, conversationId: 'v', seq: 4 } as ConversationEvent;
  const after = applyEvent(state, event);
  assert.deepEqual(after.owner, { kind: 'assistant' });
  assert.deepEqual(
    [after.waitingSince, after.queueId, after.priority, after.skills, after.preferredAgentId, after.deadline],
    [20, 'returns', 3, state.skills, 'wang', null],
  );
  const shown = customerView(event);
  assert.deepEqual(shown?.body, { queueId: '', priority: 0, reasons: [], meanwhile: 'assistant' });
});

test('the tap changes nothing where somebody can come, where the queue does not allow it, and out of the queue', () => {
  const state = waiting();
  const nothing = { events: [] };
  assert.deepEqual(letAssistantHelp(state, 'c', command, { ...standing, agentsOnline: 1 }), nothing);
  assert.deepEqual(letAssistantHelp(state, 'c', command, { ...standing, whenNobody: 'wait' }), nothing);
  const closed = { ...standing, isOpen: false };
  assert.deepEqual(letAssistantHelp(state, 'c', command, closed), nothing, 'after hours a message is left');
  const offer = { agentId: 'wang', at: 30, until: 99, resumes: null };
  assert.deepEqual(letAssistantHelp({ ...state, offer }, 'c', command, standing), nothing);
  const leftMessage = { at: 30, way: 'message', slotFrom: null } as const;
  assert.deepEqual(letAssistantHelp({ ...state, leftMessage }, 'c', command, standing), nothing);
  const served = { ...state, owner: { kind: 'agent', agentId: 'wang' } } as const;
  assert.deepEqual(letAssistantHelp(served, 'c', command, standing), nothing);
});

test('nobody else’s conversation is touched', () => {
  assert.deepEqual(letAssistantHelp(waiting(), 'stranger', command, standing), { refused: 'not-found' });
  assert.deepEqual(letAssistantHelp(null, 'c', command, standing), { refused: 'not-found' });
});
