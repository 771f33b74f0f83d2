import { type HandoffModel, handoffModelFrom } from '../core/handoff/handoff-model.ts';
import { type PairModel, readPairModel } from '../core/knowledge/pair-model.ts';
import { readTextModel } from '../core/learning/text-model.ts';
import type { PerceptionModels } from '../core/perception/perceive.ts';
import type { SatisfactionModel } from '../core/perception/satisfaction-model.ts';
import { satisfactionFrom } from '../core/perception/satisfaction-weights.ts';
import { type OnDamaged, readShipped } from './shipped-weights.ts';

/** The weights that perception is asked with. A signal without them is left to the rules. */
export function loadPerceptionModels(onDamaged: OnDamaged): PerceptionModels {
  const emotion = readShipped('emotion', readTextModel, onDamaged);
  const humanRequest = readShipped('human-request', readTextModel, onDamaged);
  return { ...(emotion && { emotion }), ...(humanRequest && { humanRequest }) };
}

/** What predicts that a person is needed; without it nothing is predicted. */
export const loadHandoffModel = (onDamaged: OnDamaged, file?: string): HandoffModel | undefined =>
  readShipped('handoff', handoffModelFrom, onDamaged, file);

/** What tells from a conversation how it went for the customer; without it rules alone estimate. */
export const loadSatisfactionModel = (onDamaged: OnDamaged): SatisfactionModel | undefined =>
  readShipped('satisfaction', satisfactionFrom, onDamaged);

/** What puts the first of what a search finds in order; without it the order of the index stands. */
export const loadPairModel = (onDamaged: OnDamaged, file?: string): PairModel | undefined =>
  readShipped('retrieval', readPairModel, onDamaged, file);
