import type { Played } from './played.ts';

const limits = [20_000, 30_000, 60_000] as const;

/**
 * How a group of customers fared. They wait at the screen from the handoff to an agent's first words, or until they
 * leave; whoever left a message or went on with the assistant is not in the waits, but is in the service level, as
 * not served: it counts all who were offered to humans.
 */
export interface Served {
  readonly arrivals: number;
  /** Reached an agent's words, those who had left a message apart. */
  readonly connected: number;
  readonly abandoned: number;
  /** Left after they had been connected, because the agent was gone and nobody came. */
  readonly lost: number;
  /** Left a message or a wish to be called; answered by an agent within the day. */
  readonly messages: number;
  readonly messagesAnswered: number;
  readonly withAssistant: number;
  /** Still waiting after the last shift, messages included. */
  readonly waitingAtEnd: number;
  /** Connected within so many seconds ÷ arrivals; null of nobody. */
  readonly within20s: number | null;
  readonly within30s: number | null;
  readonly within60s: number | null;
  readonly abandonment: number | null;
  /** Share of those at the screen who had to wait at all. */
  readonly waited: number | null;
  readonly meanWaitMs: number | null;
  readonly medianWaitMs: number | null;
  readonly p95WaitMs: number | null;
  readonly p99WaitMs: number | null;
}

export function servedOf(group: readonly Played[]): Served {
  const count = { resolved: 0, abandoned: 0, lost: 0, 'with-assistant': 0, waiting: 0 };
  const waits: number[] = [];
  let connected = 0;
  let messages = 0;
  let messagesAnswered = 0;
  let waited = 0;
  let sum = 0;
  const soon = [0, 0, 0];
  for (const { phase, leftMessage, connectedAt, endedAt, arrival } of group) {
    if (phase in count) count[phase as keyof typeof count]++;
    if (leftMessage) {
      messages++;
      if (connectedAt !== null) messagesAnswered++;
      continue;
    }
    const until = connectedAt ?? endedAt;
    if (phase === 'with-assistant' || until === null) continue;
    const wait = until - arrival.at;
    waits.push(wait);
    sum += wait;
    if (wait > 0) waited++;
    if (connectedAt === null) continue;
    connected++;
    for (const [index, limit] of limits.entries()) if (wait <= limit) soon[index]!++;
  }
  const sorted = Float64Array.from(waits).sort();
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    arrivals: group.length,
    connected,
    abandoned: count.abandoned,
    lost: count.lost,
    messages,
    messagesAnswered,
    withAssistant: count['with-assistant'],
    waitingAtEnd: count.waiting,
    within20s: share(soon[0]!, group.length),
    within30s: share(soon[1]!, group.length),
    within60s: share(soon[2]!, group.length),
    abandonment: share(count.abandoned, group.length),
    waited: share(waited, waits.length),
    meanWaitMs: share(sum, waits.length),
    medianWaitMs: quantileOfSorted(sorted, 0.5),
    p95WaitMs: quantileOfSorted(sorted, 0.95),
    p99WaitMs: quantileOfSorted(sorted, 0.99),
  };
}

/** By linear interpolation between the closest ranks (Hyndman & Fan 1996, type 7); null of nothing. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) return null;
  const rank = (sorted.length - 1) * q;
  const below = sorted[Math.floor(rank)]!;
  return below + (sorted[Math.ceil(rank)]! - below) * (rank - Math.floor(rank));
}
