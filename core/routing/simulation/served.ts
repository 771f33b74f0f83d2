import type { Played } from './played.ts';

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
  const screen = group.filter(({ leftMessage, phase }) => !leftMessage && phase !== 'with-assistant');
  const waits = screen
    .flatMap(({ connectedAt, endedAt, arrival }) => {
      const until = connectedAt ?? endedAt;
      return until === null ? [] : [until - arrival.at];
    })
    .sort((one, other) => one - other);
  const connected = screen.filter(({ connectedAt }) => connectedAt !== null);
  const messages = group.filter(({ leftMessage }) => leftMessage);
  const count = (phase: Played['phase']) => group.filter((one) => one.phase === phase).length;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const within = (ms: number) =>
    share(
      connected.filter(({ connectedAt, arrival }) => connectedAt! - arrival.at <= ms).length,
      group.length,
    );
  return {
    arrivals: group.length,
    connected: connected.length,
    abandoned: count('abandoned'),
    lost: count('lost'),
    messages: messages.length,
    messagesAnswered: messages.filter(({ connectedAt }) => connectedAt !== null).length,
    withAssistant: count('with-assistant'),
    waitingAtEnd: count('waiting'),
    within20s: within(20_000),
    within30s: within(30_000),
    within60s: within(60_000),
    abandonment: share(count('abandoned'), group.length),
    waited: share(waits.filter((wait) => wait > 0).length, waits.length),
    meanWaitMs: share(
      waits.reduce((sum, wait) => sum + wait, 0),
      waits.length,
    ),
    medianWaitMs: quantileOfSorted(waits, 0.5),
    p95WaitMs: quantileOfSorted(waits, 0.95),
    p99WaitMs: quantileOfSorted(waits, 0.99),
  };
}

/** By linear interpolation between the closest ranks (Hyndman & Fan 1996, type 7); null of nothing. */
export function quantileOfSorted(sorted: readonly number[], q: number): number | null {
  if (sorted.length === 0) return null;
  const rank = (sorted.length - 1) * q;
  const below = sorted[Math.floor(rank)]!;
  return below + (sorted[Math.ceil(rank)]! - below) * (rank - Math.floor(rank));
}
