import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import type { Articles } from '../adapters/store/articles.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { createSimilarity } from '../core/knowledge/similarity.ts';
import type { Article } from '../core/terms/article.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/**
 * The published articles in this process's memory, in step with the store: what this process publishes is findable
 * before the call returns, what another publishes after its notice, or at the latest with the next `follow`.
 */
export async function createKnowledgeBase(articles: Articles) {
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment);
  let revision = '0';
  let following: Promise<void> | undefined;

  async function followOnce(): Promise<void> {
    for (;;) {
      const changed = await articles.changedSince(revision);
      if (changed.articles.length === 0) return;
      changed.articles.forEach(apply);
      revision = changed.revision;
      // A large start must not keep the process from answering.
      await new Promise((resume) => setImmediate(resume));
    }
  }

  function apply(article: Article): void {
    if (article.status === 'published') index.add(article);
    else index.remove(article.id);
  }

  const knowledge: Knowledge = {
    segment,
    search: (text, options) => index.search(text, options),
    similarity: createSimilarity(segment),
  };
  await followOnce();
  return {
    knowledge,
    apply,
    /** Takes over what changed in the store since the last time. */
    follow(): Promise<void> {
      following ??= followOnce().finally(() => {
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
