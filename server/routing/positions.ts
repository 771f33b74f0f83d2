import type { RoutingStore } from '../../adapters/store/routing.ts';
import { insteadOf, nobodyHere, type QueueStanding } from '../../core/conversation/notices.ts';
import type { Colleague } from '../../core/protocol/views.ts';
import { estimateWait } from '../../core/routing/estimate-wait.ts';
import type { Asked } from '../../core/routing/who-could-take.ts';
import type { InsteadOfWaiting, WaitEstimate } from '../../core/terms/event.ts';
import type { ActivePolicy, Policy } from '../../core/terms/policy.ts';
import { ownPlaces } from '../../services/own-places.ts';
import { type Place, placesInQueues } from '../../services/places-in-queue.ts';
import { online, queueOf, standingOf } from '../../services/queue-standing.ts';

/** What a customer who waits is told. */
export interface Waiter extends Place {
  readonly agentsOnline: number;
  readonly estimate: WaitEstimate | null;
  readonly instead: readonly InsteadOfWaiting[];
}

/** Handling times change slowly. */
const handlingKeptMs = 20_000;

/** Places and estimates, the same on every process: from the store, by the router's order. */
export function createPositions(needs: {
  readonly store: Pick<RoutingStore, 'queueRows' | 'handlingTimes'>;
  readonly policy: () => ActivePolicy;
  readonly roster: () => ReadonlyMap<string, Colleague>;
  readonly now: () => number;
}) {
  let handling: { readonly at: number; readonly times: Promise<Map<string, number[]>> } | undefined;

  function handlingTimes(): Promise<Map<string, number[]>> {
    if (!handling || performance.now() - handling.at > handlingKeptMs) {
      const times = needs.store.handlingTimes();
      times.catch(() => {
        handling = undefined;
      });
      handling = { at: performance.now(), times };
    }
    return handling.times;
  }

  /** What is known of those who could take what is `asked` in a queue; of all who serve it where nothing is. */
  function factsOf(policy: Policy, queueId: string, times: ReadonlyMap<string, number[]>, asked?: Asked) {
    const queue = queueOf(policy, queueId);
    const roster = [...needs.roster().values()];
    const standing = standingOf(policy, queueId, roster, needs.now(), asked);
    const slots = new Map<string, number>();
    let serving = 0;
    let freeNow = 0;
    for (const { id, profile, load, open, presence } of online(policy, queue, roster, asked)) {
      slots.set(id, Math.max(1, open));
      serving += Math.max(1, open);
      if (presence !== 'online') continue;
      freeNow += Math.max(
        0,
        Math.min(profile.maximumConversations - open, Math.floor(profile.capacity - load)),
      );
    }
    return { standing, slots, serving, freeNow, handlingMs: times.get(queue.id) ?? [] };
  }

  type Facts = ReturnType<typeof factsOf>;

  const estimateAt = (facts: Facts, position: number): WaitEstimate | null =>
    facts.standing.isOpen && facts.standing.agentsOnline > 0 ? estimateWait({ position, ...facts }) : null;

  return {
    /** Everybody who waits. */
    async places(): Promise<Map<string, Place>> {
      return placesInQueues(await needs.store.queueRows(), needs.policy().policy, needs.now());
    },
    /** Everybody who waits, with what they are told. */
    async waiters(): Promise<Map<string, Waiter>> {
      const { policy } = needs.policy();
      const [rows, times] = await Promise.all([needs.store.queueRows(), handlingTimes()]);
      const askedBy = new Map(rows.map((row) => [row.id, row]));
      const kinds = new Map<string, Facts>();
      const lines = new Map<
        string,
        { readonly id: string; readonly place: Place; readonly facts: Facts }[]
      >();
      for (const [id, place] of placesInQueues(rows, policy, needs.now())) {
        const asked = askedBy.get(id)!;
        const key = JSON.stringify([place.queueId, asked.language, asked.skills]);
        const facts = kinds.get(key) ?? factsOf(policy, place.queueId, times, asked);
        kinds.set(key, facts);
        const line = lines.get(place.queueId) ?? [];
        line.push({ id, place, facts });
        lines.set(place.queueId, line);
      }
      const waiters = new Map<string, Waiter>();
      for (const line of lines.values()) {
        const places = ownPlaces(line.map(({ facts }) => facts));
        line.forEach(({ id, place, facts }, index) => {
          waiters.set(id, {
            ...place,
            agentsOnline: facts.standing.agentsOnline,
            estimate: estimateAt(facts, places[index]!),
            instead: insteadOf(nobodyHere(facts.standing)),
          });
        });
      }
      return waiters;
    },
    /** How long somebody at this place of the queue has to wait, whatever they ask for. */
    async estimate(queueId: string, position: number): Promise<WaitEstimate | null> {
      return estimateAt(factsOf(needs.policy().policy, queueId, await handlingTimes()), position);
    },
    /** How a conversation's queue stands for this conversation. */
    standing: (asked: Asked & { readonly queueId: string | null }): QueueStanding =>
      standingOf(needs.policy().policy, asked.queueId, needs.roster().values(), needs.now(), asked),
  };
}

export type Positions = ReturnType<typeof createPositions>;
