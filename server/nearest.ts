import { editRow } from '../core/learning/edit-rows.ts';

/**
 * The candidate most like a mistyped name, for "did you mean". Undefined when none is near: more than a third of the
 * name would have to change (Levenshtein distance).
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
    .sort((one, other) => one.distance - other.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= limit ? best.candidate : undefined;
}

const distance = (one: string, other: string): number => editRow([...one], [...other]).at(-1)!;
