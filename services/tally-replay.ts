import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { detectLanguage } from '../core/perception/language.ts';
import type { PolicyReplay, ReplayOutcome } from '../core/protocol/policies.ts';
import { differs, type Replayed } from './replay-policy.ts';

/** Sums replayed conversations up. `shown` is how many of those that differ are kept. */
export function createReplayTally(shown: number) {
  let conversations = 0;
  let turns = 0;
  let more = 0;
  let fewer = 0;
  let otherwise = 0;
  const before = { handoffs: 0, byQueue: {} as Record<string, number> };
  const after = { handoffs: 0, byQueue: {} as Record<string, number> };
  const changed: PolicyReplay['changed'][number][] = [];

  function count(side: typeof before, outcome: ReplayOutcome): void {
    if (!outcome.handedOff) return;
    side.handoffs += 1;
    if (outcome.queueId !== null) side.byQueue[outcome.queueId] = (side.byQueue[outcome.queueId] ?? 0) + 1;
  }

  return {
    add(conversationId: string, openedAt: number, one: Replayed): void {
      conversations += 1;
      turns += one.turns;
      count(before, one.before);
      count(after, one.after);
      if (!differs(one.before, one.after)) return;
      if (!one.before.handedOff) more += 1;
      else if (!one.after.handedOff) fewer += 1;
      else otherwise += 1;
      // Read by whoever tries a policy, not by whoever serves the conversation.
      const words = one.preview.slice(0, 600);
      const preview = removePersonalData(words, detectLanguage(words, 'zh'))
        .replace(/\s+/g, ' ')
        .slice(0, 120)
        .toWellFormed();
      if (changed.length < shown)
        changed.push({ conversationId, openedAt, preview, before: one.before, after: one.after });
    },
    report: (
      tookMs: number,
      {
        isCut = false,
        unknownMeanings = null,
      }: Partial<Pick<PolicyReplay, 'isCut' | 'unknownMeanings'>> = {},
    ): PolicyReplay => ({
      conversations,
      turns,
      before,
      after,
      more,
      fewer,
      otherwise,
      changed,
      isCut,
      unknownMeanings,
      tookMs: Math.round(tookMs),
    }),
  };
}
