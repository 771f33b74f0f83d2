/** Conversations of one kind ask for the same, so the same agents can take them: their slots, by agent. */
export interface Kind {
  readonly slots: ReadonlyMap<string, number>;
}

/**
 * For each of a line, in the order of serving, the place that counts for its wait, from 1. Whoever is before counts by
 * the share of the slots that could serve them and could serve this one as well: twenty who write Chinese are served by
 * everybody, so they hardly keep the one agent who speaks English from whoever waits for English.
 *
 * @returns whole numbers, rounded up; the same as the places in line where all are of one kind
 */
export function ownPlaces(line: readonly Kind[]): number[] {
  const before = new Map<Kind, number>();
  const shares = new Map<Kind, Map<Kind, number>>();
  return line.map((own) => {
    let ahead = 0;
    for (const [other, count] of before) ahead += count * shareOf(other, own);
    before.set(own, (before.get(own) ?? 0) + 1);
    // What is whole but for the rounding of the shares stays whole.
    return 1 + Math.ceil(ahead - 1e-9);
  });

  function shareOf(other: Kind, own: Kind): number {
    if (other === own) return 1;
    let known = shares.get(own);
    if (known === undefined) {
      known = new Map();
      shares.set(own, known);
    }
    let share = known.get(other);
    if (share === undefined) {
      share = sharedSlots(other, own);
      known.set(other, share);
    }
    return share;
  }
}

/** From 0 to 1: of the slots that could serve one kind, those that could serve the other too. */
function sharedSlots({ slots }: Kind, own: Kind): number {
  let all = 0;
  let shared = 0;
  for (const [agentId, count] of slots) {
    all += count;
    if (own.slots.has(agentId)) shared += count;
  }
  return all === 0 ? 0 : shared / all;
}
