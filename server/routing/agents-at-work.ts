import type { AgentStatuses, ChosenStatus } from '../../adapters/store/agent-status.ts';
import type { RoutingStore } from '../../adapters/store/routing.ts';
import { endOffer } from '../../core/conversation/offer-commands.ts';
import type { OfferEnd } from '../../core/terms/event.ts';
import type { ActivePolicy } from '../../core/terms/policy.ts';
import { missedOffersNote } from '../../core/text/routing.ts';
import type { Log } from '../../plugs/log.ts';
import type { Presence } from '../presence.ts';

/** What happens to conversations when an agent comes, goes, or is busy with something else. */
export function createAgentsAtWork(needs: {
  readonly log: Log;
  readonly store: Pick<RoutingStore, 'offeredTo'>;
  readonly statuses: AgentStatuses;
  readonly presence: Presence;
  readonly policy: () => ActivePolicy;
  readonly now: () => number;
}) {
  /** Ends what the agent is being asked, at once: nobody waits for somebody who is not there. */
  async function endOffers(agentId: string, why: Exclude<OfferEnd, 'declined' | 'expired'>): Promise<void> {
    const ids = await needs.store.offeredTo(agentId);
    await Promise.all(
      ids.map(async (conversationId) => {
        const state = await needs.log.state(conversationId);
        if (state?.offer?.agentId !== agentId) return;
        const id = `offer-ended/${agentId}/${state.offer.at}`;
        const offeredAt = state.offer.at;
        const at = needs.now();
        await needs.log.append({
          conversationId,
          commandId: id,
          actorKey: 'system',
          decide: (now) => endOffer(now, agentId, why, { id, at }, offeredAt),
        });
      }),
    );
  }

  async function changed(agentId: string): Promise<void> {
    await needs.presence.changed(agentId);
    const status = needs.presence.roster().get(agentId)?.presence ?? 'offline';
    if (status !== 'online' && status !== 'wrap-up')
      await endOffers(agentId, status === 'offline' ? 'left' : 'withdrawn');
  }

  return {
    /** The account or the profile was changed; resolves when everything holds on this process. */
    agentChanged: changed,
    async setStatus(agentId: string, chosen: ChosenStatus): Promise<void> {
      await needs.statuses.set(agentId, chosen);
      await changed(agentId);
    },
    async startWrapUp(agentId: string, ms: number): Promise<void> {
      await needs.statuses.startWrapUp(agentId, ms);
      await changed(agentId);
    },
    /** Ends the times to write up that have passed. */
    async endWrapUps(): Promise<void> {
      for (const agentId of await needs.statuses.endWrapUps()) await changed(agentId);
    },
    /** The last connection of the agent to this process broke. */
    async left(agentId: string): Promise<void> {
      if (needs.presence.roster().get(agentId)?.presence === 'offline') await endOffers(agentId, 'left');
    },
    /** An offer passed unanswered. Whoever lets several pass in a row is set away, and is told so at the desk. */
    async missedOffer(agentId: string): Promise<void> {
      const { missedOffersToAway } = needs.policy().policy.routing;
      const note = missedOffersNote(missedOffersToAway);
      if (await needs.statuses.missedOffer(agentId, missedOffersToAway, note)) await changed(agentId);
    },
  };
}

export type AgentsAtWork = ReturnType<typeof createAgentsAtWork>;
