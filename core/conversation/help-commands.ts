import { type AgentActor, actorOf, refusalOfStranger } from './agent-commands.ts';
import type { Command, Outcome } from './outcome.ts';
import type { ConversationState } from './state.ts';

/**
 * A note that colleagues see and the customer never does. A whisper is for the agent who serves, now, and comes from
 * whoever leads.
 */
export function addNote(
  state: ConversationState | null,
  agent: AgentActor,
  { id, at }: Command,
  text: string,
  whisper = false,
): Outcome {
  if (!state) return { refused: 'not-found' };
  if (whisper && agent.role === 'agent') return { refused: 'forbidden' };
  if (!whisper) return { events: [{ id, kind: 'note-added', actor: actorOf(agent), at, body: { text } }] };
  if (state.owner.kind !== 'agent') return { refused: 'conflict' };
  const body = { text, whisper, to: state.owner.agentId };
  return { events: [{ id, kind: 'note-added', actor: actorOf(agent), at, body }] };
}

/** Asks a colleague to help in notes. The owner stays the only one who speaks; helping takes no capacity. */
export function addHelper(
  state: ConversationState | null,
  agent: AgentActor,
  { id, at }: Command,
  helper: { readonly id: string; readonly name: string },
  note: string,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = refusalOfStranger(state, agent);
  if (refused) return { refused };
  if (state.owner.kind !== 'agent' || state.owner.agentId === helper.id) return { refused: 'conflict' };
  if (state.helpers.includes(helper.id)) return { events: [] };
  const body = { agentId: helper.id, agentName: helper.name, note };
  return { events: [{ id, kind: 'helper-added', actor: actorOf(agent), at, body }] };
}

/** Ends the help: the owner or whoever leads may, and the helper. */
export function removeHelper(
  state: ConversationState | null,
  agent: AgentActor,
  { id, at }: Command,
  helperId: string,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused = helperId === agent.id ? null : refusalOfStranger(state, agent);
  if (refused) return { refused };
  if (!state.helpers.includes(helperId)) return { events: [] };
  return { events: [{ id, kind: 'helper-removed', actor: actorOf(agent), at, body: { agentId: helperId } }] };
}

/** What becomes of the labels: first all of them are set, if `labels` is there, then some go, then some come. */
export interface LabelChange {
  readonly labels?: readonly string[];
  readonly remove?: readonly string[];
  readonly add?: readonly string[];
}

/** More say nothing. */
export const mostLabels = 20;

/**
 * Changes the labels: the owner may, who helps, and whoever leads. To add and to remove name what is meant, so that two
 * colleagues at once undo nothing of each other's; what changes nothing leaves no trace.
 */
export function changeLabels(
  state: ConversationState | null,
  agent: AgentActor,
  { id, at }: Command,
  change: LabelChange,
): Outcome {
  if (!state) return { refused: 'not-found' };
  const refused =
    state.status === 'open' && state.helpers.includes(agent.id) ? null : refusalOfStranger(state, agent);
  if (refused) return { refused };
  const { labels: start = state.labels, add = [], remove = [] } = change;
  const labels = [...new Set([...start.filter((label) => !remove.includes(label)), ...add])];
  if (labels.length > mostLabels) return { refused: 'bad-input' };
  if (labels.join('\n') === state.labels.join('\n')) return { events: [] };
  return { events: [{ id, kind: 'labels-changed', actor: actorOf(agent), at, body: { labels } }] };
}
