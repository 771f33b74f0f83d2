import type { Articles } from '../../adapters/store/articles.ts';
import { meaningVectorOf } from '../../core/knowledge/meaning-vector.ts';
import type { ArticlePreview } from '../../core/protocol/preview.ts';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import type { PreviewMeanings, PreviewTask } from '../../services/preview-article.ts';
import type { MeaningsBeside, TextMeaning } from '../meaning/meanings-beside.ts';
import { type StandingThread, standingThread } from '../threads/standing-thread.ts';
import type { PreviewMessage, PreviewReply, PreviewStart } from './preview-worker.ts';

/** Nobody tries an edit for so long: the second knowledge base is given up, and its memory with it. In ms. */
const idleMs = 5 * 60_000;
/** So long the embedding server may take, for the edit first and then for the questions; without its word, words alone count. */
const meaningMs = 20_000;

interface Tried {
  readonly thread: StandingThread<PreviewMessage, PreviewReply>;
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
  /** Where articles are searched by meaning; by words alone without it. */
  readonly meaning?: MeaningsBeside | undefined;
}

type TriedEdit = Pick<Extract<PreviewMessage, { readonly kind: 'task' }>, 'task' | 'adds'>;

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
  { limitMs = 60_000, order, meaning }: PreviewerOptions = {},
) {
  let current: Tried | undefined;
  let idle: NodeJS.Timeout | undefined;

  function end(why: string, of = current): void {
    if (current === of) current = undefined;
    void of?.thread.end(why);
  }

  const start = (own: DictionaryVersion): Tried => ({
    thread: standingThread(
      new URL('./preview-worker.ts', import.meta.url),
      { dictionary: own, isByMeaning: meaning !== undefined } satisfies PreviewStart,
      { limitMs, heapMb: 4096 },
    ),
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

  /** The vectors that where customers are answered has, too. */
  async function takeVectors({ thread }: Tried): Promise<void> {
    if (!meaning) return;
    const { wanted = [] } = await thread.ask((number) => ({ kind: 'wanted', number }));
    thread.tell({ kind: 'vectors', vectors: [], scale: meaning.scale });
    for await (const vectors of meaning.held(wanted))
      thread.tell({ kind: 'vectors', vectors, scale: meaning.scale });
  }

  async function learn(on: Tried, edit: TriedEdit): Promise<PreviewMeanings | undefined> {
    if (!meaning) return undefined;
    const { look } = await on.thread.ask((number) => ({ kind: 'look', number, ...edit }));
    const held: TextMeaning[] = [];
    for await (const some of meaning.held([...look!.held, ...look!.edited])) held.push(...some);
    const texts = new Map(held.map(({ text, vector }) => [text, vector]));
    const fresh = look!.edited.filter((text) => !texts.has(text));
    const began = performance.now();
    for (const [text, unit] of await meaning.learnSent(fresh, meaningMs)) {
      const vector = meaningVectorOf(unit);
      if (vector) texts.set(text, vector);
    }
    const left = Math.max(0, Math.round(meaningMs - (performance.now() - began)));
    return { texts, questions: await meaning.learn(look!.questions, left) };
  }

  async function ask(on: Tried, edit: TriedEdit): Promise<ArticlePreview> {
    // One after the other: two that follow at once would tell the thread the same changes in a different order.
    on.following = on.following
      .then(() => follow(on))
      .then(() => takeOrder(on))
      .then(() => takeVectors(on));
    try {
      await on.following;
    } catch (error) {
      end('the store cannot be read', on);
      throw error;
    }
    const meanings = await learn(on, edit);
    const { task } = await on.thread.ask((number) => ({ kind: 'task', number, meanings, ...edit }));
    return task!;
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
        return await ask(on, { task, adds });
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
