import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextModel } from '../core/learning/text-model.ts';
import { decodeWeights } from '../core/learning/weights-file.ts';
import type { PerceptionModels } from '../core/perception/perceive.ts';

const folder = join(import.meta.dirname, '../models');
const files = { emotion: 'emotion', humanRequest: 'human-request' } as const satisfies {
  readonly [Signal in keyof PerceptionModels]?: string;
};

/**
 * The weights that ship with the product, as perception asks them. A file that is missing leaves its signal to the
 * rules; so does one that is damaged, and that is told.
 */
export function loadPerceptionModels(onError: (file: string, error: unknown) => void): PerceptionModels {
  const models: { -readonly [Signal in keyof PerceptionModels]: PerceptionModels[Signal] } = {};
  for (const signal of ['emotion', 'humanRequest'] as const) {
    const file = join(folder, `${files[signal]}.bin`);
    if (!existsSync(file)) continue;
    try {
      models[signal] = readTextModel(decodeWeights(readFileSync(file)));
    } catch (error) {
      onError(file, error);
    }
  }
  return models;
}
