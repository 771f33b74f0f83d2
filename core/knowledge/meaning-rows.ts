import { grown } from './growing-arrays.ts';
import { createSketcher, differingBits, type Sketcher } from './meaning-sketch.ts';
import type { MeaningVector } from './meaning-vector.ts';

/** An article that is near in meaning, by that of its units which is nearest. */
export interface NearSlot {
  readonly slot: number;
  readonly cosine: number;
}

/** What became of a vector: whether somebody waits for it, and whether it has as many dimensions as the others. */
export type Kept = 'kept' | 'not-wanted' | 'other-dimensions';

/** A first look leaves so many rows for the second. */
const secondLooks = 400;
/** More would make customers wait; what comes later is found by its words. Two milliseconds for each 30,000. */
export const mostRows = 100_000;
const rowsInPage = 1024;
const nobody = -1;

/**
 * The vectors of what an index holds, a row for each unit of an article: held from the moment the article comes, found
 * from the moment its vector does.
 */
export function createMeaningRows() {
  /** Pages of `rowsInPage` vectors, so that nothing is copied when more come. */
  const pages: Int8Array[] = [];
  let sketches = new Int32Array(0);
  const scales: number[] = [];
  /** By row: who it belongs to, which of their units it is, and whether its vector has come. */
  let slotOf = new Int32Array(1024);
  let unitOf = new Int32Array(1024);
  let isThere = new Int32Array(1024);
  let length = 0;
  let there = 0;
  const free: number[] = [];
  const waiting = new Map<string, number[]>();
  /** By row, while it waits for its vector. */
  const awaitedBy = new Map<number, string>();
  let dimensions = 0;
  let sketcher: Sketcher | undefined;
  const bestRows = new Int32Array(secondLooks);
  const bestDistances = new Int32Array(secondLooks);

  function makeRoom(row: number): void {
    if (row < slotOf.length) return;
    slotOf = grown(slotOf, row + 1);
    unitOf = grown(unitOf, row + 1);
    isThere = grown(isThere, row + 1);
  }

  function cosineOf(row: number, question: Float32Array): number {
    const page = pages[Math.floor(row / rowsInPage)]!;
    const from = (row % rowsInPage) * dimensions;
    let sum = 0;
    for (let at = 0; at < dimensions; at++) sum += question[at]! * page[from + at]!;
    return sum * scales[row]!;
  }

  /** The rows in sight whose sketches differ least; how many there are is returned. */
  function firstLook(question: Float32Array, isSeen: (slot: number) => boolean): number {
    const sketch = new Int32Array(sketcher!.words);
    sketcher!.write(question, sketch, 0);
    const { words } = sketcher!;
    let found = 0;
    for (let row = 0; row < length; row++) {
      if (isThere[row] === 0) continue;
      const distance = differingBits(sketch, sketches, row * words);
      if (found === secondLooks && distance >= bestDistances[found - 1]!) continue;
      if (!isSeen(slotOf[row]!)) continue;
      let at = found < secondLooks ? found++ : found - 1;
      for (; at > 0 && bestDistances[at - 1]! > distance; at--) {
        bestDistances[at] = bestDistances[at - 1]!;
        bestRows[at] = bestRows[at - 1]!;
      }
      bestDistances[at] = distance;
      bestRows[at] = row;
    }
    return found;
  }

  return {
    /** Rows for the units of a slot, in their order; beyond `mostRows` none. */
    hold(slot: number, texts: readonly string[]): Int32Array {
      if (length - free.length + texts.length > mostRows) return new Int32Array(0);
      return Int32Array.from(texts, (text, unit) => {
        const row = free.pop() ?? length++;
        makeRoom(row);
        slotOf[row] = slot;
        unitOf[row] = unit;
        isThere[row] = 0;
        const known = waiting.get(text);
        if (known) known.push(row);
        else waiting.set(text, [row]);
        awaitedBy.set(row, text);
        return row;
      });
    },
    release(rows: Int32Array): void {
      for (const row of rows) {
        there -= isThere[row]!;
        isThere[row] = 0;
        slotOf[row] = nobody;
        free.push(row);
        const text = awaitedBy.get(row);
        if (text === undefined) continue;
        awaitedBy.delete(row);
        const others = waiting.get(text)!.filter((one) => one !== row);
        if (others.length === 0) waiting.delete(text);
        else waiting.set(text, others);
      }
    },
    put(text: string, { values, scale }: MeaningVector): Kept {
      const rows = waiting.get(text);
      if (!rows) return 'not-wanted';
      if (!sketcher) {
        dimensions = values.length;
        sketcher = createSketcher(dimensions);
      }
      if (values.length !== dimensions) return 'other-dimensions';
      const { words } = sketcher;
      const last = Math.max(...rows);
      while (pages.length * rowsInPage <= last) pages.push(new Int8Array(rowsInPage * dimensions));
      if (sketches.length < (last + 1) * words) sketches = grown(sketches, (last + 1) * words);
      for (const row of rows) {
        pages[Math.floor(row / rowsInPage)]!.set(values, (row % rowsInPage) * dimensions);
        sketcher.write(values, sketches, row * words);
        scales[row] = scale;
        isThere[row] = 1;
        awaitedBy.delete(row);
      }
      there += rows.length;
      waiting.delete(text);
      return 'kept';
    },
    /** Articles in sight that are nearest in meaning, at most `most`, best first. Who is not in sight takes no place. */
    nearest(question: Float32Array, isSeen: (slot: number) => boolean, most: number): NearSlot[] {
      if (question.length !== dimensions) return [];
      const cosines = new Map<number, number>();
      const found = firstLook(question, isSeen);
      for (let place = 0; place < found; place++) {
        const row = bestRows[place]!;
        const cosine = cosineOf(row, question);
        const slot = slotOf[row]!;
        if (cosine > (cosines.get(slot) ?? Number.NEGATIVE_INFINITY)) cosines.set(slot, cosine);
      }
      return [...cosines]
        .map(([slot, cosine]) => ({ slot, cosine }))
        .sort((one, other) => other.cosine - one.cosine)
        .slice(0, most);
    },
    /** Of some rows the nearest; undefined where no vector of theirs has come. */
    nearestOf(
      rows: Int32Array,
      question: Float32Array,
      but = nobody,
    ): { unit: number; cosine: number } | undefined {
      if (question.length !== dimensions) return undefined;
      let best: { unit: number; cosine: number } | undefined;
      for (const row of rows) {
        if (isThere[row] === 0 || row === but) continue;
        const cosine = cosineOf(row, question);
        if (!best || cosine > best.cosine) best = { unit: unitOf[row]!, cosine };
      }
      return best;
    },
    /** The vector of a row in length 1; undefined before it has come. */
    vectorOf(row: number): Float32Array | undefined {
      if (isThere[row] !== 1) return undefined;
      const page = pages[Math.floor(row / rowsInPage)]!;
      const from = (row % rowsInPage) * dimensions;
      return Float32Array.from(page.subarray(from, from + dimensions), (value) => value * scales[row]!);
    },
    /** Texts whose vectors have not come yet, in the order in which they were first wanted. */
    wanted: (): Iterable<string> => waiting.keys(),
    isWanted: (text: string): boolean => waiting.has(text),
    /** Distinct texts that are wanted, and rows whose vectors have come. */
    get counts() {
      return { wanted: waiting.size, there };
    },
    /** Of the vectors held; 0 before the first. */
    get dimensions() {
      return dimensions;
    },
  };
}

export type MeaningRows = ReturnType<typeof createMeaningRows>;
