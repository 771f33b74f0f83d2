import { grown, grownFloats } from './growing-arrays.ts';

/** Which slots a search may see: the reaches it is for, and the time it asks about, if any. */
export interface Sight {
  /** 1 by the number of a reach. */
  readonly permitted: Uint8Array;
  readonly at?: number | undefined;
}

/** What is known of a slot without looking at its article. */
export interface SlotFacts {
  readonly reach: number;
  readonly from: number;
  readonly until: number;
  readonly isMain: boolean;
}

/** The places of the index, one for each edition held, in the order in which they came. */
export function createSlots<T extends { slot: number }>() {
  let entries: (T | undefined)[] = [];
  // By slot, so that what is not for the asker falls out before anything is chosen; reach 0 is a dead slot.
  let reaches = new Int32Array(1024);
  let mains = new Int32Array(1024);
  let starts = new Float64Array(1024);
  let ends = new Float64Array(1024);

  return {
    /** The number of the new slot, which is also written to the entry. */
    add(entry: T, { reach, from, until, isMain }: SlotFacts): number {
      const slot = entries.push(entry) - 1;
      entry.slot = slot;
      if (slot >= reaches.length) {
        reaches = grown(reaches, slot + 1);
        mains = grown(mains, slot + 1);
        starts = grownFloats(starts, slot + 1);
        ends = grownFloats(ends, slot + 1);
      }
      reaches[slot] = reach;
      mains[slot] = isMain ? 1 : 0;
      starts[slot] = from;
      ends[slot] = until;
      return slot;
    },
    get: (slot: number): T => entries[slot]!,
    kill(slot: number): void {
      entries[slot] = undefined;
      reaches[slot] = 0;
    },
    /** Whether a search with this sight may see the slot. */
    isSeen(slot: number, { permitted, at }: Sight): boolean {
      if (permitted[reaches[slot]!] !== 1) return false;
      return at === undefined ? mains[slot] === 1 : starts[slot]! <= at && at < ends[slot]!;
    },
    /** Gives the living new slots without gaps, in the same order. Returns the new number of each old one, or -1. */
    close(): Int32Array {
      const newNumbers = new Int32Array(entries.length).fill(-1);
      let kept = 0;
      for (const [slot, entry] of entries.entries()) {
        if (!entry) continue;
        newNumbers[slot] = kept;
        entry.slot = kept;
        reaches[kept] = reaches[slot]!;
        mains[kept] = mains[slot]!;
        starts[kept] = starts[slot]!;
        ends[kept] = ends[slot]!;
        kept++;
      }
      reaches.fill(0, kept);
      entries = entries.filter((entry) => entry !== undefined);
      return newNumbers;
    },
    /** Slots given out, dead ones included. */
    get length() {
      return entries.length;
    },
  };
}

export type Slots<T extends { slot: number }> = ReturnType<typeof createSlots<T>>;
