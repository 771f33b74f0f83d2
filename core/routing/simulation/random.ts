/** A stream of numbers that looks like chance and is the same for the same seed. */
export interface Random {
  /** From 0 (included) to 1 (excluded), 32 bits. */
  next(): number;
}

/** How long something takes. Milliseconds. */
export type Distribution =
  | { readonly kind: 'constant'; readonly meanMs: number }
  | { readonly kind: 'exponential'; readonly meanMs: number }
  | { readonly kind: 'lognormal'; readonly meanMs: number; readonly sdMs: number };

/** What a stream is for: streams of one seed do not touch each other, so a change in one leaves the others as they were. */
export const streams = { arrivals: 1, conversation: 2, attempt: 3 } as const;

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

/**
 * One value of the distribution in milliseconds. Exponential by inversion; lognormal from a normal by Box and Muller
 * (1958), with μ and σ so that mean and standard deviation are those given. Every kind takes two numbers of the
 * stream, so that changing the kind does not shift what is drawn later.
 */
export function draw(random: Random, distribution: Distribution): number {
  const first = random.next();
  const second = random.next();
  switch (distribution.kind) {
    case 'constant':
      return distribution.meanMs;
    case 'exponential':
      return -Math.log(1 - first) * distribution.meanMs;
    case 'lognormal': {
      if (distribution.meanMs === 0) return 0;
      const variance = Math.log(1 + (distribution.sdMs / distribution.meanMs) ** 2);
      const normal = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
      return distribution.meanMs * Math.exp(Math.sqrt(variance) * normal - variance / 2);
    }
  }
}
