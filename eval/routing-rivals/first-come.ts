import type { Assignment, Router, RoutingAgent, WaitingConversation } from '../../core/routing/contract.ts';
import { couldServe } from '../../core/routing/simulation/could-serve.ts';
import type { ActivePolicy } from '../../core/terms/policy.ts';

/** Chooses among the agents who are online, able and have room, for one conversation. */
export type Choose = (
  able: readonly RoutingAgent[],
  conversation: WaitingConversation,
) => RoutingAgent | undefined;

/**
 * What the rivals have in common: conversations in the order in which they came, whatever their priority; given to one
 * of the agents who are online, have the queue's skills (as the members of a team, department or inbox would) and are
 * below their limit, at once and without asking. A conversation that nobody can take now does not block the next one.
 * That is kinder than they are: whenever somebody gets room the whole line is looked through at once, where Chatwoot
 * waits for its periodic job.
 */
export function firstCome(
  active: ActivePolicy,
  choose: Choose,
  given: (agent: RoutingAgent) => void,
): Router {
  const queues = new Map(active.policy.queues.map((queue) => [queue.id, queue]));
  const line = new Map<string, WaitingConversation>();
  const agents = new Map<string, RoutingAgent>();

  const inOrder = () =>
    [...line.values()].sort(
      (one, other) => one.waitingSince - other.waitingSince || (one.id < other.id ? -1 : 1),
    );
  const hasRoom = (agent: RoutingAgent, weight: number) =>
    agent.status === 'online' &&
    agent.conversations < agent.profile.maximumConversations &&
    agent.load + weight <= agent.profile.capacity;

  return {
    setPolicy: () => {
      throw new Error('A rival plays one policy.');
    },
    putConversation: (conversation) => void line.set(conversation.id, conversation),
    removeConversation: (id) => void line.delete(id),
    putAgent: (agent) => void agents.set(agent.id, agent),
    removeAgent: (id) => void agents.delete(id),
    next(now) {
      const free = [...agents.values()].filter((agent) => hasRoom(agent, 0));
      if (free.length === 0) return null;
      for (const conversation of inOrder()) {
        if ((conversation.notBefore ?? 0) > now) continue;
        const able = free.filter(
          (agent) =>
            hasRoom(agent, conversation.weight) &&
            couldServe(agent.id, agent.profile, conversation, queues, 0),
        );
        const chosen = choose(able, conversation);
        if (chosen === undefined) continue;
        given(chosen);
        line.delete(conversation.id);
        agents.set(chosen.id, {
          ...chosen,
          load: chosen.load + conversation.weight,
          conversations: chosen.conversations + 1,
          idleSince: now,
        });
        return assignmentOf(conversation, chosen, now);
      }
      return null;
    },
    giveBack(assignment) {
      line.set(assignment.conversationId, assignment.before.conversation);
    },
    nextChangeAt(now) {
      const later = [...line.values()].flatMap(({ notBefore }) =>
        notBefore !== undefined && notBefore > now ? [notBefore] : [],
      );
      return later.length === 0 ? null : Math.min(...later);
    },
    explain: () => [],
    positions: () => new Map(inOrder().map(({ id }, index) => [id, index + 1])),
    waiting: () => line.size,
  };
}

function assignmentOf(conversation: WaitingConversation, agent: RoutingAgent, now: number): Assignment {
  const factors = { fit: 1, load: 1, history: 1, idle: 1, spare: 1 };
  return {
    conversationId: conversation.id,
    agentId: agent.id,
    queueId: conversation.queueId,
    mode: 'auto',
    explanation: {
      policyVersion: 0,
      waitedMs: now - conversation.waitingSince,
      stage: 0,
      chosen: { agentId: agent.id, score: 1, factors },
      others: [],
      excluded: {},
    },
    before: { conversation, idleSince: agent.idleSince },
  };
}
