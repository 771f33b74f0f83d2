import type { Actor } from '../terms/actor.ts';
import type { NewEvent } from '../terms/event.ts';
import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { SkillNeed } from '../terms/skill.ts';
import type { TriageVerdict } from '../terms/triage.ts';
import type { Command, Outcome, Timers } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** How a handoff is queued: where, how urgent, and whether anybody is there to take it. */
export interface QueueTarget {
  readonly queueId: string;
  readonly priority: number;
  readonly agentsOnline: number;
  /** What an agent must have beyond what the queue asks for. */
  readonly skills?: readonly SkillNeed[];
  readonly segment?: string | null;
  /** How much of an agent's capacity it takes. */
  readonly weight?: number;
  readonly policyVersion?: number;
  /** All labels of the conversation from now on, where triage gives it one. */
  readonly labels?: readonly string[];
  /** What triage said, where no message was decided on. */
  readonly triage?: TriageVerdict;
}

/**
 * The events that move a conversation into a queue: why, where, and, when nobody is there, an honest word at once.
 * Every wait carries its deadline, so no conversation is stranded.
 */
export function enqueue(
  command: Command,
  by: 'contact' | 'assistant' | 'system',
  reasons: readonly HandoffReason[],
  target: QueueTarget,
  timers: Timers,
  actor: Actor,
): NewEvent[] {
  const deadline = { kind: 'queue-patience', at: command.at + timers.queuePatienceMs } as const;
  const { at } = command;
  const { queueId, priority, skills, segment, weight, policyVersion, labels, triage } = target;
  const events: NewEvent[] = [
    {
      id: command.id,
      kind: 'handoff-requested',
      actor,
      at,
      body: { by, reasons, ...(triage === undefined ? {} : { triage }) },
    },
    {
      id: `${command.id}/queued`,
      kind: 'queued',
      actor: { kind: 'system' },
      at,
      body: { queueId, priority, reasons, skills, segment, weight, policyVersion, deadline },
    },
  ];
  if (labels !== undefined)
    events.push({
      id: `${command.id}/labels`,
      kind: 'labels-changed',
      actor: { kind: 'system' },
      at,
      body: { labels },
    });
  if (target.agentsOnline === 0) {
    events.push({
      id: `${command.id}/nobody`,
      kind: 'notice-given',
      actor: { kind: 'system' },
      at,
      body: { code: 'nobody-online', deadline },
    });
  }
  return events;
}

/** One tap on 转人工. While an agent or the queue has the conversation it changes nothing and is no error. */
export function askHuman(
  state: ConversationState | null,
  contactId: string,
  command: Command,
  target: QueueTarget,
  timers: Timers,
  opening: { readonly inboxId: string; readonly language: ConversationState['language'] },
): Outcome {
  if (state && state.contactId !== contactId) return { refused: 'not-found' };
  const actor = { kind: 'contact', id: contactId } as const;
  const reasons: HandoffReason[] = [{ code: 'customer-asked' }];
  const handoff = enqueue(command, 'contact', reasons, target, timers, actor);
  if (!state) {
    return {
      events: [
        {
          id: `${command.id}/open`,
          kind: 'conversation-opened',
          actor,
          at: command.at,
          body: { ...opening, contactId },
        },
        ...handoff,
      ],
    };
  }
  if (state.owner.kind === 'queue' || state.owner.kind === 'agent') return { events: [] };
  if (state.status === 'resolved') {
    return {
      events: [{ id: `${command.id}/reopen`, kind: 'reopened', actor, at: command.at, body: {} }, ...handoff],
    };
  }
  return { events: handoff };
}

/** Back to the front of the queue, through no fault of the customer: an agent fell silent or lost the connection. */
export function requeue(
  state: ConversationState,
  command: Command,
  reason: 'agent-silent' | 'agent-left',
  agentsOnline: number,
  timers: Timers,
): Outcome {
  if (state.owner.kind !== 'agent' || state.customerWaitingSince === null) return { events: [] };
  const figures = { waitedSeconds: Math.round((command.at - state.customerWaitingSince) / 1000) };
  return {
    events: [
      {
        id: command.id,
        kind: 'queued',
        actor: { kind: 'system' },
        at: command.at,
        body: {
          queueId: state.queueId ?? 'default',
          priority: state.priority + 1,
          reasons: [{ code: reason, figures }],
          waitingSince: state.customerWaitingSince,
          deadline: { kind: 'queue-patience', at: command.at + timers.queuePatienceMs },
        },
      },
      {
        id: `${command.id}/notice`,
        kind: 'notice-given',
        actor: { kind: 'system' },
        at: command.at,
        body: {
          code: agentsOnline === 0 ? 'nobody-online' : 'agent-changed',
          deadline: { kind: 'queue-patience', at: command.at + timers.queuePatienceMs },
        },
      },
    ],
  };
}

/** The customer has waited the queue's patience: they are told how things stand, and the next deadline starts. */
export function tellStillWaiting(
  state: ConversationState,
  command: Command,
  position: number,
  agentsOnline: number,
  timers: Timers,
): Outcome {
  if (state.owner.kind !== 'queue') return { events: [] };
  // Twice as long each time: honest, not nagging.
  const waited = Math.max(timers.queuePatienceMs, command.at - (state.waitingSince ?? command.at));
  return {
    events: [
      {
        id: command.id,
        kind: 'notice-given',
        actor: { kind: 'system' },
        at: command.at,
        body: {
          code: agentsOnline === 0 ? 'nobody-online' : 'still-waiting',
          position,
          deadline: { kind: 'queue-patience', at: command.at + Math.min(waited, 30 * 60_000) },
        },
      },
    ],
  };
}

/** The customer's mark, once, after the conversation is resolved. */
export function rate(
  state: ConversationState | null,
  contactId: string,
  command: Command,
  score: number,
  comment: string,
): Outcome {
  if (!state || state.contactId !== contactId) return { refused: 'not-found' };
  if (state.status !== 'resolved') return { refused: 'not-resolved' };
  if (state.rating !== null) return { refused: 'already-rated' };
  const actor = { kind: 'contact', id: contactId } as const;
  return { events: [{ id: command.id, kind: 'rated', actor, at: command.at, body: { score, comment } }] };
}
