import type { Role } from '../terms/actor.ts';
import type { Attachment } from '../terms/attachment.ts';
import type { Disposition, NewEvent } from '../terms/event.ts';
import { assistantText } from '../text/assistant.ts';
import type { Command, Outcome, Timers } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** The agent who commands. */
export interface AgentActor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

type State = ConversationState | null;

const actorOf = (agent: AgentActor) => ({ kind: 'agent', id: agent.id, name: agent.name }) as const;

/** Agents act on what is theirs; supervisors also on what is a colleague's. */
function refusalOfStranger(
  state: ConversationState,
  agent: AgentActor,
): 'not-yours' | 'conversation-resolved' | null {
  if (state.status === 'resolved') return 'conversation-resolved';
  const own = state.owner.kind === 'agent' && state.owner.agentId === agent.id;
  return own || agent.role !== 'agent' ? null : 'not-yours';
}

function assigned(agent: AgentActor, command: Command, timers: Timers): NewEvent {
  return {
    id: command.id,
    kind: 'assigned',
    actor: actorOf(agent),
    at: command.at,
    body: {
      agentId: agent.id,
      agentName: agent.name,
      deadline: { kind: 'agent-reply', at: command.at + timers.agentSilenceMs },
    },
  };
}

/** Takes a waiting conversation. Of two agents at once the second is told `taken-already`. */
export function accept(state: State, agent: AgentActor, command: Command, timers: Timers): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.status === 'resolved') return { refused: 'conversation-resolved' };
  if (state.owner.kind !== 'queue')
    return { refused: state.owner.kind === 'agent' ? 'taken-already' : 'conflict' };
  return { events: [assigned(agent, command, timers)] };
}

/** Takes a conversation from the assistant or the queue; a supervisor may also take it from a colleague. */
export function takeOver(state: State, agent: AgentActor, command: Command, timers: Timers): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.status === 'resolved') return { refused: 'conversation-resolved' };
  if (state.owner.kind === 'agent' && (state.owner.agentId === agent.id || agent.role === 'agent')) {
    return { refused: 'taken-already' };
  }
  return { events: [assigned(agent, command, timers)] };
}

/** A message to the customer. Only the owner speaks. */
export function reply(
  state: State,
  agent: AgentActor,
  command: Command,
  message: { readonly text: string; readonly attachments?: readonly Attachment[] },
): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.status === 'resolved') return { refused: 'conversation-resolved' };
  if (state.owner.kind !== 'agent' || state.owner.agentId !== agent.id) return { refused: 'not-yours' };
  return {
    events: [{ id: command.id, kind: 'message-sent', actor: actorOf(agent), at: command.at, body: message }],
  };
}

/** A note that colleagues see and the customer never does. */
export function addNote(state: State, agent: AgentActor, command: Command, text: string): Outcome {
  if (!state) return { refused: 'not-found' };
  return {
    events: [{ id: command.id, kind: 'note-added', actor: actorOf(agent), at: command.at, body: { text } }],
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

/** Gives the conversation to a colleague, whose time to reply starts now if the customer is waiting. */
export function transfer(
  state: State,
  agent: AgentActor,
  command: Command,
  to: { readonly id: string; readonly name: string },
  note: string,
  timers: Timers,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = refusalOfStranger(state, agent);
  if (refused) return { refused };
  if (state.owner.kind !== 'agent') return { refused: 'conflict' };
  if (state.owner.agentId === to.id) return { refused: 'conflict' };
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
