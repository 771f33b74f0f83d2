import type { Articles } from '../../adapters/store/articles.ts';
import type { ArticlePreview } from '../../core/protocol/preview.ts';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import type { PreviewTask } from '../../services/preview-article.ts';
import { type StandingThread, standingThread } from '../threads/standing-thread.ts';
import type { PreviewMessage } from './preview-worker.ts';

/** Nobody tries an edit for so long: the second knowledge base is given up, and its memory with it. In ms. */
const idleMs = 5 * 60_000;

interface Tried {
  readonly thread: StandingThread<PreviewMessage, ArticlePreview>;
  /** The version of the dictionary that it cuts texts by. */
  readonly words: number;
  /** Edits that are tried on it now, those that still wait for the articles among them. */
  asking: number;
  revision: string;
  /** The version of the order of articles that it was told of. */
  order: number;
  following: Promise<void>;
}

export interface PreviewerOptions {
  readonly limitMs?: number;
  /** The version of the installation's own order that is in force, and its weights; 0 where none is. */
  readonly order?: OrderInForce;
}

/** Weights that could be read before. */
interface OrderInForce {
  version(): number;
  weights(version: number): Promise<Uint8Array | undefined>;
}

/**
 * Tries edits on a knowledge base of its own, beside the server, which goes on serving. The thread starts with the
 * first edit that is tried, follows the store before each, and ends when nobody has tried one for a while.
 */
export function createPreviewer(
  articles: Pick<Articles, 'changedSince'>,
  /** Of the installation's own words the version that counts. */
  dictionary: () => Promise<DictionaryVersion>,
  { limitMs = 60_000, order }: PreviewerOptions = {},
) {
  let current: Tried | undefined;
  let idle: NodeJS.Timeout | undefined;

  function end(why: string, of = current): void {
    if (current === of) current = undefined;
    void of?.thread.end(why);
  }

  const start = (own: DictionaryVersion): Tried => ({
    thread: standingThread(new URL('./preview-worker.ts', import.meta.url), own, { limitMs, heapMb: 4096 }),
    words: own.version,
    asking: 0,
    revision: '0',
    order: 0,
    following: Promise.resolve(),
  });

  async function follow(on: Tried): Promise<void> {
    for (;;) {
      const { changed, revision } = await articles.changedSince(on.revision);
      if (changed.length === 0) return;
      on.thread.tell({ kind: 'articles', changed });
      on.revision = revision;
    }
  }

  /** Edits are tried in the order in which customers are answered. */
  async function takeOrder(on: Tried): Promise<void> {
    const version = order?.version() ?? 0;
    if (version === on.order) return;
    const weights = version === 0 ? undefined : await order?.weights(version);
    on.thread.tell({ kind: 'order', weights: weights ?? null });
    on.order = version;
  }

  async function ask(on: Tried, task: Omit<PreviewTask, 'before'>, adds: boolean): Promise<ArticlePreview> {
    // One after the other: two that follow at once would tell the thread the same changes in a different order.
    on.following = on.following.then(() => follow(on)).then(() => takeOrder(on));
    try {
      await on.following;
    } catch (error) {
      end('the store cannot be read', on);
      throw error;
    }
    return on.thread.ask((number) => ({ kind: 'task', number, task, adds }));
  }

  return {
    /**
     * What the edit would change. `adds`: it joins the versions that are in force or scheduled, as a saved one does;
     * without it, it replaces them all. Rejects when it takes longer than `limitMs` or the thread breaks.
     */
    async preview(task: Omit<PreviewTask, 'before'>, adds: boolean): Promise<ArticlePreview> {
      clearTimeout(idle);
      const own = await dictionary();
      if (current && current.words !== own.version && current.asking === 0) end('the dictionary changed');
      if (current?.thread.isGone) current = undefined;
      current ??= start(own);
      const on = current;
      on.asking += 1;
      try {
        return await ask(on, task, adds);
      } finally {
        on.asking -= 1;
        clearTimeout(idle);
        idle = setTimeout(() => end('nobody tries an edit'), idleMs);
        idle.unref();
      }
    },
    close(): void {
      clearTimeout(idle);
      end('the server stops');
    },
  };
}

export type Previewer = ReturnType<typeof createPreviewer>;
