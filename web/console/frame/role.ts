import type { Role } from '../../../core/terms/actor.ts';

const rank: Readonly<Record<Role, number>> = { agent: 0, supervisor: 1, administrator: 2 };

/** Whether a person of role `has` may do what `needed` may. The server decides; this only hides dead ends. */
export function may(has: Role, needed: Role): boolean {
  return rank[has] >= rank[needed];
}
