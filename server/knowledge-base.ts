import { createSegmenter, createSegmenterBeside } from '../adapters/segmenters/jieba.ts';
import type { Articles } from '../adapters/store/articles.ts';
import type { DictionaryStore } from '../adapters/store/dictionary.ts';
import { refitted } from '../core/knowledge/fit-confidence.ts';
import { createKnowledgeIndex, type Found, type KnowledgeIndex } from '../core/knowledge/index.ts';
import type { KeptCards } from '../core/knowledge/kept-cards.ts';
import type { MeaningShelf } from '../core/knowledge/meaning-shelf.ts';
import type { OrderAdjustment } from '../core/knowledge/order-adjustment.ts';
import type { PairModel } from '../core/knowledge/pair-model.ts';
import { createRerank } from '../core/knowledge/rerank.ts';
import type { Segment } from '../core/knowledge/terms-of-text.ts';
import type { Article } from '../core/terms/article.ts';
import type { DictionaryVersion } from '../core/terms/dictionary.ts';
import type { Language } from '../core/terms/language.ts';
import { knowledgeOn, type Shelf, shelfOf } from '../services/knowledge-in-memory.ts';
import { createBreather } from './breather.ts';
import type { CardStore } from './cards/card-store.ts';

/** An index with what it was built by, and how far it has followed the store. */
interface Standing extends Shelf {
  readonly index: KnowledgeIndex;
  /** Of the dictionary. */
  revision: string;
  readonly dictionary: DictionaryVersion;
  /** How many cards had been read from their texts when they were last kept. */
  keptFrom: number;
}

export interface KnowledgeBaseOptions {
  /** Gives the time at which articles come into force and expire. */
  readonly now?: () => number;
  /** What is found first is put in order by what was learned. */
  readonly pairModel?: PairModel | undefined;
  /** What this installation learned of the order besides, whenever it is asked. */
  readonly adjustment?: () => OrderAdjustment | undefined;
  /** The installation's own words; what comes along alone without it. */
  readonly dictionary?: Pick<DictionaryStore, 'latest' | 'latestVersion'>;
  /** Searches by meaning as well; fills the vectors of an index that is about to take the place of another. */
  readonly fill?: (shelf: MeaningShelf) => Promise<void>;
  /** Keeps what was made of the texts from one start to the next; without it every start reads all of them. */
  readonly cards?: CardStore | undefined;
  readonly onError?: (error: unknown) => void;
}

/**
 * So many articles, and this share of all, are read anew before what was made of them is kept: less after a start, which
 * has just paid for it, than in the middle of an import.
 */
const fewestKept = 2_000;
const keptShare = { afterStart: 0.05, later: 0.25 };

/**
 * The published articles in this process's memory, in step with the store: what this process publishes is findable
 * when the `follow` after it has resolved, what another publishes after its notice, or at the latest with the next
 * `follow`. A changed dictionary cuts every text anew: the new index is built beside the one that answers, and takes
 * its place when it holds everything.
 */
export async function createKnowledgeBase(
  articles: Pick<Articles, 'changedSince'>,
  {
    now = Date.now,
    pairModel,
    adjustment,
    dictionary,
    fill,
    cards,
    onError = () => undefined,
  }: KnowledgeBaseOptions = {},
) {
  const first = dictionary ? await dictionary.latest() : nobodysWords;
  const segmenter = createSegmenter(first);
  const filed = await cards?.read(first);
  let current = standingOf(first, segmenter, filed);
  let keeping: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  let rebuilding: Promise<void> | undefined;
  let isAskedAgain = false;
  let isBuilt = false;
  let isClosed = false;

  function standingOf(own: DictionaryVersion, segment: Segment, kept?: KeptCards): Standing {
    const index = createKnowledgeIndex(
      segment,
      pairModel && createRerank(pairModel, segment, { adjustment }),
      { isByMeaning: fill !== undefined, kept },
    );
    return { ...shelfOf(index, segment), index, dictionary: own, revision: '0', keptFrom: 0 };
  }

  async function catchUp(standing: Standing): Promise<void> {
    while (!isClosed) {
      const { changed, revision } = await articles.changedSince(standing.revision);
      if (changed.length === 0) return;
      await takeIn(standing.index, changed);
      standing.revision = revision;
    }
  }

  async function followOnce(): Promise<void> {
    let caughtUp: Standing;
    // Whichever answers when this resolves must hold what was committed before.
    do {
      caughtUp = current;
      await catchUp(caughtUp);
    } while (caughtUp !== current);
    if (isBuilt) keepCards(keptShare.later);
    if (!dictionary || rebuilding || (await dictionary.latestVersion()) === current.dictionary.version)
      return;
    rebuilding = rebuild(dictionary)
      .catch(onError)
      .finally(() => {
        rebuilding = undefined;
      });
  }

  async function rebuild(store: NonNullable<typeof dictionary>): Promise<void> {
    const own = await store.latest();
    const next = standingOf(own, await createSegmenterBeside(own));
    do await catchUp(next);
    while (!isClosed && BigInt(next.revision) < BigInt(current.revision));
    if (fill && next.index.meaning) {
      await fill(next.index.meaning);
      await catchUp(next);
    }
    if (!isClosed) current = next;
  }

  /** Begins to keep the cards where enough of them were read anew. */
  function keepCards(share: number): void {
    const { index, dictionary: own, keptFrom } = current;
    const { readAnew } = index.cards;
    if (!cards || keeping || isClosed) return;
    if (readAnew - keptFrom < Math.max(fewestKept, index.size * share)) return;
    current.keptFrom = readAnew;
    keeping = cards
      .write(own, index.cards, () => isClosed)
      .finally(() => {
        keeping = undefined;
      });
  }

  async function followAll(): Promise<void> {
    do {
      isAskedAgain = false;
      await followOnce();
    } while (isAskedAgain);
  }

  await followOnce();
  if (!current.index.cards.areTrue) {
    onError(new Error('What was kept of the knowledge base is not what its texts give. They are read anew.'));
    current = standingOf(first, segmenter);
    await followOnce();
  }
  filed?.release();
  isBuilt = true;
  keepCards(keptShare.afterStart);
  return {
    knowledge: knowledgeOn(
      () => current,
      now,
      () => {
        const platt = adjustment?.()?.confidence;
        return platt && ((said) => refitted(platt, said));
      },
    ),
    /** What staff may find now in a language, before anything that was learned is asked. */
    find: (text: string, language: Language): Found =>
      current.index.find(text, { at: now(), audience: 'staff', languages: [language] }),
    /** Takes over what changed in the store since the last time: all that was committed before the call. */
    follow(): Promise<void> {
      // A reading that is under way may have begun before what the caller means.
      isAskedAgain = true;
      following ??= followAll().finally(() => {
        following = undefined;
      });
      return following;
    },
    /** The vectors of what answers now; undefined where words alone are searched. */
    get meaning() {
      return current.index.meaning;
    },
    get size() {
      return current.index.size;
    },
    /** The version of the dictionary by which texts are cut now. */
    get dictionaryVersion() {
      return current.dictionary.version;
    },
    async close(): Promise<void> {
      isClosed = true;
      await rebuilding;
      await keeping;
    },
  };
}

const nobodysWords: DictionaryVersion = { version: 0, words: [], synonyms: [], by: '', at: 0 };

/** Puts what changed into the index, with pauses in which the process answers. Searches meanwhile see some of the articles, each of them whole. */
export async function takeIn(
  index: Pick<KnowledgeIndex, 'setInSteps'>,
  changed: Iterable<{ readonly articleId: string; readonly editions: readonly Article[] }>,
): Promise<void> {
  const breathe = createBreather();
  for (const { articleId, editions } of changed) {
    // A long article takes many times as long as a pause may be away.
    for (const _ of index.setInSteps(articleId, editions)) {
      const pause = breathe();
      if (pause) await pause;
    }
    await breathe();
  }
}

export type KnowledgeBase = Awaited<ReturnType<typeof createKnowledgeBase>>;
