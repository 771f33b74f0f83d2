import { isCarriedBy } from '../../core/conversation/seat.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { Colleague } from '../../core/protocol/views.ts';
import type { Assignment } from '../../core/routing/contract.ts';
import { createRouter } from '../../core/routing/router.ts';
import type { ActivePolicy } from '../../core/terms/policy.ts';
import { waitingConversation } from '../../services/waiting-conversation.ts';

interface Carrier {
  colleague: Colleague;
  idleSince: number;
  handledToday: number;
  /** Weight of each conversation that the agent owns, is being offered, or is just being proposed. */
  readonly carried: Map<string, number>;
}

/** The wait on which a proposal rests: the append refuses it when the wait is another by then. */
export interface Basis {
  readonly waitingSince: number;
  readonly declined: number;
  readonly lastSeq: number;
}

/**
 * What the routing process holds in memory: who waits, who carries what, and the router over both. It may be behind
 * the log by a moment; every proposal is decided again under the locks.
 */
export function createBooks(active: ActivePolicy) {
  const router = createRouter(active);
  let { policy, version } = active;
  const carriers = new Map<string, Carrier>();
  const carrierOf = new Map<string, string>();
  const waiting = new Map<string, Basis>();
  const proposed = new Map<string, Assignment>();
  const seen = new Map<string, number>();

  function tellRouter(agentId: string): void {
    const carrier = carriers.get(agentId);
    if (!carrier) return;
    const { colleague, idleSince, handledToday, carried } = carrier;
    let load = 0;
    for (const weight of carried.values()) load += weight;
    router.putAgent({
      id: agentId,
      status: colleague.presence,
      profile: colleague.profile,
      load,
      conversations: carried.size,
      idleSince,
      handledToday,
    });
  }

  function carry(conversationId: string, agentId: string | null, weight: number, now: number): void {
    const before = carrierOf.get(conversationId);
    if (before !== undefined && before !== agentId) {
      const carrier = carriers.get(before);
      carrier?.carried.delete(conversationId);
      if (carrier?.carried.size === 0) carrier.idleSince = now;
      carrierOf.delete(conversationId);
      tellRouter(before);
    }
    if (agentId === null) return;
    const carrier = carriers.get(agentId);
    // Of an agent whom nobody has told of yet nothing is noted, so that the next comparison with the store finds it.
    if (!carrier) return;
    carrierOf.set(conversationId, agentId);
    if (carrier.carried.get(conversationId) === weight) return;
    if (before !== agentId) carrier.idleSince = now;
    carrier.carried.set(conversationId, weight);
    tellRouter(agentId);
  }

  return {
    router,
    get policyVersion() {
      return version;
    },
    setPolicy(next: ActivePolicy): void {
      ({ policy, version } = next);
      router.setPolicy(next);
    },
    /** The whole staff; whoever is not in it is gone. */
    putStaff(roster: ReadonlyMap<string, Colleague>, now: number): void {
      for (const [id, colleague] of roster) {
        const known = carriers.get(id);
        if (!known) {
          const carried = new Map<string, number>();
          carriers.set(id, { colleague, idleSince: colleague.presenceSince, handledToday: 0, carried });
        } else {
          if (known.colleague.presence !== 'online' && colleague.presence === 'online') known.idleSince = now;
          known.colleague = colleague;
        }
        tellRouter(id);
      }
      for (const id of carriers.keys())
        if (!roster.has(id)) {
          carriers.delete(id);
          router.removeAgent(id);
        }
    },
    putHandled(handled: ReadonlyMap<string, number>): void {
      for (const [id, carrier] of carriers) {
        carrier.handledToday = handled.get(id) ?? 0;
        tellRouter(id);
      }
    },
    /** What is known of this conversation lies behind `lastSeq`. */
    isBehind: (conversationId: string, lastSeq: number) => (seen.get(conversationId) ?? 0) < lastSeq,
    /** Takes a state over, unless a later one was seen. `history` as the router wants it. */
    look(state: ConversationState, history: Readonly<Record<string, number>>, now: number): void {
      if ((seen.get(state.id) ?? 0) > state.lastSeq) return;
      const agentId = state.owner.kind === 'agent' ? state.owner.agentId : (state.offer?.agentId ?? null);
      const matters = state.owner.kind === 'queue' || agentId !== null;
      if (matters) seen.set(state.id, state.lastSeq);
      else seen.delete(state.id);
      const pending = proposed.get(state.id);
      if (!pending || isCarriedBy(state, pending.agentId)) carry(state.id, agentId, state.weight, now);
      if (state.owner.kind === 'queue' && !state.offer) {
        waiting.set(state.id, {
          waitingSince: state.waitingSince ?? state.updatedAt,
          declined: state.declined.length,
          lastSeq: state.lastSeq,
        });
        if (!pending) router.putConversation(waitingConversation(state, policy, history));
      } else {
        waiting.delete(state.id);
        router.removeConversation(state.id);
      }
    },
    /** It is neither waiting nor carried any more. */
    forget(conversationId: string, now: number): void {
      seen.delete(conversationId);
      waiting.delete(conversationId);
      carry(conversationId, null, 0, now);
      router.removeConversation(conversationId);
    },
    /** The next assignment, booked as proposed, with the wait it rests on. */
    next(now: number): { assignment: Assignment; basis: Basis } | null {
      for (;;) {
        const assignment = router.next(now);
        if (!assignment) return null;
        const basis = waiting.get(assignment.conversationId);
        if (!basis) {
          // It went while the router was asked; the reservation is undone with the conversation.
          router.giveBack(assignment, now, false);
          router.removeConversation(assignment.conversationId);
          continue;
        }
        proposed.set(assignment.conversationId, assignment);
        const { weight } = assignment.before.conversation;
        carrierOf.set(assignment.conversationId, assignment.agentId);
        const carrier = carriers.get(assignment.agentId);
        if (carrier) {
          carrier.carried.set(assignment.conversationId, weight);
          carrier.idleSince = now;
          carrier.handledToday += 1;
        }
        return { assignment, basis };
      }
    },
    /** The proposal became true: the log says so itself. */
    settle(assignment: Assignment): void {
      proposed.delete(assignment.conversationId);
    },
    /** The proposal did not come about. `state` and `history` are how things stand, read after it. */
    undo(
      assignment: Assignment,
      state: ConversationState | undefined,
      history: Readonly<Record<string, number>>,
      now: number,
    ): void {
      const { conversationId, agentId } = assignment;
      proposed.delete(conversationId);
      router.giveBack(assignment, now, false);
      const carrier = carriers.get(agentId);
      if (carrier) {
        carrier.handledToday -= 1;
        carrier.idleSince = assignment.before.idleSince;
      }
      if (carrierOf.get(conversationId) === agentId) {
        carrierOf.delete(conversationId);
        carrier?.carried.delete(conversationId);
      }
      if (state) this.look(state, history, now);
      else this.forget(conversationId, now);
      tellRouter(agentId);
    },
    proposed: () => proposed.size,
    /** Everything that waits or is carried, with its last known seq and carrier. */
    known: () =>
      [...seen].map(([id, lastSeq]) => ({
        id,
        lastSeq,
        agentId: carrierOf.get(id) ?? null,
        waits: waiting.has(id),
      })),
    isProposed: (conversationId: string) => proposed.has(conversationId),
  };
}

export type Books = ReturnType<typeof createBooks>;
