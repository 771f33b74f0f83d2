import { createRandom } from '../chance/random.ts';
import type { Language } from '../terms/language.ts';
import { createMeaningRows, type Kept } from './meaning-rows.ts';
import { cautiousScale, type LinePair, type MeaningScale, measuredScale } from './meaning-scale.ts';
import { meaningText, meaningTextOfCut, meaningTextsOf } from './meaning-texts.ts';
import type { MeaningVector } from './meaning-vector.ts';
import type { Cut } from './passages.ts';

/** The vectors of an index, for whoever brings them. */
export interface MeaningShelf {
  /** Texts whose vectors have not come yet. What is put or removed meanwhile is passed over. */
  wanted(): Iterable<string>;
  isWanted(text: string): boolean;
  /** All texts that are held, article by article. */
  texts(): Iterable<readonly string[]>;
  /** Findable with the very next search. */
  put(text: string, vector: MeaningVector): Kept;
  /** Distinct texts that are wanted, and rows whose vectors have come. */
  readonly counts: { readonly wanted: number; readonly there: number };
  /** Of the vectors held; 0 before the first. */
  readonly dimensions: number;
  /** What a cosine says here; a cautious guess until somebody sets what was measured. */
  scale: MeaningScale;
  /** Measures the scale on at most so many question lines, and pauses after each. */
  measure(most: number, seed: number): Generator<void, MeaningScale>;
}

/** What of an article has a meaning. */
interface Held {
  readonly head: { readonly language: Language };
  readonly lines: readonly string[];
  readonly cuts: readonly Cut[];
}

/** So many articles that are near in meaning are looked at beside those that the words lead to. */
const mostNear = 10;

/** The rows of an index by its slots. */
export function createMeaningShelf() {
  const rows = createMeaningRows();
  const rowsOf = new Map<number, Int32Array>();
  const heldIn = new Map<number, Held>();
  let scale = cautiousScale;

  const textsOf = ({ lines, cuts, head }: Held) => meaningTextsOf(lines, cuts, head.language);

  function* measure(most: number, seed: number): Generator<void, MeaningScale> {
    const random = createRandom(seed, 0);
    const slots = [...rowsOf.keys()].filter((slot) => heldIn.get(slot)!.lines.length > 1);
    const pairs: LinePair[] = [];
    for (let left = Math.min(most, slots.length * 4); left > 0; left--) {
      const slot = slots[Math.floor(random.next() * slots.length)]!;
      // What was removed while this paused has no rows any more.
      const lines = rowsOf.get(slot)?.subarray(0, heldIn.get(slot)?.lines.length);
      const row = lines?.[Math.floor(random.next() * lines.length)];
      const line = row === undefined ? undefined : rows.vectorOf(row);
      if (!lines || row === undefined || !line) continue;
      const own = rows.nearestOf(lines, line, row);
      const [other] = rows.nearest(line, (one) => one !== slot, 1);
      if (own && other) pairs.push({ own: own.cosine, other: other.cosine });
      yield;
    }
    return measuredScale(pairs);
  }

  return {
    /** What of an article is asked the meaning of: to be read before it is held, bit by bit. */
    *textsOf({ lines, cuts, head }: Held): Generator<void, readonly string[]> {
      const texts: string[] = [];
      for (const line of lines) texts.push(meaningText(line, head.language));
      for (const cut of cuts) {
        texts.push(meaningTextOfCut(lines[0], cut, head.language));
        yield;
      }
      return texts;
    },
    hold(slot: number, held: Held, texts: readonly string[]): void {
      rowsOf.set(slot, rows.hold(slot, texts));
      heldIn.set(slot, held);
    },
    release(slot: number): void {
      const own = rowsOf.get(slot);
      if (own) rows.release(own);
      rowsOf.delete(slot);
      heldIn.delete(slot);
    },
    *texts(): Generator<readonly string[]> {
      for (const held of heldIn.values()) yield textsOf(held);
    },
    /** Slots in sight that are nearest in meaning, best first. */
    nearest: (question: Float32Array, isSeen: (slot: number) => boolean): number[] =>
      rows.nearest(question, isSeen, mostNear).map(({ slot }) => slot),
    /** The unit of a slot that is nearest in meaning; undefined before its vectors have come. */
    nearestUnit: (slot: number, question: Float32Array) => {
      const own = rowsOf.get(slot);
      return own && rows.nearestOf(own, question);
    },
    wanted: rows.wanted,
    isWanted: rows.isWanted,
    put: rows.put,
    measure,
    get counts() {
      return rows.counts;
    },
    get dimensions() {
      return rows.dimensions;
    },
    get scale() {
      return scale;
    },
    set scale(measured: MeaningScale) {
      scale = measured;
    },
  };
}
