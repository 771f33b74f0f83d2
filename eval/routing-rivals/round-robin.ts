import type { Product } from '../../core/routing/simulation/day.ts';
import { firstCome } from './first-come.ts';

/**
 * Round robin as Chatwoot does it: each inbox keeps a list of its members; of those who are online and below their
 * conversation limit, the one at the end of the list gets the conversation and moves to the front. Conversations are
 * taken by age of creation. Sources: github.com/chatwoot/chatwoot, `app/services/auto_assignment/`
 * `inbox_round_robin_service.rb` (the list) and `assignment_service.rb` (order by creation, team members, limit).
 * An assigned conversation stays with the agent, also if they go offline or do not answer: issues 14508 and 7204
 * there ask for the contrary.
 */
export const roundRobin: Product = {
  graceMs: null,
  requeuesSilent: false,
  createRouter(active) {
    const turns = new Map<string, number>();
    let turn = 0;
    return firstCome(
      active,
      (able) => able.toSorted((one, other) => (turns.get(one.id) ?? 0) - (turns.get(other.id) ?? 0))[0],
      ({ id }) => void turns.set(id, ++turn),
    );
  },
};
