/** Answers that stay true for a while, at most `most` of them; two that ask at once share one. */
export function createHeld<Value>(forMs: number, most: number) {
  const held = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return {
    of(key: string, at: number, read: () => Promise<Value>): Promise<Value> {
      const known = held.get(key);
      if (known && known.until > at) return known.value;
      const value = read();
      held.delete(key);
      held.set(key, { until: at + forMs, value });
      value.catch(() => held.delete(key));
      if (held.size > most) held.delete(held.keys().next().value!);
      return value;
    },
  };
}
