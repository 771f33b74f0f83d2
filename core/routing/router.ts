import type { ActivePolicy } from '../terms/policy.ts';
import { chooseAgent } from './choose-agent.ts';
import type { Assignment, Router, RoutingAgent } from './contract.ts';
import { explainConversation, explanationOf } from './explain.ts';
import { LineUp } from './line-up.ts';
import { Seat, sameProfile } from './seat.ts';

export type {
  Assignment,
  Router,
  RoutingAgent,
  RoutingVerdict,
  WaitingConversation,
} from './contract.ts';

/** A router with empty books. Throws a RangeError for a policy without a queue. */
export function createRouter(active: ActivePolicy): Router {
  const seats = new Map<string, Seat>();
  const givenBack = new WeakSet<Assignment>();
  let lineUp = new LineUp(active, seats);

  const circumstances = (now: number) => ({
    settings: lineUp.active.policy.routing,
    roster: lineUp.roster,
    now,
  });

  function enter(agent: RoutingAgent): void {
    const seat = new Seat(agent);
    seats.set(seat.id, seat);
    lineUp.count(seat, 1);
    lineUp.pools.addSeat(seat);
  }

  function leave(seat: Seat): void {
    seats.delete(seat.id);
    lineUp.count(seat, -1);
    lineUp.pools.removeSeat(seat);
    lineUp.keeping.release(seat);
    lineUp.openings.forget(seat);
  }

  /** Who is served next and by whom; whoever is needed for something heavier is kept for it and passed over. */
  function choose(now: number) {
    lineUp.keeping.lookAgain(now);
    for (;;) {
      const opening = lineUp.openings.next(now);
      if (opening === undefined) return null;
      const { lane } = opening;
      const first = lane.first!;
      const { conversation } = first;
      const choice = chooseAgent(conversation, opening, circumstances(now));
      const heavier = lineUp.keeping.neededFor(choice.seat, first, now);
      if (heavier === undefined) return { opening, lane, conversation, choice };
      lineUp.keeping.keep(choice.seat, heavier, now);
    }
  }

  return {
    setPolicy(next) {
      const conversations = lineUp.conversations();
      const agents = [...seats.values()];
      const renewed = new LineUp(next, seats);
      seats.clear();
      lineUp = renewed;
      for (const agent of agents) enter(agent);
      for (const conversation of conversations) lineUp.put(conversation);
    },

    putConversation(conversation) {
      lineUp.put(conversation);
    },

    removeConversation(id) {
      lineUp.remove(id);
    },

    putAgent(agent) {
      const seat = seats.get(agent.id);
      if (seat === undefined) {
        enter(agent);
      } else if (!sameProfile(seat.profile, agent.profile)) {
        leave(seat);
        enter(agent);
      } else {
        lineUp.recount(seat, agent);
        seat.update(agent);
        lineUp.keeping.changed(seat);
        lineUp.openings.note(seat);
      }
    },

    removeAgent(id) {
      const seat = seats.get(id);
      if (seat !== undefined) leave(seat);
    },

    next(now) {
      lineUp.advance(now);
      const found = choose(now);
      if (found === null) return null;
      const { opening, choice, lane, conversation } = found;
      const { seat } = choice;
      const assignment: Assignment = {
        conversationId: conversation.id,
        agentId: seat.id,
        queueId: conversation.queueId,
        mode: lane.pool.stage.queue.mode,
        explanation: explanationOf(conversation, opening, choice, seats.size, lineUp.active.version, now),
        before: { conversation, idleSince: seat.idleSince },
      };
      lineUp.remove(conversation.id);
      seat.load += conversation.weight;
      seat.conversations += 1;
      seat.idleSince = now;
      lineUp.openings.note(seat);
      return assignment;
    },

    giveBack(assignment, now, declined) {
      if (givenBack.has(assignment)) return;
      givenBack.add(assignment);
      const { agentId, before } = assignment;
      const { conversation } = before;
      const seat = seats.get(agentId);
      if (seat !== undefined) {
        seat.load = Math.max(0, seat.load - conversation.weight);
        seat.conversations = Math.max(0, seat.conversations - 1);
        if (!declined) seat.idleSince = before.idleSince;
        lineUp.keeping.changed(seat);
        lineUp.openings.note(seat);
      }
      const waits = lineUp.get(conversation.id) ?? conversation;
      const refusals = waits.declined ?? [];
      lineUp.put(declined ? { ...waits, declined: [...refusals, { agentId, at: now }] } : waits);
    },

    nextChangeAt(now) {
      lineUp.advance(now);
      const { nextChangeAt } = lineUp;
      return nextChangeAt && Math.max(now, nextChangeAt);
    },

    explain(asked, now) {
      const conversation = typeof asked === 'string' ? lineUp.get(asked) : asked;
      if (conversation === undefined) return [];
      const rules = lineUp.rulesOf(conversation.queueId);
      return explainConversation(conversation, rules, [...seats.values()], circumstances(now));
    },

    positions(now) {
      return lineUp.places(now);
    },

    waiting() {
      return lineUp.size;
    },
  };
}
