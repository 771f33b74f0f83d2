import type { Actor } from '../terms/actor.ts';
import type { EventBodies, NewEvent, WaitEstimate } from '../terms/event.ts';
import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { SkillNeed } from '../terms/skill.ts';
import type { TriageVerdict } from '../terms/triage.ts';
import { queuedMeanwhile } from './assistant-meanwhile.ts';
import { nobodyHere, noticeOf, type QueueStanding } from './notices.ts';
import type { Command, Outcome, Timers } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** How a handoff is queued: where, how urgent, and whether anybody is there to take it. */
export interface QueueTarget extends Partial<Omit<QueueStanding, 'agentsOnline'>> {
  readonly queueId: string;
  readonly priority: number;
  /** Agents who serve it and can be asked now. */
  readonly agentsOnline: number;
  /** What an agent must have beyond what the queue asks for. */
  readonly skills?: readonly SkillNeed[];
  readonly segment?: string | null;
  /** How much of an agent's capacity it takes. */
  readonly weight?: number;
  readonly preferredAgentId?: string;
  readonly policyVersion?: number;
  /** All labels of the conversation from now on, where triage gives it one. */
  readonly labels?: readonly string[];
  /** What triage said, where no message was decided on. */
  readonly triage?: TriageVerdict;
  /** Until the customer is told how things stand; absent: the installation's setting. */
  readonly patienceMs?: number;
}

const system = { kind: 'system' } as const;

/** How the target stands; where nothing is said of its hours it is open, and a message may be left. */
export function standingOfTarget(target: QueueTarget): QueueStanding {
  const { agentsOnline, isOpen = true, opensAt = null } = target;
  const { whenClosed = 'message', whenNobody = 'message' } = target;
  return { agentsOnline, isOpen, opensAt, whenClosed, whenNobody };
}

/**
 * The events that move a conversation into a queue: why, where, and, when nobody can come, an honest word at once.
 * Every wait carries its deadline, so no conversation is stranded; where the assistant carries on meanwhile, the wish
 * stands and is queued in earnest when somebody can come.
 */
export function enqueue(
  command: Command,
  by: 'contact' | 'assistant' | 'system',
  reasons: readonly HandoffReason[],
  target: QueueTarget,
  timers: Timers,
  actor: Actor,
): NewEvent[] {
  const { id, at } = command;
  const { labels, triage } = target;
  const requested = triage === undefined ? { by, reasons } : { by, reasons, triage };
  const events: NewEvent[] = [{ id, kind: 'handoff-requested', actor, at, body: requested }];
  if (labels !== undefined)
    events.push({ id: `${id}/labels`, kind: 'labels-changed', actor: system, at, body: { labels } });
  return [...events, ...queueEvents(command, reasons, target, timers)];
}

/** The wait itself, without the handoff before it: `queued`, and the notice where nobody can come. */
export function queueEvents(
  { id, at }: Command,
  reasons: readonly HandoffReason[],
  target: QueueTarget,
  timers: Timers,
): NewEvent[] {
  const standing = standingOfTarget(target);
  const what = nobodyHere(standing);
  const wait = { kind: 'queue-patience', at: at + (target.patienceMs ?? timers.queuePatienceMs) } as const;
  const deadline = what === 'assistant' ? {} : { deadline: wait };
  const { queueId, priority, skills, segment, weight, preferredAgentId, policyVersion } = target;
  const queued: NewEvent = {
    id: `${id}/queued`,
    kind: 'queued',
    actor: system,
    at,
    body: {
      queueId,
      priority,
      reasons,
      skills,
      segment,
      weight,
      preferredAgentId,
      policyVersion,
      ...(what === 'assistant' ? { meanwhile: 'assistant' } : {}),
      ...deadline,
    },
  };
  if (what === null) return [queued];
  const notice: NewEvent = {
    id: `${id}/nobody`,
    kind: 'notice-given',
    actor: system,
    at,
    body: { ...noticeOf(standing, 'nobody-online'), ...deadline },
  };
  return [queued, notice];
}

/** One tap on 转人工. While an agent or the queue has the conversation it changes nothing and is no error. */
export function askHuman(
  state: ConversationState | null,
  contactId: string,
  command: Command,
  target: QueueTarget,
  timers: Timers,
  opening: Omit<EventBodies['conversation-opened'], 'contactId'>,
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

/**
 * The assistant carried on while nobody could come; now somebody can. The conversation takes the place that it has
 * kept. Nothing happens where the wish no longer stands.
 */
export function queueInEarnest(
  state: ConversationState | null,
  { id, at }: Command,
  standing: QueueStanding,
  timers: Timers,
): Outcome {
  if (state?.status !== 'open' || state.owner.kind !== 'assistant' || state.waitingSince === null)
    return { events: [] };
  if (nobodyHere(standing) !== null || state.queueId === null) return { events: [] };
  return {
    events: [
      {
        id,
        kind: 'queued',
        actor: system,
        at,
        body: {
          queueId: state.queueId,
          priority: state.priority,
          reasons: state.handoff?.reasons ?? [],
          waitingSince: state.waitingSince,
          deadline: { kind: 'queue-patience', at: at + timers.queuePatienceMs },
        },
      },
    ],
  };
}

/**
 * Back to the front of the queue, through no fault of the customer: an agent fell silent or lost the connection. Once
 * is enough: however often it happens, the priority is one above what it was first queued with. The packet is read from
 * the log when somebody opens it, so what was said meanwhile stands in it. Where nobody is left, the assistant carries
 * on at once if the queue says so.
 */
export function requeue(
  state: ConversationState,
  command: Command,
  reason: 'agent-silent' | 'agent-left',
  standing: QueueStanding,
  timers: Timers,
): Outcome {
  if (state.owner.kind !== 'agent' || state.customerWaitingSince === null) return { events: [] };
  const figures = { waitedSeconds: Math.round((command.at - state.customerWaitingSince) / 1000) };
  const meanwhile = meanwhileOf(standing);
  const deadline = meanwhile
    ? {}
    : { deadline: { kind: 'queue-patience', at: command.at + timers.queuePatienceMs } as const };
  return {
    events: [
      {
        id: command.id,
        kind: 'queued',
        actor: system,
        at: command.at,
        body: {
          queueId: state.queueId ?? 'default',
          priority: Math.max(state.priority, (state.firstPriority ?? state.priority) + 1),
          reasons: [{ code: reason, figures }],
          waitingSince: state.customerWaitingSince,
          ...meanwhile,
          ...deadline,
        },
      },
      {
        id: `${command.id}/notice`,
        kind: 'notice-given',
        actor: system,
        at: command.at,
        body: { ...noticeOf(standing, 'agent-changed'), ...deadline },
      },
    ],
  };
}

/** For the body of a `queued`: that the assistant carries on, where nobody can come and the queue says so. */
export const meanwhileOf = (standing: QueueStanding): { readonly meanwhile: 'assistant' } | undefined =>
  nobodyHere(standing) === 'assistant' ? { meanwhile: 'assistant' } : undefined;

/** The last who could come has left: from now on the assistant carries on, and the place is kept. */
function assistantMeanwhile(
  state: ConversationState,
  command: Command,
  standing: QueueStanding,
): readonly NewEvent[] {
  const { id, at } = command;
  return [
    queuedMeanwhile(state, command, system),
    {
      id: `${id}/notice`,
      kind: 'notice-given',
      actor: system,
      at,
      body: noticeOf(standing, 'still-waiting'),
    },
  ];
}

/** The customer has waited the queue's patience: they are told how things stand, and the next deadline starts. */
export function tellStillWaiting(
  state: ConversationState,
  command: Command,
  told: { readonly position: number; readonly estimate: WaitEstimate | null },
  standing: QueueStanding,
  timers: Timers,
): Outcome {
  if (state.owner.kind !== 'queue') return { events: [] };
  // Twice as long each time: honest, not nagging.
  const waited = Math.max(timers.queuePatienceMs, command.at - (state.waitingSince ?? command.at));
  const deadline = { kind: 'queue-patience', at: command.at + Math.min(waited, 30 * 60_000) } as const;
  const { id, at } = command;
  if (nobodyHere(standing) === 'assistant' && !state.offer && !state.leftMessage)
    return { events: assistantMeanwhile(state, command, standing) };
  const events: NewEvent[] = [
    {
      id,
      kind: 'notice-given',
      actor: system,
      at,
      body: { ...noticeOf(standing, 'still-waiting', told), deadline },
    },
  ];
  // Whom nobody can be given – no agent speaks the language, none has the skill or the room – a lead can still help.
  if (waited >= 2 * timers.queuePatienceMs && !state.alert && !state.offer)
    events.push({
      id: `${id}/alert`,
      kind: 'supervisor-alerted',
      actor: system,
      at,
      body: { why: 'waiting-long', deadline },
    });
  return { events };
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
