import type { NewEvent } from '../terms/event.ts';
import { type AgentActor, actorOf, refusalOfStranger } from './agent-commands.ts';
import { noticeOf, type QueueStanding } from './notices.ts';
import { withdrawnBefore } from './offer-commands.ts';
import type { Command, Outcome, Timers } from './outcome.ts';
import { meanwhileOf } from './queue-commands.ts';
import { refusalOfSeat, type Seat } from './seat.ts';
import type { ConversationState } from './state.ts';

/** Gives the conversation to a colleague who is there and has room; their time to reply starts now if the customer is waiting. */
export function transfer(
  state: ConversationState | null,
  agent: AgentActor,
  command: Command,
  to: { readonly id: string; readonly name: string },
  note: string,
  timers: Timers,
  seat: Seat | null,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = refusalOfStranger(state, agent);
  if (refused) return { refused };
  if (state.owner.kind !== 'agent') return { refused: 'conflict' };
  if (state.owner.agentId === to.id) return { refused: 'conflict' };
  const full = refusalOfSeat(seat, state, true);
  if (full) return { refused: full };
  return {
    events: [
      {
        id: command.id,
        kind: 'transferred',
        actor: actorOf(agent),
        at: command.at,
        body: {
          fromAgentId: state.owner.agentId,
          toAgentId: to.id,
          toAgentName: to.name,
          note,
          deadline:
            state.customerWaitingSince === null
              ? undefined
              : { kind: 'agent-reply', at: command.at + timers.agentSilenceMs },
        },
      },
    ],
  };
}

/**
 * Gives the conversation to a queue: its owner lets it go on, or whoever leads moves one that waits. The customer keeps
 * the place in time. Where nobody serves the new queue, the assistant carries on at once if the queue says so. What triage asked for beyond the old queue's needs does not hold for the new one: a person chose it.
 */
export function transferToQueue(
  state: ConversationState | null,
  agent: AgentActor,
  command: Command,
  queueId: string,
  note: string,
  standing: QueueStanding,
  timers: Timers,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = refusalOfStranger(state, agent);
  if (refused) return { refused };
  if (state.owner.kind === 'assistant' || state.owner.kind === 'nobody') return { refused: 'conflict' };
  if (state.owner.kind === 'queue' && state.queueId === queueId) return { refused: 'conflict' };
  const { id, at } = command;
  const patience = { kind: 'queue-patience', at: at + timers.queuePatienceMs } as const;
  // Who left a message or booked a call does not wait at the screen, and nothing changes for them.
  const isLeft = state.owner.kind === 'queue' && state.leftMessage !== null;
  const meanwhile = isLeft ? undefined : meanwhileOf(standing);
  const deadline = meanwhile
    ? {}
    : { deadline: isLeft ? (state.offer?.resumes ?? state.deadline ?? patience) : patience };
  const since = state.owner.kind === 'queue' ? state.waitingSince : state.customerWaitingSince;
  const events: NewEvent[] = [
    ...withdrawnBefore(state, null, command),
    {
      id,
      kind: 'queued',
      actor: actorOf(agent),
      at,
      body: {
        queueId,
        priority: state.priority,
        reasons: [{ code: 'agent-transferred' }],
        skills: [],
        ...(since === null ? {} : { waitingSince: since }),
        ...meanwhile,
        ...deadline,
      },
    },
  ];
  if (!isLeft)
    events.push({
      id: `${id}/notice`,
      kind: 'notice-given',
      actor: { kind: 'system' },
      at,
      body: { ...noticeOf(standing, 'agent-changed'), ...deadline },
    });
  if (note !== '')
    events.push({ id: `${id}/note`, kind: 'note-added', actor: actorOf(agent), at, body: { text: note } });
  return { events };
}
