import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { WaitEstimate } from '../../core/terms/event.ts';
import type { Waiter } from '../routing/positions.ts';

const pauseMs = 150;
/** Reading everybody's place again waits at least this many times as long as it took: a long queue is not read all day. */
const restFactor = 10;
/** One reading that was held up must not leave everybody without a word for minutes. */
const longestRestMs = 10_000;
/** Estimates are refreshed at least so often while somebody waits. */
const atLeastEveryMs = 15_000;

/**
 * Tells each customer who waits where they stand, whenever that changes. `followers` gives, by conversation, how to reach
 * the customers who look.
 */
export function createPositionTeller(needs: {
  readonly waiters: () => Promise<ReadonlyMap<string, Waiter>>;
  readonly customers: () => Iterable<readonly [string, (frame: ServerFrame) => void]>;
  readonly onError: (error: unknown) => void;
}) {
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  let rest = pauseMs;

  async function tell(): Promise<void> {
    const customers = [...needs.customers()];
    if (customers.length === 0) return;
    const began = performance.now();
    const waiters = await needs.waiters();
    rest = Math.min(longestRestMs, Math.max(pauseMs, (performance.now() - began) * restFactor));
    // Everybody who follows a conversation is told, in whatever tab or connection.
    const fresh = new Set<string>();
    for (const [conversationId, deliver] of customers) {
      const waiter = waiters.get(conversationId);
      if (!waiter) {
        told.delete(conversationId);
        continue;
      }
      const { position, agentsOnline, estimate, instead } = waiter;
      const key = `${position} ${agentsOnline} ${coarse(estimate)} ${instead}`;
      if (!fresh.has(conversationId) && told.get(conversationId) === key) continue;
      fresh.add(conversationId);
      told.set(conversationId, key);
      deliver({ type: 'position', conversationId, position, agentsOnline, estimate, instead });
    }
  }

  async function run(): Promise<void> {
    timer = undefined;
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    try {
      await tell();
    } catch (error) {
      needs.onError(error);
    } finally {
      running = false;
      if (again) soon();
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => void run(), rest);
  }

  const beat = setInterval(() => {
    if (told.size > 0) soon();
  }, atLeastEveryMs);
  beat.unref();
  return {
    soon,
    /** Somebody begins to follow, or ends: what they were told is no longer known. */
    forget: (conversationId: string) => void told.delete(conversationId),
    close(): void {
      clearInterval(beat);
      clearTimeout(timer);
    },
  };
}

/** To the half minute: a figure that trembles tells nothing. */
const coarse = (estimate: WaitEstimate | null) =>
  estimate ? `${Math.round(estimate.fromMs / 30_000)}-${Math.round(estimate.toMs / 30_000)}` : 'unknown';
