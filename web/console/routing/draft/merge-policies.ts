import type { Policy } from '../../../../core/terms/policy.ts';
import { sameContent } from './draft.ts';

/** Two sets of changes brought together, and the paths where both changed the same thing (mine stands). */
export interface Merged {
  readonly policy: Policy;
  readonly both: readonly string[];
}

/**
 * Three-way merge of policies: what only one side changed is taken from that side; inside lists elements are told by
 * their `id` (`day` for exceptions); where both changed the same thing differently, mine stands and its path is told.
 */
export function mergePolicies(base: Policy, theirs: Policy, mine: Policy): Merged {
  const both: string[] = [];
  return { policy: merge(base, theirs, mine, '', both) as Policy, both };
}

function merge(base: unknown, theirs: unknown, mine: unknown, path: string, both: string[]): unknown {
  if (sameContent(theirs, mine) || sameContent(base, theirs)) return mine;
  if (sameContent(base, mine)) return theirs;
  const lists = [base, theirs, mine].map(elementsOf);
  const [baseList, theirList, myList] = lists;
  if (baseList && theirList && myList) return mergeLists(baseList, theirList, myList, path, both);
  if (isObject(base) && isObject(theirs) && isObject(mine)) {
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const result: Record<string, unknown> = {};
    for (const key of keys) {
      const value = merge(base[key], theirs[key], mine[key], path ? `${path}.${key}` : key, both);
      if (value !== undefined) result[key] = value;
    }
    return result;
  }
  both.push(path);
  return mine;
}

type Elements = ReadonlyMap<string, unknown>;

function mergeLists(
  base: Elements,
  theirs: Elements,
  mine: Elements,
  path: string,
  both: string[],
): unknown[] {
  const result = new Map<string, unknown>();
  // My order counts unless only they changed theirs.
  const order = sameContent([...base.keys()], [...mine.keys()])
    ? [...theirs.keys(), ...mine.keys()]
    : [...mine.keys(), ...theirs.keys()];
  for (const id of new Set(order)) {
    const value = merge(base.get(id), theirs.get(id), mine.get(id), `${path}.${id}`, both);
    if (value !== undefined) result.set(id, value);
  }
  return [...result.values()];
}

/** The elements of a list by what tells them apart; null for anything else, an empty list included in lists. */
function elementsOf(value: unknown): Elements | null {
  if (!Array.isArray(value)) return null;
  const found = new Map<string, unknown>();
  for (const element of value) {
    const key = isObject(element) ? (element.id ?? element.day) : undefined;
    if (typeof key !== 'string') return null;
    found.set(key, element);
  }
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
