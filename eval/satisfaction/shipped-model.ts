import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeWeights } from '../../core/learning/weights-file.ts';
import type { SatisfactionModel } from '../../core/perception/satisfaction-model.ts';
import { satisfactionFrom } from '../../core/perception/satisfaction-weights.ts';

const shipped = join(import.meta.dirname, '../../models/satisfaction.bin');

/** The weights that ship with the product; `null` where they are missing or damaged, and the latter is told. */
export function loadSatisfactionModel(
  onError: (file: string, error: unknown) => void,
  file = shipped,
): SatisfactionModel | null {
  if (!existsSync(file)) return null;
  try {
    return satisfactionFrom(decodeWeights(readFileSync(file)));
  } catch (error) {
    onError(file, error);
    return null;
  }
}
