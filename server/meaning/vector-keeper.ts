import type { Lease } from '../../adapters/store/lease.ts';
import type { TextVectors } from '../../adapters/store/text-vectors.ts';
import type { MeaningShelf } from '../../core/knowledge/meaning-shelf.ts';
import { type MeaningVector, meaningVectorOf } from '../../core/knowledge/meaning-vector.ts';
import { type Embedder, RefusedTexts } from '../../plugs/embedder.ts';
import { ModelError } from '../../plugs/model.ts';
import { createBreather } from '../breather.ts';
import type { Journal } from '../journal.ts';
import { createScaleKeeper } from './scale-keeper.ts';
import { hashOf } from './text-hash.ts';

/** Longer than a batch may take. In ms. */
export const embeddingLeaseLifeMs = 60_000;
export const batchLimitMs = 20_000;

const everyMs = 500;
const tidyEveryMs = 6 * 3600_000;
const largestBatch = 32;
const readAtOnce = 500;
const longestPauseMs = 300_000;
/** Texts that the store did not have are asked for again after so long: whatever was missed is found then. */
const askAgainMs = 60_000;
/** A text that the model takes from nobody is offered again after so long. */
const refusedMs = 3600_000;

/**
 * Brings the vectors of what this process holds: from the store, and where nobody has made them, from the model, one
 * process at a time and in batches. Each batch is kept before the next is asked for, so a process that dies loses one.
 */
export function createVectorKeeper(needs: {
  readonly embedder: Embedder;
  readonly store: TextVectors;
  readonly lease: Lease;
  readonly shelf: () => MeaningShelf;
  /** Vectors were made: the other processes may take them over. */
  readonly onMade: () => void;
  readonly journal: Journal;
}) {
  const { embedder, store, lease, journal } = needs;
  const model = embedder.name;
  const stop = new AbortController();
  const scales = createScaleKeeper(stop.signal);
  const breathe = createBreather();
  /** Texts that the store did not have when it was asked, and the same by their hashes. */
  const absent = new Map<string, string>();
  const byHash = new Map<string, string>();
  const refused = new Map<string, number>();
  let askedFor: MeaningShelf | undefined;
  let askedAt = 0;
  let made = '0';
  let batch = largestBatch;
  let failures = 0;
  let pausedUntil = 0;
  let working: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  const clock = () => performance.now();

  function settle(text: string): void {
    const known = absent.get(text);
    if (known === undefined) return;
    absent.delete(text);
    byHash.delete(known);
  }

  function forgetAbsent(shelf: MeaningShelf): void {
    absent.clear();
    byHash.clear();
    askedFor = shelf;
    askedAt = clock();
  }

  /** Puts what the store has of these texts; what it has not is returned. */
  async function fetchInto(shelf: MeaningShelf, texts: readonly string[]): Promise<string[]> {
    const left = new Map(texts.map((text) => [hashOf(text), text]));
    for (const { hash, vector } of await store.find(model, [...left.keys()])) {
      put(shelf, left.get(hash)!, vector);
      left.delete(hash);
      await breathe();
    }
    return [...left.values()];
  }

  function put(shelf: MeaningShelf, text: string, vector: MeaningVector): void {
    // What was kept from a model of other dimensions under this name is no use to anybody.
    if (shelf.put(text, vector) === 'other-dimensions') refused.set(text, clock() + refusedMs);
    else settle(text);
  }

  async function takeOver(): Promise<void> {
    const shelf = needs.shelf();
    if (shelf !== askedFor || clock() - askedAt > askAgainMs) forgetAbsent(shelf);
    if (absent.size === 0) {
      if (shelf.counts.wanted === 0) return;
      made = await store.last(model);
    }
    while (absent.size > 0 && !stop.signal.aborted) {
      const { vectors, made: place } = await store.since(model, made, readAtOnce);
      made = place;
      for (const { hash, vector } of vectors) {
        const text = byHash.get(hash);
        if (text !== undefined) put(shelf, text, vector);
        await breathe();
      }
      if (vectors.length < readAtOnce) break;
    }
    const fresh = [...shelf.wanted()].filter((text) => !absent.has(text));
    for (let start = 0; start < fresh.length && !stop.signal.aborted; start += readAtOnce)
      for (const text of await fetchInto(shelf, fresh.slice(start, start + readAtOnce))) {
        absent.set(text, hashOf(text));
        byHash.set(absent.get(text)!, text);
      }
  }

  function follow(): Promise<void> {
    following ??= takeOver().finally(() => {
      following = undefined;
    });
    return following;
  }

  function nextTexts(shelf: MeaningShelf): string[] {
    const texts: string[] = [];
    for (const text of absent.keys()) {
      if (!shelf.isWanted(text)) settle(text);
      else if ((refused.get(text) ?? 0) <= clock()) texts.push(text);
      if (texts.length === batch) break;
    }
    return texts;
  }

  /** Asks the model for what nobody has, until nothing is left or something goes wrong. */
  async function makeMissing(): Promise<void> {
    const shelf = needs.shelf();
    let isOurs = false;
    while (!stop.signal.aborted && clock() >= pausedUntil && shelf === needs.shelf()) {
      if (nextTexts(shelf).length === 0) break;
      isOurs = await lease.take();
      if (!isOurs) break;
      // What another process made until now is not asked for again; a look that is under way may have missed it.
      await following;
      await follow();
      const texts = nextTexts(shelf);
      if (texts.length === 0) break;
      try {
        await make(shelf, texts);
      } catch (error) {
        if (stop.signal.aborted || !(error instanceof ModelError)) throw error;
        failed(error, texts);
      }
    }
    if (isOurs) await lease.release();
  }

  async function make(shelf: MeaningShelf, texts: readonly string[]): Promise<void> {
    const vectors = (await embedder.embed(texts, stop.signal)).map(meaningVectorOf);
    const held = shelf.dimensions;
    const other = vectors.find((vector) => vector && held > 0 && vector.values.length !== held);
    if (other)
      throw new ModelError(
        'model-error',
        `the embedding server gives ${other.values.length} dimensions where those kept under its name have ${held}: give the model another name`,
      );
    const given = texts.flatMap((text, place) => {
      const vector = vectors[place];
      if (!vector) refused.set(text, clock() + refusedMs);
      return vector ? [{ text, hash: hashOf(text), vector }] : [];
    });
    await store.keep(model, given);
    for (const { text, vector } of given) {
      put(shelf, text, vector);
      settle(text);
      await breathe();
    }
    failures = 0;
    batch = Math.min(largestBatch, batch * 2);
    needs.onMade();
  }

  function failed(error: ModelError, texts: readonly string[]): void {
    const isTheirs = error instanceof RefusedTexts;
    if (isTheirs && texts.length > 1) {
      // One of them is at fault: smaller batches find it.
      batch = Math.max(1, Math.floor(texts.length / 2));
      return;
    }
    if (isTheirs) refused.set(texts[0]!, clock() + refusedMs);
    else {
      failures += 1;
      pausedUntil = clock() + Math.min(longestPauseMs, 500 * 2 ** failures);
    }
    journal.warn('model', isTheirs ? 'a text of an article was refused' : 'texts could not be embedded', {
      failure: error.failure,
      reason: error.message,
      inARow: failures,
      waiting: absent.size,
    });
  }

  /** Marks what is needed and removes what nobody has needed for long; by one process. */
  async function tidy(): Promise<void> {
    if (!(await lease.take())) return;
    let hashes: string[] = [];
    for (const texts of needs.shelf().texts()) {
      hashes.push(...texts.map(hashOf));
      if (hashes.length >= readAtOnce) {
        await store.need(model, hashes);
        hashes = [];
        if (stop.signal.aborted) return;
      }
      await breathe();
    }
    await store.need(model, hashes);
    await store.forget();
    if (!working) await lease.release();
  }

  async function round(): Promise<void> {
    await follow();
    await makeMissing();
    scales.follow(needs.shelf());
  }

  const look = (): void => {
    working ??= round()
      .catch((error) => {
        if (!stop.signal.aborted) journal.error('job', 'vectors could not be brought', error);
      })
      .finally(() => {
        working = undefined;
      });
  };
  const timer = setInterval(look, everyMs);
  const tidying = setInterval(() => {
    void tidy().catch((error) => journal.error('job', 'old vectors could not be removed', error));
  }, tidyEveryMs);
  timer.unref();
  tidying.unref();
  look();

  return {
    /** Takes over what the store has. */
    follow,
    /** Fills the shelf of an index that is about to answer, as far as the store goes. */
    async fill(shelf: MeaningShelf): Promise<void> {
      const texts = [...shelf.wanted()];
      for (let start = 0; start < texts.length && !stop.signal.aborted; start += readAtOnce)
        await fetchInto(shelf, texts.slice(start, start + readAtOnce));
      shelf.scale = needs.shelf().scale;
    },
    tidy,
    async close(): Promise<void> {
      clearInterval(timer);
      clearInterval(tidying);
      stop.abort();
      await working;
      await following?.catch(() => undefined);
      await lease.release().catch(() => undefined);
    },
  };
}

export type VectorKeeper = ReturnType<typeof createVectorKeeper>;
