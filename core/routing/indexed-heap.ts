/**
 * A binary heap whose items carry their own place in it under the name `Place` (-1 while they are in none), so that
 * any item can be taken out in O(log n).
 */
export class IndexedHeap<Place extends string, Item extends Record<Place, number>> {
  readonly #items: Item[] = [];
  readonly #place: Place;
  readonly #isBefore: (left: Item, right: Item) => boolean;

  constructor(place: Place, isBefore: (left: Item, right: Item) => boolean) {
    this.#place = place;
    this.#isBefore = isBefore;
  }

  get size(): number {
    return this.#items.length;
  }

  get first(): Item | undefined {
    return this.#items[0];
  }

  add(item: Item): void {
    this.#items.push(item);
    this.#rise(item, this.#items.length - 1);
  }

  remove(item: Item): void {
    const at = item[this.#place];
    const last = this.#items.pop()!;
    this.#put(item, -1);
    if (last === item) return;
    this.#rise(last, at);
    if (last[this.#place] === at) this.#sink(last, at);
  }

  #put(item: Item, at: number): void {
    (item as Record<Place, number>)[this.#place] = at;
  }

  #rise(item: Item, from: number): void {
    let at = from;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = this.#items[parentAt]!;
      if (!this.#isBefore(item, parent)) break;
      this.#items[at] = parent;
      this.#put(parent, at);
      at = parentAt;
    }
    this.#items[at] = item;
    this.#put(item, at);
  }

  #sink(item: Item, from: number): void {
    let at = from;
    for (;;) {
      let childAt = 2 * at + 1;
      if (childAt >= this.#items.length) break;
      const right = this.#items[childAt + 1];
      if (right !== undefined && this.#isBefore(right, this.#items[childAt]!)) childAt++;
      const child = this.#items[childAt]!;
      if (!this.#isBefore(child, item)) break;
      this.#items[at] = child;
      this.#put(child, at);
      at = childAt;
    }
    this.#items[at] = item;
    this.#put(item, at);
  }
}
