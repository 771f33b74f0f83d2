import type { EventBodies } from '../terms/event.ts';
import { type AgentActor, actorOf } from './agent-commands.ts';
import type { Command, Outcome } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** One thing put right; `from` is what was perceived. */
export type Correction = EventBodies['perception-corrected'];

/**
 * Puts right what was understood of a message: whoever serves the conversation or served it last may, and whoever
 * leads, also after it is resolved. What is the same already appends nothing, so that undoing is correcting back.
 */
export function correctPerception(
  state: ConversationState | null,
  agent: AgentActor,
  { id, at }: Command,
  corrections: readonly Correction[],
): Outcome {
  if (!state) return { refused: 'not-found' };
  const serves =
    state.owner.kind === 'agent' ? state.owner.agentId === agent.id : state.lastAgentId === agent.id;
  if (!serves && agent.role === 'agent') return { refused: 'not-yours' };
  return {
    events: corrections.map((body, place) => ({
      id: place === 0 ? id : `${id}/${body.what}`,
      kind: 'perception-corrected',
      actor: actorOf(agent),
      at,
      body,
    })),
  };
}
