import type { PastConversations } from '../adapters/store/past-conversations.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import type { PolicyReplay } from '../core/protocol/policies.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { replayConversation } from '../services/replay-policy.ts';
import { createReplayTally } from '../services/tally-replay.ts';

const atOnce = 20;
export const mostReplayed = 20_000;
/** So long at a time, in ms; then whoever waits for this process comes first. */
const longestStretch = 8;

export interface ReplayNeeds {
  readonly past: PastConversations;
  readonly knowledge: Knowledge;
  readonly factsOf: (contactId: string) => Promise<ContactFacts>;
  readonly handoffModel: HandoffModel | undefined;
}

/** The conversations of the log since `from` through a policy, in small steps, so that nobody waits for it. */
export async function replayLog(
  { past, knowledge, factsOf, handoffModel }: ReplayNeeds,
  active: ActivePolicy,
  { from, shown }: { readonly from: number; readonly shown: number },
): Promise<PolicyReplay> {
  const began = performance.now();
  const tally = createReplayTally(shown);
  const found = await past.since(from, mostReplayed + 1);
  const list = found.slice(0, mostReplayed);
  for (let start = 0; start < list.length; start += atOnce) {
    const some = list.slice(start, start + atOnce);
    const events = await past.events(some.map(({ id }) => id));
    let stretch = performance.now();
    for (const { id, contactId, openedAt } of some) {
      const contact = await factsOf(contactId);
      const replayed = replayConversation(events.get(id) ?? [], active, contact, knowledge, handoffModel);
      tally.add(id, openedAt, replayed);
      if (performance.now() - stretch < longestStretch) continue;
      await new Promise((resume) => setImmediate(resume));
      stretch = performance.now();
    }
  }
  return tally.report(performance.now() - began, found.length > mostReplayed);
}
