import { Worker } from 'node:worker_threads';
import type { Articles } from '../../adapters/store/articles.ts';
import type { ArticlePreview } from '../../core/protocol/preview.ts';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import type { PreviewTask } from '../../services/preview-article.ts';
import type { PreviewMessage } from './preview-worker.ts';

/** Nobody tries an edit for so long: the second knowledge base is given up, and its memory with it. In ms. */
const idleMs = 5 * 60_000;

interface Waiting {
  readonly resolve: (preview: ArticlePreview) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** The version of the dictionary that it cuts texts by. */
  readonly words: number;
  readonly waiting: Map<number, Waiting>;
  /** Edits that are tried on it now, those that still wait for the articles among them. */
  asking: number;
  revision: string;
  following: Promise<void>;
}

/**
 * Tries edits on a knowledge base of its own, beside the server, which goes on serving. The thread starts with the
 * first edit that is tried, follows the store before each, and ends when nobody has tried one for a while.
 */
export function createPreviewer(
  articles: Pick<Articles, 'changedSince'>,
  /** Of the installation's own words the version that counts. */
  dictionary: () => Promise<DictionaryVersion>,
  { limitMs = 60_000 } = {},
) {
  let thread: Thread | undefined;
  let idle: NodeJS.Timeout | undefined;
  let numbers = 0;

  function end(why: string, of = thread): void {
    if (!of) return;
    if (thread === of) thread = undefined;
    for (const { reject } of of.waiting.values()) reject(new Error(why));
    of.waiting.clear();
    void of.worker.terminate();
  }

  function start(own: DictionaryVersion): Thread {
    const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), {
      workerData: own,
      resourceLimits: { maxOldGenerationSizeMb: 4096 },
    });
    worker.unref();
    const started: Thread = {
      worker,
      words: own.version,
      waiting: new Map(),
      asking: 0,
      revision: '0',
      following: Promise.resolve(),
    };
    worker.on('message', (answer: { number: number; preview?: ArticlePreview; error?: string }) => {
      const one = started.waiting.get(answer.number);
      started.waiting.delete(answer.number);
      if (answer.preview) one?.resolve(answer.preview);
      else one?.reject(new Error(answer.error ?? 'the preview ended without a result'));
    });
    worker.on('error', (error) => end(error.message, started));
    worker.on('exit', () => end('the preview ended without a result', started));
    return started;
  }

  async function follow(of: Thread): Promise<void> {
    for (;;) {
      const { changed, revision } = await articles.changedSince(of.revision);
      if (changed.length === 0) return;
      post(of, { kind: 'articles', changed });
      of.revision = revision;
    }
  }

  const post = (of: Thread, message: PreviewMessage) => of.worker.postMessage(message);

  async function ask(on: Thread, task: Omit<PreviewTask, 'before'>, adds: boolean): Promise<ArticlePreview> {
    // One after the other: two that follow at once would tell the thread the same changes in a different order.
    on.following = on.following.then(() => follow(on));
    try {
      await on.following;
    } catch (error) {
      end('the store cannot be read', on);
      throw error;
    }
    // Nobody answers on a thread that broke meanwhile.
    if (thread !== on) throw new Error('the preview ended without a result');
    const number = ++numbers;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ArticlePreview>((resolve, reject) => {
        on.waiting.set(number, { resolve, reject });
        timer = setTimeout(() => end('the preview took too long', on), limitMs);
        timer.unref();
        post(on, { kind: 'task', number, task, adds });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    /**
     * What the edit would change. `adds`: it joins the versions that are in force or scheduled, as a saved one does;
     * without it, it replaces them all. Rejects when it takes longer than `limitMs` or the thread breaks.
     */
    async preview(task: Omit<PreviewTask, 'before'>, adds: boolean): Promise<ArticlePreview> {
      clearTimeout(idle);
      const own = await dictionary();
      if (thread && thread.words !== own.version && thread.asking === 0) end('the dictionary changed');
      thread ??= start(own);
      const on = thread;
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
