import type { AgentStatuses } from '../adapters/store/agent-status.ts';
import type { BoardStore, OwnershipRow } from '../adapters/store/board.ts';
import type { Conversations } from '../adapters/store/conversations.ts';
import type { RoutingStore } from '../adapters/store/routing.ts';
import { type Interval, occupancy } from '../core/metrics/occupancy.ts';
import type { Board, Colleague } from '../core/protocol/views.ts';
import { startOfLocalDay } from '../core/sla/time-zone.ts';
import type { ActivePolicy, Policy } from '../core/terms/policy.ts';
import type { Queue } from '../core/terms/queue.ts';
import { calendarOf, hasRoom, online, queueOf, serves, standingOf } from '../services/queue-standing.ts';
import type { Positions } from './routing/positions.ts';

/** Where a queue has no calendar, its day is China's. */
const homeTimeZone = 'Asia/Shanghai';
const mostConversations = 200;

/** Reads the supervisor's live board. */
export function createBoard(needs: {
  readonly store: BoardStore;
  readonly routingStore: Pick<RoutingStore, 'queueRows'>;
  readonly conversations: Pick<Conversations, 'summaries'>;
  readonly statuses: Pick<AgentStatuses, 'since'>;
  readonly positions: Positions;
  readonly policy: () => ActivePolicy;
  readonly roster: () => ReadonlyMap<string, Colleague>;
  readonly now: () => number;
}) {
  async function queuesOf(policy: Policy, at: number): Promise<Board['queues']> {
    const [rows, held, places] = await Promise.all([
      needs.routingStore.queueRows(),
      needs.store.held(),
      needs.positions.places(),
    ]);
    const inQueue = new Map<string, (typeof rows)[number][]>();
    for (const row of rows) {
      const { id } = queueOf(policy, row.queueId);
      inQueue.set(id, [...(inQueue.get(id) ?? []), row]);
    }
    const lengths = new Map<string, number>();
    for (const { queueId } of places.values()) lengths.set(queueId, (lengths.get(queueId) ?? 0) + 1);
    return Promise.all(
      policy.queues.map(async (queue) => {
        const waiting = inQueue.get(queue.id) ?? [];
        const here = waiting.filter(({ leftAt }) => leftAt === null);
        const staff = online(policy, queue, needs.roster().values());
        const { isOpen, opensAt } = standingOf(policy, queue.id, [], at);
        return {
          id: queue.id,
          name: queue.name,
          isOpen,
          opensAt,
          waiting: waiting.length,
          offered: waiting.filter(({ offered }) => offered).length,
          leftMessages: waiting.length - here.length,
          longestWaitMs: here.reduce((longest, { waitingSince }) => Math.max(longest, at - waitingSince), 0),
          online: staff.length,
          free: staff.filter((one) => one.presence === 'online' && hasRoom(one)).length,
          handling: held.get(queue.id)?.handling ?? 0,
          estimate: await needs.positions.estimate(queue.id, (lengths.get(queue.id) ?? 0) + 1),
          today: await needs.store.queueDay(queue.id, startOfLocalDay(zoneOf(policy, queue), at)),
        };
      }),
    );
  }

  async function agentsOf(policy: Policy, at: number): Promise<Board['agents']> {
    const from = startOfLocalDay(zoneOf(policy, policy.queues[0]!), at);
    const [ownership, statuses, waits] = await Promise.all([
      needs.store.ownership(from),
      needs.statuses.since(from),
      needs.store.longestReplyWaits(),
    ]);
    const handling = ownedIntervals(ownership, at);
    const present = presentIntervals(statuses, at);
    return [...needs.roster().values()]
      .filter(({ disabled }) => !disabled)
      .map((colleague) => ({
        ...colleague,
        queueIds: policy.queues.filter((queue) => serves(policy, queue, colleague)).map(({ id }) => id),
        handledToday: handling.get(colleague.id)?.length ?? 0,
        occupancy: occupancy(handling.get(colleague.id) ?? [], present.get(colleague.id) ?? []),
        longestReplyWaitMs: waits.has(colleague.id) ? Math.max(0, at - waits.get(colleague.id)!) : 0,
      }));
  }

  async function conversationsOf(): Promise<Board['conversations']> {
    const [places, troubled] = await Promise.all([
      needs.positions.places(),
      needs.store.troubled(mostConversations),
    ]);
    const waiting = [...places].sort(([, one], [, other]) => one.position - other.position);
    const ids = [...new Set([...troubled, ...waiting.map(([id]) => id)])].slice(0, mostConversations);
    const summaries = new Map(
      (await needs.conversations.summaries(null, ids)).map((summary) => [summary.id, summary]),
    );
    return ids.flatMap((id) => summaries.get(id) ?? []);
  }

  return {
    async read(): Promise<Board> {
      const at = needs.now();
      const { policy } = needs.policy();
      const [queues, agents, conversations] = await Promise.all([
        queuesOf(policy, at),
        agentsOf(policy, at),
        conversationsOf(),
      ]);
      return { at, queues, agents, conversations };
    },
  };
}

const zoneOf = (policy: Policy, queue: Queue) => calendarOf(policy, queue)?.timeZone ?? homeTimeZone;

/** When each agent owned a conversation, from what began and ended it. */
function ownedIntervals(rows: readonly OwnershipRow[], now: number): Map<string, Interval[]> {
  const owned = new Map<string, Interval[]>();
  let open: { conversationId: string; agentId: string; from: number } | undefined;
  const end = (at: number) => {
    if (open) owned.set(open.agentId, [...(owned.get(open.agentId) ?? []), [open.from, at]]);
    open = undefined;
  };
  for (const row of rows) {
    if (open) end(open.conversationId === row.conversationId ? row.at : now);
    if (row.agentId) open = { conversationId: row.conversationId, agentId: row.agentId, from: row.at };
  }
  end(now);
  return owned;
}

/** When each agent was online or writing up, from what was written down at each change. */
function presentIntervals(
  rows: readonly { readonly agentId: string; readonly at: number; readonly status: string }[],
  now: number,
): Map<string, Interval[]> {
  const present = new Map<string, Interval[]>();
  rows.forEach((row, index) => {
    if (row.status !== 'online' && row.status !== 'wrap-up') return;
    const next = rows[index + 1];
    const to = next?.agentId === row.agentId ? next.at : now;
    present.set(row.agentId, [...(present.get(row.agentId) ?? []), [row.at, to]]);
  });
  return present;
}
