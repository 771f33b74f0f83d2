/** Terms as numbers from 0, in the order in which they come. */
export interface TermNumbers {
  find(term: string): number | undefined;
  /** The number of a term, given to it now if it is new. */
  add(term: string): number;
  readonly size: number;
  /** The terms lie in so many parts. */
  readonly parts: number;
  /** Tells the terms of one part with their numbers. */
  eachIn(part: number, tell: (term: string, number: number) => void): void;
}

const shardBits = 8;
const shardCount = 1 << shardBits;
const smallestShard = 16;
/** Of the places of a shard, how many are taken at most. */
const fullest = 0.6;

/**
 * Most terms are one or two characters of Chinese: these are their own keys, 32 bits in tables of whole numbers
 * (about 13 bytes a term instead of about 90 as strings in a map); longer ones stand in maps. Many small tables instead
 * of a large one, because each doubles by itself: no addition waits until millions have moved.
 */
export function createTermNumbers(): TermNumbers {
  const keys = Array.from({ length: shardCount }, () => new Int32Array(smallestShard));
  const numbers = Array.from({ length: shardCount }, () => new Int32Array(smallestShard));
  const taken = new Int32Array(shardCount);
  const longer = Array.from({ length: shardCount }, () => new Map<string, number>());
  let size = 0;

  /** Where a key stands in its shard, or the free place where it would. */
  function placeOf(own: Int32Array, key: number, hash: number): number {
    const mask = own.length - 1;
    let place = hash & mask;
    while (own[place] !== 0 && own[place] !== key) place = (place + 1) & mask;
    return place;
  }

  function double(shard: number): void {
    const oldKeys = keys[shard]!;
    const oldNumbers = numbers[shard]!;
    const newKeys = new Int32Array(oldKeys.length * 2);
    const newNumbers = new Int32Array(oldKeys.length * 2);
    for (const [at, key] of oldKeys.entries()) {
      if (key === 0) continue;
      const place = placeOf(newKeys, key, hashOf(key) >>> shardBits);
      newKeys[place] = key;
      newNumbers[place] = oldNumbers[at]!;
    }
    keys[shard] = newKeys;
    numbers[shard] = newNumbers;
  }

  return {
    find(term) {
      const key = keyOf(term);
      if (key === 0) return longer[shardOf(term)]!.get(term);
      const hash = hashOf(key);
      const shard = hash & (shardCount - 1);
      const place = placeOf(keys[shard]!, key, hash >>> shardBits);
      return keys[shard]![place] === 0 ? undefined : numbers[shard]![place];
    },
    add(term) {
      const key = keyOf(term);
      if (key === 0) {
        const own = longer[shardOf(term)]!;
        const known = own.get(term);
        if (known === undefined) own.set(term, size);
        return known ?? size++;
      }
      const hash = hashOf(key);
      const shard = hash & (shardCount - 1);
      let place = placeOf(keys[shard]!, key, hash >>> shardBits);
      if (keys[shard]![place] !== 0) return numbers[shard]![place]!;
      if (taken[shard]! >= keys[shard]!.length * fullest) {
        double(shard);
        place = placeOf(keys[shard]!, key, hash >>> shardBits);
      }
      taken[shard]!++;
      keys[shard]![place] = key;
      numbers[shard]![place] = size;
      return size++;
    },
    get size() {
      return size;
    },
    parts: shardCount,
    eachIn(part, tell) {
      const own = keys[part]!;
      for (let place = 0; place < own.length; place++)
        if (own[place] !== 0) tell(textOf(own[place]!), numbers[part]![place]!);
      for (const [term, number] of longer[part]!) tell(term, number);
    },
  };
}

/** One or two UTF-16 units as one number; 0 for all other terms, and for what begins with U+0000. */
function keyOf(term: string): number {
  if (term.length > 2 || term.length === 0) return 0;
  const first = term.charCodeAt(0);
  if (first === 0) return 0;
  return term.length === 2 ? (first << 16) | term.charCodeAt(1) : first;
}

/** The term of which this is the key. */
const textOf = (key: number): string =>
  key >>> 16 === 0 ? String.fromCharCode(key) : String.fromCharCode(key >>> 16, key & 0xffff);

/** Knuth's multiplicative hashing, stirred once more so that the low bits depend on all. */
function hashOf(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function shardOf(term: string): number {
  const last = term.length - 1;
  return (
    hashOf((term.charCodeAt(0) << 16) ^ (term.charCodeAt(last) << 5) ^ term.charCodeAt(last >> 1)) &
    (shardCount - 1)
  );
}
