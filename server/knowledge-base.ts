import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import type { Articles } from '../adapters/store/articles.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from '../core/knowledge/index.ts';
import type { PairModel } from '../core/knowledge/pair-model.ts';
import { createRerank } from '../core/knowledge/rerank.ts';
import type { Article } from '../core/terms/article.ts';
import { knowledgeInMemory } from '../services/knowledge-in-memory.ts';

/**
 * The published articles in this process's memory, in step with the store: what this process publishes is findable
 * when the `follow` after it has resolved, what another publishes after its notice, or at the latest with the next
 * `follow`. `now` gives the time at which articles come into force and expire. With `pairModel`
 * what is found first is put in order by what was learned.
 */
export async function createKnowledgeBase(
  articles: Pick<Articles, 'changedSince'>,
  now = Date.now,
  pairModel?: PairModel,
) {
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment, pairModel && createRerank(pairModel, segment));
  let revision = '0';
  let following: Promise<void> | undefined;
  let isAskedAgain = false;

  async function followOnce(): Promise<void> {
    for (;;) {
      const changed = await articles.changedSince(revision);
      if (changed.changed.length === 0) return;
      await takeIn(index, changed.changed);
      revision = changed.revision;
    }
  }

  async function followAll(): Promise<void> {
    do {
      isAskedAgain = false;
      await followOnce();
    } while (isAskedAgain);
  }

  await followOnce();
  return {
    knowledge: knowledgeInMemory(index, segment, now),
    /** Takes over what changed in the store since the last time: all that was committed before the call. */
    follow(): Promise<void> {
      // A reading that is under way may have begun before what the caller means.
      isAskedAgain = true;
      following ??= followAll().finally(() => {
        following = undefined;
      });
      return following;
    },
    get size() {
      return index.size;
    },
  };
}

/** After so long the process looks whether anybody else wants something: customers must not feel an import. */
const longestStretchMs = 8;

/** Puts what changed into the index, with pauses in which the process answers. Searches meanwhile see a part of it. */
export async function takeIn(
  index: Pick<KnowledgeIndex, 'set'>,
  changed: Iterable<{ readonly articleId: string; readonly editions: readonly Article[] }>,
): Promise<void> {
  let since = performance.now();
  for (const { articleId, editions } of changed) {
    index.set(articleId, editions);
    if (performance.now() - since < longestStretchMs) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
}

export type KnowledgeBase = Awaited<ReturnType<typeof createKnowledgeBase>>;
