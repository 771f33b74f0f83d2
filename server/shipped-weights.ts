import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeWeights, type Weights } from '../core/learning/weights-file.ts';

const folder = join(import.meta.dirname, '../models');

/** Told of a file that is there and cannot be read. */
export type OnDamaged = (file: string, error: unknown) => void;

/**
 * What ships with the product as `models/NAME.bin`, as its reader makes it. Undefined where the file is missing, and
 * where it is damaged, which is told: whoever asks then does without.
 */
export function readShipped<Model>(
  name: string,
  read: (weights: Weights) => Model,
  onDamaged: OnDamaged,
  file = join(folder, `${name}.bin`),
): Model | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return read(decodeWeights(readFileSync(file)));
  } catch (error) {
    onDamaged(file, error);
    return undefined;
  }
}
