import type { Board } from '../../../core/protocol/views.ts';

type Queue = Board['queues'][number];
type Seat = Board['agents'][number];

/** The day in seven figures. Shares from 0 to 1, times in milliseconds; null where there is nothing to measure. */
export interface Sum {
  readonly waiting: number;
  readonly longestMs: number;
  readonly free: number;
  readonly online: number;
  readonly handling: number;
  readonly within30s: number | null;
  readonly breaches: number;
  readonly left: number;
}

/**
 * All queues together. Agents are counted from the agents themselves, since one may serve several queues; the share
 * within 30 s is weighted by how many each queue handed over.
 */
export function sumOf({ queues, agents }: Pick<Board, 'queues' | 'agents'>): Sum {
  const add = (of: (queue: Queue) => number) => queues.reduce((sum, queue) => sum + of(queue), 0);
  const measured = queues.filter((queue) => queue.today.within30s !== null && queue.today.handedOver > 0);
  const weight = measured.reduce((sum, queue) => sum + queue.today.handedOver, 0);
  const within = measured.reduce(
    (sum, queue) => sum + (queue.today.within30s ?? 0) * queue.today.handedOver,
    0,
  );
  const online = agents.filter((agent) => agent.presence === 'online');
  return {
    waiting: add(atTheScreen),
    longestMs: Math.max(0, ...queues.map((queue) => queue.longestWaitMs)),
    free: online.filter(hasRoom).length,
    online: online.length,
    handling: agents.reduce((sum, agent) => sum + agent.open, 0),
    within30s: weight === 0 ? null : within / weight,
    breaches: add((queue) => queue.today.breaches),
    left: add((queue) => queue.today.left),
  };
}

/** Who waits and looks at it: without those who left a message or a time to be called. */
export function atTheScreen({ waiting, leftMessages }: Pick<Queue, 'waiting' | 'leftMessages'>): number {
  return Math.max(0, waiting - leftMessages);
}

function hasRoom({ load, open, profile }: Seat): boolean {
  // Who has nothing may take any weight.
  return (open === 0 || load < profile.capacity) && open < profile.maximumConversations;
}

/** What a queue suffers from, the worst first: nobody is there, everybody is full, it is closed, or nothing. */
export function troubleOf(queue: Queue): 'nobody' | 'full' | 'closed' | null {
  if (!queue.isOpen) return 'closed';
  if (queue.online === 0) return 'nobody';
  return atTheScreen(queue) > 0 && queue.free === 0 ? 'full' : null;
}

const statusOrder = { online: 0, busy: 1, 'wrap-up': 2, away: 3, offline: 4 } as const;

/** Agents by what they are doing and then by name: a row moves only when its status changes. */
export function agentsInOrder(agents: readonly Seat[]): readonly Seat[] {
  return [...agents].sort(
    (left, right) =>
      statusOrder[left.presence] - statusOrder[right.presence] ||
      left.name.localeCompare(right.name, 'zh') ||
      (left.id < right.id ? -1 : 1),
  );
}

/**
 * `rows` in the order that was on the screen before: what is new stands below, what is gone is gone. So nothing moves
 * under a pointer that is about to press.
 */
export function inKeptOrder<Row extends { readonly id: string }>(
  rows: readonly Row[],
  kept: readonly string[],
): readonly Row[] {
  const place = new Map(kept.map((id, index) => [id, index]));
  const last = kept.length;
  return rows
    .map((row, index) => ({ row, at: place.get(row.id) ?? last + index }))
    .sort((left, right) => left.at - right.at)
    .map(({ row }) => row);
}
