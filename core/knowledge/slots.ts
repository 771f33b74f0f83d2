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

/** The places of the index, one for each edition held. The place of a dead one is given out again when nothing names it. */
export function createSlots<T extends { slot: number }>() {
  const entries: (T | undefined)[] = [];
  // By slot, so that what is not for the asker falls out before anything is chosen; reach 0 is a dead slot.
  let reaches = new Int32Array(1024);
  let mains = new Int32Array(1024);
  let starts = new Float64Array(1024);
  let ends = new Float64Array(1024);
  /** Dead slots that postings still name; those among them that are being taken out; those to be given out again. */
  let dead: number[] = [];
  let doomed: number[] = [];
  const free: number[] = [];
  const isDoomed = new Set<number>();

  return {
    /** The number of the new slot, which is also written to the entry. */
    add(entry: T, { reach, from, until, isMain }: SlotFacts): number {
      const slot = free.pop() ?? entries.length;
      entries[slot] = entry;
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
    /** Undefined where the slot is dead. */
    find: (slot: number): T | undefined => entries[slot],
    kill(slot: number): void {
      entries[slot] = undefined;
      reaches[slot] = 0;
      dead.push(slot);
    },
    /** Whether a search with this sight may see the slot. */
    isSeen(slot: number, { permitted, at }: Sight): boolean {
      if (permitted[reaches[slot]!] !== 1) return false;
      return at === undefined ? mains[slot] === 1 : starts[slot]! <= at && at < ends[slot]!;
    },
    /** How many have died since the last `doom`. */
    get dead() {
      return dead.length;
    },
    /** From now on these are to be taken out of the postings. Later deaths wait for the next time. */
    doom(): void {
      doomed = dead;
      dead = [];
      for (const slot of doomed) isDoomed.add(slot);
    },
    isDoomed: (slot: number): boolean => isDoomed.has(slot),
    /** Nothing names the doomed any more: their places are given out again. */
    release(): void {
      for (const slot of doomed) free.push(slot);
      doomed = [];
      isDoomed.clear();
    },
    /** Slots given out, dead ones included. */
    get length() {
      return entries.length;
    },
  };
}

export type Slots<T extends { slot: number }> = ReturnType<typeof createSlots<T>>;
