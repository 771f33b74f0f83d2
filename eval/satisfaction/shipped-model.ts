import type { SatisfactionModel } from '../../core/perception/satisfaction-model.ts';
import { satisfactionFrom } from '../../core/perception/satisfaction-weights.ts';
import { type OnDamaged, readShipped } from '../../server/shipped-weights.ts';

/** The weights that come along; `null` where they are missing or damaged. The product estimates by rules. */
export const loadSatisfactionModel = (onDamaged: OnDamaged): SatisfactionModel | null =>
  readShipped('satisfaction', satisfactionFrom, onDamaged) ?? null;
