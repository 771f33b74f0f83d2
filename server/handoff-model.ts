import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HandoffModel, handoffModelFrom } from '../core/handoff/handoff-model.ts';
import { decodeWeights } from '../core/learning/weights-file.ts';

const shipped = join(import.meta.dirname, '../models/handoff.bin');

/** The weights that ship with the product. A missing file predicts nothing; so does a damaged one, and that is told. */
export function loadHandoffModel(
  onError: (file: string, error: unknown) => void,
  file = shipped,
): HandoffModel | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return handoffModelFrom(decodeWeights(readFileSync(file)));
  } catch (error) {
    onError(file, error);
    return undefined;
  }
}
