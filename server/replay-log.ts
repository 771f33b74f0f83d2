import type { PastConversations } from '../adapters/store/past-conversations.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import type { PolicyReplay } from '../core/protocol/policies.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { replayByMeaning, type WordedReplay } from '../services/replay-by-meaning.ts';
import { type Replayed, replayConversation } from '../services/replay-policy.ts';
import { createReplayTally } from '../services/tally-replay.ts';
import { createBreather } from './breather.ts';
import type { MeaningsBeside } from './meaning/meanings-beside.ts';

const atOnce = 20;
export const mostReplayed = 20_000;
/** So long the embedding server may take for a few conversations, and for all of them. In ms. */
const meaningMs = { atOnce: 5_000, together: 60_000 };
/** After so many askings in a row that taught nothing it is asked no more. */
const vainAskings = 3;

export interface ReplayNeeds {
  readonly past: PastConversations;
  readonly knowledge: Knowledge;
  readonly factsOf: (contactId: string) => Promise<ContactFacts>;
  readonly handoffModel: HandoffModel | undefined;
  /** Where articles are searched by meaning; by words alone without it. */
  readonly meaning?: Pick<MeaningsBeside, 'learn'> | undefined;
}

/** The conversations of the log since `from` through a policy, in small steps, so that nobody waits for it. */
export async function replayLog(
  { past, knowledge, factsOf, handoffModel, meaning }: ReplayNeeds,
  active: ActivePolicy,
  { from, shown }: { readonly from: number; readonly shown: number },
): Promise<PolicyReplay> {
  const began = performance.now();
  const breathe = createBreather();
  const tally = createReplayTally(shown);
  const told = meaning && meaningTeller(meaning);
  const found = await past.since(from, mostReplayed + 1);
  const list = found.slice(0, mostReplayed);
  let unknown = 0;
  for (let start = 0; start < list.length; start += atOnce) {
    const some = list.slice(start, start + atOnce);
    const events = await past.events(some.map(({ id }) => id));
    const worded: WordedReplay[] = [];
    for (const { id, contactId } of some) {
      const contact = await factsOf(contactId);
      worded.push(
        replayByMeaning((knowing) =>
          replayConversation(events.get(id) ?? [], active, contact, knowledge, handoffModel, knowing),
        ),
      );
      await breathe();
    }
    const meant = await told?.(worded);
    for (const [place, one] of worded.entries()) {
      const { id, openedAt } = some[place]!;
      let replayed: Replayed = one.replayed;
      if (meant && one.wanted.length > 0) {
        const again = one.again(meant);
        replayed = again.replayed;
        unknown += again.unknown;
      }
      tally.add(id, openedAt, replayed);
      await breathe();
    }
  }
  return tally.report(performance.now() - began, {
    isCut: found.length > mostReplayed,
    unknownMeanings: meaning ? unknown : null,
  });
}

/** Asks for the meaning of what replays want to know, as long as it is given. */
function meaningTeller(meaning: Pick<MeaningsBeside, 'learn'>) {
  let left = meaningMs.together;
  let vain = 0;
  return async (worded: readonly WordedReplay[]) => {
    const texts = worded.flatMap(({ wanted }) => wanted);
    if (texts.length === 0 || left <= 0 || vain === vainAskings) return new Map<string, Float32Array>();
    const began = performance.now();
    const learned = await meaning.learn(texts, Math.min(left, meaningMs.atOnce));
    left -= performance.now() - began;
    vain = learned.size === 0 ? vain + 1 : 0;
    return learned;
  };
}
