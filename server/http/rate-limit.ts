/**
 * A token bucket for each key, in memory: `limit` a `windowMs`, refilled evenly, a burst of at most `limit`.
 * `take` is false when the bucket is empty. Full buckets are forgotten.
 */
export function createRateLimit(limit: number, windowMs: number) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = limit / windowMs;
  let sweptAt = 0;
  function sweep(at: number): void {
    sweptAt = at;
    for (const [key, bucket] of buckets)
      if (bucket.tokens + (at - bucket.at) * perMs >= limit) buckets.delete(key);
  }
  return {
    take(key: string, at: number, cost = 1): boolean {
      if (at - sweptAt > windowMs) sweep(at);
      const bucket = buckets.get(key) ?? { tokens: limit, at };
      const tokens = Math.min(limit, bucket.tokens + Math.max(0, at - bucket.at) * perMs);
      const allowed = tokens >= cost;
      buckets.set(key, { tokens: allowed ? tokens - cost : tokens, at });
      return allowed;
    },
  };
}

export type RateLimit = ReturnType<typeof createRateLimit>;
