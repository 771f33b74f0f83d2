/**
 * The same pure function, which remembers what it made of the latest keys: at least `most` of them and at most twice as
 * many. What is asked for again and again stays, what is not goes with its generation, and never all at once: to forget
 * everything whenever the room is full would make the next thousand slow.
 */
export function remembering<Key, Value extends NonNullable<unknown>>(
  most: number,
  make: (key: Key) => Value,
): (key: Key) => Value {
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? make(key);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
