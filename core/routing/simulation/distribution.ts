import type { Random } from '../../chance/random.ts';

/** How long something takes. Milliseconds. */
export type Distribution =
  | { readonly kind: 'constant'; readonly meanMs: number }
  | { readonly kind: 'exponential'; readonly meanMs: number }
  | { readonly kind: 'lognormal'; readonly meanMs: number; readonly sdMs: number };

/** What a stream is for: streams of one seed do not touch each other, so a change in one leaves the others as they were. */
export const streams = { arrivals: 1, conversation: 2, attempt: 3 } as const;

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
