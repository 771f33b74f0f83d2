import type { Queue } from '../terms/queue.ts';

const leastMs = 30_000;

/**
 * How long an agent who was given a conversation without being asked has for the first word: as the queue has settled,
 * else twice as long as an offer would stand, at least 30 s. An empty chair is noticed no later than that.
 */
export const firstWordOf = ({ firstWordMs, offerMs }: Queue): number =>
  firstWordMs ?? Math.max(leastMs, 2 * offerMs);
