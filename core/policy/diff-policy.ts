import type { Bilingual } from '../terms/language.ts';
import type { Policy } from '../terms/policy.ts';

/** One difference between two policies. */
export interface PolicyChange {
  /** Where, items by their ids: `queues.presales.offerMs`, `triage.complaint`. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The section that it stands in, such as `triage`. */
  readonly section: keyof Policy;
  /** What people call the item, where it has a name. */
  readonly name?: Bilingual | string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** For `moved`: the item before it now; null where it is the first. */
  readonly afterId?: string | null;
}

type Item = Readonly<Record<string, unknown>>;

/**
 * What changed between two policies, in the order of the document. Items with an id are matched by it (exceptions of
 * a calendar by their day), so that one inserted rule is one change and not all that follow it.
 */
export function diffPolicy(before: Policy, after: Policy): PolicyChange[] {
  return (Object.keys(after) as (keyof Policy)[]).flatMap((section) =>
    differences(before[section], after[section], { path: section, section }),
  );
}

interface Place {
  readonly path: string;
  readonly section: keyof Policy;
  readonly name?: Bilingual | string;
}

function differences(before: unknown, after: unknown, at: Place): PolicyChange[] {
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const key = keyOfItems([...before, ...after]);
    if (key !== undefined) return differencesOfItems(before as Item[], after as Item[], key, at);
  }
  if (isObject(before) && isObject(after) && !('zh' in after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(before[key], after[key], { ...at, path: `${at.path}.${key}` }));
  }
  return [{ ...at, kind: 'changed', before, after }];
}

function differencesOfItems(
  before: readonly Item[],
  after: readonly Item[],
  key: string,
  at: Place,
): PolicyChange[] {
  const idOf = (item: Item) => String(item[key]);
  const placeOf = (item: Item): Place => ({
    ...at,
    path: `${at.path}.${idOf(item)}`,
    ...(item.name === undefined ? {} : { name: item.name as Bilingual | string }),
  });
  const old = new Map(before.map((item) => [idOf(item), item]));
  const now = new Map(after.map((item) => [idOf(item), item]));
  const removed = before
    .filter((item) => !now.has(idOf(item)))
    .map((item): PolicyChange => ({ ...placeOf(item), kind: 'removed', before: item }));
  const ids = after.map(idOf);
  const kept = ids.filter((id) => old.has(id));
  const inPlace = longestRising(kept.map((id) => before.findIndex((item) => idOf(item) === id)));
  const isMoved = new Set(kept.filter((_, place) => !inPlace.has(place)));
  const others = after.flatMap((item, place): PolicyChange[] => {
    const id = idOf(item);
    const earlier = old.get(id);
    if (!earlier) return [{ ...placeOf(item), kind: 'added', after: item }];
    const moved: PolicyChange[] = isMoved.has(id)
      ? [{ ...placeOf(item), kind: 'moved', afterId: ids[place - 1] ?? null }]
      : [];
    return [...moved, ...differences(earlier, item, placeOf(item))];
  });
  return [...removed, ...others];
}

/** By what the items of a list are known; undefined for lists that are compared as a whole. */
function keyOfItems(items: readonly unknown[]): string | undefined {
  return ['id', 'day'].find(
    (key) => items.length > 0 && items.every((item) => isObject(item) && typeof item[key] === 'string'),
  );
}

/** Places of a longest rising part of the list: what stays where it is when the rest is moved around it. */
function longestRising(list: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [place, value] of list.entries()) {
    lengths[place] = 1;
    previous[place] = -1;
    for (let earlier = 0; earlier < place; earlier++)
      if (list[earlier]! < value && lengths[earlier]! >= lengths[place]!) {
        lengths[place] = lengths[earlier]! + 1;
        previous[place] = earlier;
      }
    if (best < 0 || lengths[place]! > lengths[best]!) best = place;
  }
  const places = new Set<number>();
  for (let place = best; place >= 0; place = previous[place]!) places.add(place);
  return places;
}

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal as JSON, whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, place) => isSame(item, other[place]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}
