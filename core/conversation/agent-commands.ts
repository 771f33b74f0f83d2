import type { Role } from '../terms/actor.ts';
import type { Attachment } from '../terms/attachment.ts';
import type { AssignmentWay, AssistUse, Disposition, NewEvent } from '../terms/event.ts';
import { assistantText } from '../text/assistant.ts';
import { withdrawnBefore } from './offer-commands.ts';
import type { Command, Outcome, Timers } from './outcome.ts';
import { refusalOfSeat, type Seat } from './seat.ts';
import type { ConversationState } from './state.ts';

/** The agent who commands. */
export interface AgentActor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

type State = ConversationState | null;

export const actorOf = (agent: AgentActor) => ({ kind: 'agent', id: agent.id, name: agent.name }) as const;

/** Agents act on what is theirs; supervisors also on what is a colleague's. */
export function refusalOfStranger(
  state: ConversationState,
  agent: AgentActor,
): 'not-yours' | 'conversation-resolved' | null {
  if (state.status === 'resolved') return 'conversation-resolved';
  const own = state.owner.kind === 'agent' && state.owner.agentId === agent.id;
  return own || agent.role !== 'agent' ? null : 'not-yours';
}

function assigned(
  state: ConversationState,
  agent: AgentActor,
  how: AssignmentWay,
  command: Command,
  timers: Timers,
): NewEvent[] {
  const { id, at } = command;
  const deadline = { kind: 'agent-reply', at: at + timers.agentSilenceMs } as const;
  return [
    ...withdrawnBefore(state, agent.id, command),
    {
      id,
      kind: 'assigned',
      actor: actorOf(agent),
      at,
      body: { agentId: agent.id, agentName: agent.name, how, deadline },
    },
  ];
}

/**
 * Takes what is offered to this agent, or what waits. Right now beats politeness: what is being offered to a colleague
 * may be taken too, and the offer is withdrawn. Of two agents at once the second is told `taken-already`; who has no
 * room left is told `agent-full`.
 */
export function accept(
  state: State,
  agent: AgentActor,
  command: Command,
  timers: Timers,
  seat: Seat | null,
): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.status === 'resolved') return { refused: 'conversation-resolved' };
  if (state.owner.kind !== 'queue')
    return { refused: state.owner.kind === 'agent' ? 'taken-already' : 'conflict' };
  const refused = refusalOfSeat(seat, state, false);
  if (refused) return { refused };
  const how = state.offer?.agentId === agent.id ? 'offer' : 'pull';
  return { events: assigned(state, agent, how, command, timers) };
}

/**
 * Takes a conversation from the assistant or the queue; a supervisor may also take it from a colleague. Whoever leads
 * may exceed their capacity by it: somebody must be able to step in. An agent may not.
 */
export function takeOver(
  state: State,
  agent: AgentActor,
  command: Command,
  timers: Timers,
  seat: Seat | null,
): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.status === 'resolved') return { refused: 'conversation-resolved' };
  if (state.owner.kind === 'agent' && (state.owner.agentId === agent.id || agent.role === 'agent')) {
    return { refused: 'taken-already' };
  }
  const refused = agent.role === 'agent' ? refusalOfSeat(seat, state, false) : null;
  if (refused) return { refused };
  return { events: assigned(state, agent, 'take-over', command, timers) };
}

/** A message to the customer. Only the owner speaks. */
export function reply(
  state: State,
  agent: AgentActor,
  command: Command,
  message: {
    readonly text: string;
    readonly attachments?: readonly Attachment[];
    /** What help the agent had, and what became of it. */
    readonly assist?: AssistUse;
  },
): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.status === 'resolved') return { refused: 'conversation-resolved' };
  if (state.owner.kind !== 'agent' || state.owner.agentId !== agent.id) return { refused: 'not-yours' };
  return {
    events: [{ id: command.id, kind: 'message-sent', actor: actorOf(agent), at: command.at, body: message }],
  };
}

/** Gives the conversation back. The assistant says so at once: whoever was waiting for an answer is not left waiting. */
export function returnToAssistant(state: State, agent: AgentActor, command: Command, note: string): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = refusalOfStranger(state, agent);
  if (refused) return { refused };
  if (state.owner.kind === 'assistant') return { refused: 'conflict' };
  return {
    events: [
      ...withdrawnBefore(state, null, command),
      {
        id: command.id,
        kind: 'returned-to-assistant',
        actor: actorOf(agent),
        at: command.at,
        body: { agentId: agent.id, note },
      },
      {
        id: `${command.id}/sent`,
        kind: 'message-sent',
        actor: { kind: 'assistant' },
        at: command.at,
        body: {
          text: assistantText.resumed[state.language],
          language: state.language,
          ...(state.customerWaitingSince === null ? {} : { offersHuman: true }),
        },
      },
    ],
  };
}

export function resolve(
  state: State,
  agent: AgentActor,
  command: Command,
  disposition: Disposition,
  note: string,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = refusalOfStranger(state, agent);
  if (refused) return { refused };
  return {
    events: [
      ...withdrawnBefore(state, null, command),
      {
        id: command.id,
        kind: 'resolved',
        actor: actorOf(agent),
        at: command.at,
        body: { disposition, note },
      },
    ],
  };
}
