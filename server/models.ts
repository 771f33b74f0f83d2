import { type HandoffModel, handoffModelFrom } from '../core/handoff/handoff-model.ts';
import { readTextModel } from '../core/learning/text-model.ts';
import type { PerceptionModels } from '../core/perception/perceive.ts';
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
