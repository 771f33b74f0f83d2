import { setImmediate as breathe } from 'node:timers/promises';
import type { AssistStore, FoundSentence, FoundSolved } from '../../adapters/store/assist.ts';
import { type Completions, createCompletions } from '../../core/assist/completions.ts';
import type { ReplyKind, Tally } from '../../core/assist/rank-replies.ts';
import { refOf } from '../../core/assist/ref-of.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from '../../core/knowledge/index.ts';
import { createSimilarity } from '../../core/knowledge/similarity.ts';
import type { Segment } from '../../core/knowledge/terms-of-text.ts';
import type { AssistKind } from '../../core/terms/event.ts';
import type { TeamMemory } from '../../services/assist-view.ts';
import { scopeOf } from '../../services/scope-of.ts';

/** The newest of these are remembered; some kilobytes each. */
const mostSolved = 100_000;
const mostFound = 16;
/** Who was left unhappy is no example. */
const leastRating = 3;
/** So many are indexed before the process looks at anything else. */
const atOnce = 25;
/** Of each inbox, the newest sentences that few sent: they say what else is said. */
const mostOthers = 20_000;
const fewestAgents = 2;
const fewestSent = 3;

const none: Tally = { shown: 0, sent: 0 };

/**
 * What the team said before, in this process's memory: solved conversations behind an index like that of the articles,
 * the sentences that finish a colleague's, and how often each piece of help was taken. It follows the store by revision:
 * within a second or two of the reader's work, at the latest after `follow` is called again. What was written in one
 * inbox is never proposed in another: each may speak for a brand of its own. `segment` gives the way in which texts are
 * cut now; where that changed, the next `follow` cuts all of them anew beside the index that answers.
 */
export function createTeamMemory(store: AssistStore, segment: () => Segment) {
  let shelf = emptyShelf(segment());
  const solved = new Map<string, FoundSolved>();
  /** By inbox. */
  const completions = new Map<string, Completions>();
  /** By inbox, the ids of what few sent, the oldest first. */
  const othersOf = new Map<string, Set<string>>();
  const tallies = new Map<string, Tally & { readonly kind: AssistKind }>();
  const ofKind = new Map<ReplyKind, { shown: number; sent: number }>();
  const revisions = { solved: '0', sentences: '0', tallies: '0' };
  let edition = 0;
  let following: Promise<void> | undefined;
  let again = false;
  let isClosed = false;

  function remember(one: FoundSolved): void {
    const id = one.conversationId;
    shelf.index.remove(id);
    solved.delete(id);
    if (one.isGone || (one.rating !== null && one.rating < leastRating)) return;
    solved.set(id, one);
    put(one, shelf);
    if (solved.size <= mostSolved) return;
    const oldest = solved.keys().next().value!;
    solved.delete(oldest);
    shelf.index.remove(oldest);
  }

  function put({ conversationId, inboxId, language, questions, worked }: FoundSolved, on: Shelf): void {
    const [title = '', ...similarQuestions] = questions;
    edition += 1;
    on.index.add({
      id: conversationId,
      language,
      title,
      similarQuestions,
      body: worked,
      topic: '',
      status: 'published',
      version: edition,
      inboxIds: [inboxId],
    });
  }

  /** Nothing is remembered meanwhile: both are steps of the one following. */
  async function cutAnew(): Promise<void> {
    const next = emptyShelf(segment());
    let place = 0;
    for (const one of solved.values()) {
      put(one, next);
      place += 1;
      if (place % atOnce === 0) await breathe();
      if (isClosed) return;
    }
    shelf = next;
  }

  function completionsOf(inboxId: string): Completions {
    const known = completions.get(inboxId);
    if (known) return known;
    const fresh = createCompletions((text) => segment()(text));
    completions.set(inboxId, fresh);
    return fresh;
  }

  function putSentence(sentence: FoundSentence): void {
    const { id, inboxId, agents } = sentence;
    const own = completionsOf(inboxId);
    own.put(sentence);
    const others = othersOf.get(inboxId) ?? new Set();
    othersOf.set(inboxId, others);
    others.delete(id);
    if (agents >= fewestAgents || sentence.count >= fewestSent) return;
    others.add(id);
    if (others.size <= mostOthers) return;
    const oldest = others.values().next().value!;
    others.delete(oldest);
    own.remove(oldest);
  }

  function count(ref: string, kind: AssistKind, shown: number, sent: number): void {
    const before = tallies.get(ref) ?? none;
    tallies.set(ref, { kind, shown, sent });
    const reply = replyKindOf(ref);
    if (!reply) return;
    const whole = ofKind.get(reply) ?? { shown: 0, sent: 0 };
    whole.shown += shown - before.shown;
    whole.sent += sent - before.sent;
    ofKind.set(reply, whole);
  }

  async function followOnce(): Promise<void> {
    if (segment() !== shelf.segment) await cutAnew();
    for (let isLast = false; !isLast && !isClosed; ) {
      const page = await store.talliesSince(revisions.tallies);
      for (const { ref, kind, shown, taken } of page.tallies) count(ref, kind, shown, taken);
      ({ isLast, revision: revisions.tallies } = page);
    }
    for (let isLast = false; !isLast && !isClosed; ) {
      const page = await store.sentencesSince(revisions.sentences);
      for (const [place, sentence] of page.sentences.entries()) {
        putSentence(sentence);
        if (place % 100 === 99) await breathe();
      }
      ({ isLast, revision: revisions.sentences } = page);
    }
    for (let isLast = false; !isLast && !isClosed; ) {
      const page = await store.solvedSince(revisions.solved);
      for (const [place, one] of page.solved.entries()) {
        remember(one);
        // A large start must not keep the process from answering.
        if (place % atOnce === atOnce - 1) await breathe();
        if (isClosed) return;
      }
      ({ isLast, revision: revisions.solved } = page);
    }
  }

  const memory: TeamMemory = {
    alike(question, { id, inboxId, language }) {
      const { index, similarity } = shelf;
      return index
        .search(question, { languages: [language], limit: mostFound, ...scopeOf({ inboxId }) })
        .flatMap(({ passage, nearestQuestion }) => {
          const one = solved.get(passage.articleId);
          if (!one || one.conversationId === id) return [];
          return [
            {
              ref: one.conversationId,
              question: nearestQuestion,
              worked: one.worked,
              agentName: one.agentName,
              resolvedAt: one.resolvedAt,
              rating: one.rating,
              likeness: Math.min(1, similarity(question, nearestQuestion)),
              replies: one.replies.map((text) => ({ ref: `team:${refOf(text)}`, text })),
            },
          ];
        })
        .filter(({ ref }, place, all) => all.findIndex((other) => other.ref === ref) === place)
        .sort((one, other) => other.likeness - one.likeness || other.resolvedAt - one.resolvedAt);
    },
    tallyOf: (ref) => tallies.get(ref) ?? none,
    tallyOfKind: (kind) => ofKind.get(kind) ?? none,
  };
  return {
    ...memory,
    /** The likely end of what is being typed in a conversation of this inbox. */
    complete: (inboxId: string, ...asked: Parameters<Completions['complete']>) =>
      completions.get(inboxId)?.complete(...asked) ?? null,
    /** Takes over what changed in the store since the last time. Resolves when all that stood there before is here. */
    async follow(): Promise<void> {
      again = true;
      following ??= (async () => {
        while (again && !isClosed) {
          again = false;
          await followOnce();
        }
      })().finally(() => {
        following = undefined;
      });
      await following;
    },
    get size() {
      let sentences = 0;
      for (const { size } of completions.values()) sentences += size;
      return { solved: solved.size, sentences };
    },
    close(): void {
      isClosed = true;
    },
  };
}

interface Shelf {
  readonly index: KnowledgeIndex;
  readonly similarity: ReturnType<typeof createSimilarity>;
  /** By which the texts on it were cut. */
  readonly segment: Segment;
}

const emptyShelf = (segment: Segment): Shelf => ({
  index: createKnowledgeIndex(segment),
  similarity: createSimilarity(segment),
  segment,
});

export type TeamMemoryInProcess = ReturnType<typeof createTeamMemory>;

function replyKindOf(ref: string): ReplyKind | undefined {
  const kind = ref.slice(0, ref.indexOf(':'));
  return kind === 'article' || kind === 'team' || kind === 'step' ? kind : undefined;
}
