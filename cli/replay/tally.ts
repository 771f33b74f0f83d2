import { quantile } from '../../core/metrics/quantile.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Played } from './play.ts';

type Counts = Record<string, number>;
/** Milliseconds; null when nothing was measured. */
export interface Latency {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export interface ReplayReport {
  readonly conversations: number;
  readonly seconds: number;
  readonly messages: { readonly customers: number; readonly agents: number; readonly assistant: number };
  readonly decisions: Readonly<Counts>;
  readonly handoffReasons: Readonly<Counts>;
  readonly ratings: Readonly<Counts>;
  readonly repeatedSends: number;
  readonly reconnections: number;
  readonly latencies: {
    readonly acknowledgedMs: Latency;
    readonly answerMs: Latency;
    readonly handoffToDeskMs: Latency;
  };
  readonly errors: Readonly<Counts>;
  readonly check: {
    readonly passed: boolean;
    readonly events: number;
    readonly problems: readonly string[];
    /** Null when the server is not the replay's own. */
    readonly projections: { readonly conversations: number; readonly different: number } | null;
  };
}

/** Gathers what was seen while playing and read back afterwards. */
export function createTally() {
  const times = { acknowledgedMs: [] as number[], answerMs: [] as number[], handoffToDeskMs: [] as number[] };
  const messages = { customers: 0, agents: 0, assistant: 0 };
  const decisions: Counts = {};
  const handoffReasons: Counts = {};
  const ratings: Counts = {};
  const errors: Counts = {};
  const problems: string[] = [];
  let conversations = 0;
  let repeatedSends = 0;
  let reconnections = 0;
  let events = 0;
  const count = (counts: Counts, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };

  return {
    played(one: Played): void {
      conversations += 1;
      for (const { by } of one.sent) messages[by === 'contact' ? 'customers' : 'agents'] += 1;
      times.acknowledgedMs.push(...one.acknowledgedMs);
      times.answerMs.push(...one.answerMs);
      times.handoffToDeskMs.push(...one.handoffToDeskMs);
      repeatedSends += one.repeats;
      reconnections += one.reconnections;
    },
    failed(error: unknown): void {
      count(errors, error instanceof Error ? error.message : String(error));
    },
    readBack(conversationId: string, log: readonly ConversationEvent[], wrong: readonly string[]): void {
      events += log.length;
      problems.push(...wrong.map((problem) => `${conversationId}: ${problem}`));
      for (const event of log) {
        if (event.kind === 'decided') count(decisions, event.body.decision);
        else if (event.kind === 'handoff-requested')
          for (const { code } of event.body.reasons) count(handoffReasons, code);
        else if (event.kind === 'rated') count(ratings, String(event.body.score));
        else if (event.kind === 'message-sent' && event.actor.kind === 'assistant') messages.assistant += 1;
      }
    },
    get done() {
      return conversations;
    },
    get failures() {
      return Object.values(errors).reduce((sum, one) => sum + one, 0);
    },
    report(
      seconds: number,
      projections: { readonly conversations: number; readonly different: readonly string[] } | null,
    ): ReplayReport {
      const different = projections?.different ?? [];
      const wrong = [...problems, ...different.map((id) => `${id}: its projection is not what the log says`)];
      return {
        conversations,
        seconds: Math.round(seconds * 10) / 10,
        messages,
        decisions,
        handoffReasons,
        ratings,
        repeatedSends,
        reconnections,
        latencies: {
          acknowledgedMs: latencyOf(times.acknowledgedMs),
          answerMs: latencyOf(times.answerMs),
          handoffToDeskMs: latencyOf(times.handoffToDeskMs),
        },
        errors,
        check: {
          passed: wrong.length === 0 && Object.keys(errors).length === 0,
          events,
          problems: wrong,
          projections: projections && {
            conversations: projections.conversations,
            different: projections.different.length,
          },
        },
      };
    },
  };
}

function latencyOf(values: readonly number[]): Latency {
  const at = (share: number) => {
    const value = quantile(values, share);
    return value === null ? null : Math.round(value * 10) / 10;
  };
  return { count: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
