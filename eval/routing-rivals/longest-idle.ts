import type { Product } from '../../core/routing/simulation/day.ts';
import { firstCome } from './first-come.ts';

/**
 * The agent who has been without something new for the longest time: the classic of call centres, and the default of
 * Amazon Connect (docs.aws.amazon.com/connect, "How routing works": the next available agent who has been idle the
 * longest, contacts first come first served).
 */
export const longestIdle: Product = {
  graceMs: null,
  requeuesSilent: false,
  createRouter: (active) =>
    firstCome(
      active,
      (able) => able.toSorted((one, other) => one.idleSince - other.idleSince)[0],
      () => undefined,
    ),
};
