import type { Actor } from '../terms/actor.ts';
import type { NewEvent, OfferEnd } from '../terms/event.ts';
import type { RoutingExplanation } from '../terms/routing.ts';
import type { Command, Outcome } from './outcome.ts';
import { refusalOfSeat, type Seat } from './seat.ts';
import type { ConversationState } from './state.ts';

/** What routing proposes: this conversation to this agent, and the wait that the proposal was made on. */
export interface Proposal {
  readonly agentId: string;
  readonly routing: RoutingExplanation;
  readonly waitingSince: number;
  /** How often the conversation had been declined when the proposal was made. */
  readonly declined: number;
}

const system = { kind: 'system' } as const;

/** Whoever routes may have looked a moment ago: what has changed since is not overruled. */
function refusalOfProposal(state: ConversationState | null, proposal: Proposal, seat: Seat | null) {
  if (!state) return 'not-found';
  if (state.status === 'resolved') return 'conversation-resolved';
  if (state.owner.kind !== 'queue') return 'taken-already';
  if (state.offer) return 'conflict';
  if (state.waitingSince !== proposal.waitingSince || state.declined.length !== proposal.declined)
    return 'conflict';
  return refusalOfSeat(seat, state, true);
}

/** Asks an agent to take a waiting conversation, until the deadline. The agent's capacity is taken from now on. */
export function offer(
  state: ConversationState | null,
  seat: Seat | null,
  proposal: Proposal,
  { id, at }: Command,
  offerMs: number,
): Outcome {
  const refused = refusalOfProposal(state, proposal, seat);
  if (refused) return { refused };
  const { agentId, routing } = proposal;
  const deadline = { kind: 'offer', at: at + offerMs } as const;
  const body = { agentId, agentName: seat!.name, routing, deadline };
  return { events: [{ id, kind: 'offered', actor: system, at, body }] };
}

/** Gives a waiting conversation to an agent without asking. Who says no first word within `firstWordMs` loses it again. */
export function autoAssign(
  state: ConversationState | null,
  seat: Seat | null,
  proposal: Proposal,
  { id, at }: Command,
  firstWordMs: number,
): Outcome {
  const refused = refusalOfProposal(state, proposal, seat);
  if (refused) return { refused };
  const { agentId, routing } = proposal;
  const deadline = { kind: 'agent-reply', at: at + firstWordMs } as const;
  const body = { agentId, agentName: seat!.name, how: 'auto', routing, deadline } as const;
  return { events: [{ id, kind: 'assigned', actor: system, at, body }] };
}

/** The agent who is asked does not want it: the next one is. */
export function decline(
  state: ConversationState | null,
  agent: { readonly id: string; readonly name: string },
  { id, at }: Command,
  reason = '',
): Outcome {
  if (!state) return { refused: 'not-found' };
  if (state.offer?.agentId !== agent.id) return { refused: 'not-offered' };
  const actor: Actor = { kind: 'agent', id: agent.id, name: agent.name };
  const body = { agentId: agent.id, why: 'declined', ...(reason === '' ? {} : { reason }) } as const;
  return { events: [{ id, kind: 'offer-ended', actor, at, body }] };
}

/** Ends this agent's offer if it stands; else nothing happens. `offeredAt` says which offer is meant. */
export function endOffer(
  state: ConversationState | null,
  agentId: string,
  why: Exclude<OfferEnd, 'declined'>,
  { id, at }: Command,
  offeredAt?: number,
): Outcome {
  if (state?.offer?.agentId !== agentId) return { events: [] };
  if (offeredAt !== undefined && state.offer.at !== offeredAt) return { events: [] };
  return { events: [{ id, kind: 'offer-ended', actor: system, at, body: { agentId, why } }] };
}

/** Before somebody else takes it, the offer that stands is withdrawn, so that its end stands in the log. */
export function withdrawnBefore(
  state: ConversationState,
  agentId: string | null,
  { id, at }: Command,
): NewEvent[] {
  if (!state.offer || state.offer.agentId === agentId) return [];
  const body = { agentId: state.offer.agentId, why: 'withdrawn' } as const;
  return [{ id: `${id}/withdrawn`, kind: 'offer-ended', actor: system, at, body }];
}
