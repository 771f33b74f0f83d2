import type { EventBodies, NewEvent } from '../terms/event.ts';
import type { QueueStanding } from './notices.ts';
import { withdrawnBefore } from './offer-commands.ts';
import type { Command, Outcome, Timers } from './outcome.ts';
import { type QueueTarget, standingOfTarget } from './queue-commands.ts';
import type { ConversationState } from './state.ts';

/** What a customer leaves: words, and how or when to come back to them. */
export interface LeftMessage {
  readonly way: 'message' | 'callback';
  readonly text: string;
  readonly phone?: string;
  readonly email?: string;
  /** Epoch milliseconds. */
  readonly slot?: { readonly from: number; readonly to: number };
}

/** How long after the queue opens nobody may have looked at a message that was left, until a supervisor is called. */
const messageMs = 3600_000;

/**
 * The customer need not wait at the screen: their words, how to reach them, and a place in the queue. It also opens a
 * conversation (the after-hours form) or one that was resolved. Where an agent serves already, it is one more message,
 * and the way to reach them stands beside it.
 */
export function leaveMessage(
  state: ConversationState | null,
  contactId: string,
  command: Command,
  left: LeftMessage,
  target: QueueTarget,
  timers: Timers,
  opening: Omit<EventBodies['conversation-opened'], 'contactId'>,
): Outcome {
  if (state && state.contactId !== contactId) return { refused: 'not-found' };
  const { id, at } = command;
  const actor = { kind: 'contact', id: contactId } as const;
  const system = { kind: 'system' } as const;
  const { text, ...reach } = left;
  const standing = standingOfTarget(target);
  const served = state?.status === 'open' && state.owner.kind === 'agent';
  const waits = state?.status === 'open' && state.owner.kind === 'queue';
  const events: NewEvent[] = [];
  if (!state)
    events.push({
      id: `${id}/open`,
      kind: 'conversation-opened',
      actor,
      at,
      body: { ...opening, contactId },
    });
  else if (state.status === 'resolved')
    events.push({ id: `${id}/reopen`, kind: 'reopened', actor, at, body: {} });

  const reply = { kind: 'agent-reply', at: at + timers.agentSilenceMs } as const;
  events.push({
    id,
    kind: 'message-received',
    actor,
    at,
    body: served ? { text, deadline: reply } : { text },
  });
  if (!served && !waits) {
    events.push(
      {
        id: `${id}/handoff`,
        kind: 'handoff-requested',
        actor,
        at,
        body: { by: 'contact', reasons: [{ code: 'customer-asked' }], triage: target.triage },
      },
      {
        id: `${id}/queued`,
        kind: 'queued',
        actor: system,
        at,
        body: {
          queueId: target.queueId,
          priority: target.priority,
          reasons: [{ code: 'customer-asked' }],
          skills: target.skills,
          segment: target.segment,
          weight: target.weight,
          policyVersion: target.policyVersion,
        },
      },
    );
  }
  // Nobody is to accept now what is wanted later.
  if (waits && left.slot && left.slot.from > at) events.push(...withdrawnBefore(state, null, command));
  const deadline = served
    ? state.customerWaitingSince === null
      ? reply
      : (state.deadline ?? reply)
    : dueOf(left, at, standing, timers);
  events.push({
    id: `${id}/left`,
    kind: 'message-left',
    actor,
    at,
    body: { ...reach, deadline },
  });
  if (!served)
    events.push({
      id: `${id}/taken`,
      kind: 'notice-given',
      actor: system,
      at,
      body: {
        code: 'message-taken',
        ...(standing.isOpen || standing.opensAt === null ? {} : { opensAt: standing.opensAt }),
        deadline,
      },
    });
  return { events };
}

/** When a supervisor is called if nobody has taken it: after the slot began, or an hour of the queue being open. */
function dueOf(left: LeftMessage, at: number, standing: QueueStanding, timers: Timers) {
  if (left.way === 'callback' && left.slot)
    return { kind: 'callback', at: Math.max(at, left.slot.from) + timers.queuePatienceMs } as const;
  const opens = standing.isOpen ? at : Math.max(at, standing.opensAt ?? at);
  return { kind: 'queue-patience', at: opens + messageMs } as const;
}
