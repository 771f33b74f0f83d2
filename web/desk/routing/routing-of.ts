import type { ConversationEvent } from '../../../core/terms/event.ts';
import type { RoutingExplanation, RoutingFactors } from '../../../core/terms/routing.ts';

/** Why a conversation went to whom it went to, with the name that the log has. */
export interface Routed {
  readonly agentId: string;
  readonly agentName: string;
  readonly routing: RoutingExplanation;
}

/** Events after which an earlier explanation explains nothing any more. */
const undoing: ReadonlySet<ConversationEvent['kind']> = new Set([
  'queued',
  'transferred',
  'returned-to-assistant',
  'resolved',
]);

/**
 * The explanation that holds now: of the offer that stands, or of the assignment that made somebody the owner. Null
 * where nobody was chosen by the router: taken from the list, taken over, transferred.
 */
export function routedNow(events: readonly ConversationEvent[]): Routed | null {
  let owner: string | null = null;
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const event = events[at]!;
    if (undoing.has(event.kind)) return null;
    if (event.kind === 'assigned') {
      if (event.body.routing) return { ...event.body, routing: event.body.routing };
      if (event.body.how !== 'offer') return null;
      owner = event.body.agentId;
    }
    if (event.kind === 'offer-ended' && owner === null) return null;
    if (event.kind === 'offered' && (owner === null || event.body.agentId === owner)) return event.body;
  }
  return null;
}

/** The factor in which the chosen one stands out most from the next best; without others the highest one. */
export function strongestFactor({ chosen, others }: RoutingExplanation): keyof RoutingFactors {
  const names = Object.keys(chosen.factors) as (keyof RoutingFactors)[];
  const lead = (name: keyof RoutingFactors) =>
    chosen.factors[name] -
    (others.length === 0 ? 0 : Math.max(...others.map((other) => other.factors[name])));
  return names.reduce((best, name) => (lead(name) > lead(best) ? name : best));
}
