/** A stream of numbers that looks like chance and is the same for the same seed. */
export interface Random {
  /** From 0 (included) to 1 (excluded), 32 bits. */
  next(): number;
}

/**
 * sfc32 by Chris Doty-Humphrey (PractRand, public domain): 128 bits of state with a counter, period at least 2^32.
 * The state comes from seed, stream and index through the finaliser of MurmurHash3 (Austin Appleby, public domain);
 * the first twelve numbers are thrown away, as its author does.
 */
export function createRandom(seed: number, stream: number, index = 0): Random {
  let a = mixed(seed ^ 0x9e3779b9);
  let b = mixed(a ^ Math.imul(stream, 0x85ebca6b));
  let c = mixed(b ^ index);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return { next };
}

function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) + 0x6d2b79f5;
}
