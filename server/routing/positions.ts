import type { RoutingStore } from '../../adapters/store/routing.ts';
import { insteadOf, nobodyHere, type QueueStanding } from '../../core/conversation/notices.ts';
import type { Colleague } from '../../core/protocol/views.ts';
import { estimateWait } from '../../core/routing/estimate-wait.ts';
import type { InsteadOfWaiting, WaitEstimate } from '../../core/terms/event.ts';
import type { ActivePolicy, Policy } from '../../core/terms/policy.ts';
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

  function queueFacts(policy: Policy, queueId: string, times: ReadonlyMap<string, number[]>) {
    const queue = queueOf(policy, queueId);
    const staff = online(policy, queue, needs.roster().values());
    const standing = standingOf(policy, queueId, needs.roster().values(), needs.now());
    let serving = 0;
    let freeNow = 0;
    for (const { profile, load, open, presence } of staff) {
      serving += Math.max(1, open);
      if (presence !== 'online') continue;
      freeNow += Math.max(
        0,
        Math.min(profile.maximumConversations - open, Math.floor(profile.capacity - load)),
      );
    }
    return { standing, serving, freeNow, handlingMs: times.get(queue.id) ?? [] };
  }

  function estimateAt(facts: ReturnType<typeof queueFacts>, position: number): WaitEstimate | null {
    return facts.standing.isOpen && facts.standing.agentsOnline > 0
      ? estimateWait({ position, ...facts })
      : null;
  }

  return {
    /** Everybody who waits. */
    async places(): Promise<Map<string, Place>> {
      return placesInQueues(await needs.store.queueRows(), needs.policy().policy, needs.now());
    },
    /** Everybody who waits, with what they are told. */
    async waiters(): Promise<Map<string, Waiter>> {
      const { policy } = needs.policy();
      const [rows, times] = await Promise.all([needs.store.queueRows(), handlingTimes()]);
      const facts = new Map<string, ReturnType<typeof queueFacts>>();
      const waiters = new Map<string, Waiter>();
      for (const [id, place] of placesInQueues(rows, policy, needs.now())) {
        let of = facts.get(place.queueId);
        if (!of) {
          of = queueFacts(policy, place.queueId, times);
          facts.set(place.queueId, of);
        }
        waiters.set(id, {
          ...place,
          agentsOnline: of.standing.agentsOnline,
          estimate: estimateAt(of, place.position),
          instead: insteadOf(nobodyHere(of.standing)),
        });
      }
      return waiters;
    },
    /** How long somebody at this place of the queue has to wait. */
    async estimate(queueId: string, position: number): Promise<WaitEstimate | null> {
      return estimateAt(queueFacts(needs.policy().policy, queueId, await handlingTimes()), position);
    },
    standing: (queueId: string | null): QueueStanding =>
      standingOf(needs.policy().policy, queueId, needs.roster().values(), needs.now()),
  };
}

export type Positions = ReturnType<typeof createPositions>;
