/** The list with one element replaced. */
export function replacedAt<Item>(list: readonly Item[], index: number, item: Item): Item[] {
  return list.map((one, place) => (place === index ? item : one));
}

export function withoutAt<Item>(list: readonly Item[], index: number): Item[] {
  return list.filter((_, place) => place !== index);
}

/** The list with the element at `from` standing at `to`; places outside of the list are clamped. */
export function movedTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = withoutAt(list, from);
  const item = list[from];
  if (item === undefined) return [...list];
  rest.splice(Math.min(Math.max(to, 0), rest.length), 0, item);
  return rest;
}

/** An id that none of `taken` has: `queue-2`. Ids stand in the log, so they are never reused while in the list. */
export function freshId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
