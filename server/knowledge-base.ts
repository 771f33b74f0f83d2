import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import type { Articles } from '../adapters/store/articles.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { knowledgeInMemory } from '../services/knowledge-in-memory.ts';

/**
 * The published articles in this process's memory, in step with the store: what this process publishes is findable
 * when the `follow` after it has resolved, what another publishes after its notice, or at the latest with the next
 * `follow`. `now` gives the time at which articles come into force and expire.
 */
export async function createKnowledgeBase(articles: Pick<Articles, 'changedSince'>, now = Date.now) {
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment);
  let revision = '0';
  let following: Promise<void> | undefined;
  let isAskedAgain = false;

  async function followOnce(): Promise<void> {
    for (;;) {
      const changed = await articles.changedSince(revision);
      if (changed.changed.length === 0) return;
      for (const { articleId, editions } of changed.changed) index.set(articleId, editions);
      revision = changed.revision;
      // A large start must not keep the process from answering.
      await new Promise((resume) => setImmediate(resume));
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

export type KnowledgeBase = Awaited<ReturnType<typeof createKnowledgeBase>>;
