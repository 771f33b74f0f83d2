import type { SkillLevel, SkillNeed, Skills } from '../terms/skill.ts';

/** The level in a skill, 0 without it. A skill may be called anything, also `constructor`. */
export function levelOf(skills: Skills, skill: string): number {
  return Object.hasOwn(skills, skill) ? (skills[skill] ?? 0) : 0;
}

/** Both lists as one: a skill that is asked for twice by the higher level, in the order of their ids. */
export function mergeNeeds(first: readonly SkillNeed[], second: readonly SkillNeed[]): readonly SkillNeed[] {
  const levels = new Map<string, SkillLevel>();
  for (const { skill, level } of [...first, ...second])
    if (level > (levels.get(skill) ?? 0)) levels.set(skill, level);
  return [...levels]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([skill, level]) => ({ skill, level }));
}

/** The needs with every level lowered by `by`, never below 1. From 5 on no skill is asked for at all. */
export function relaxNeeds(needs: readonly SkillNeed[], by: number): readonly SkillNeed[] {
  if (by >= 5) return [];
  if (by <= 0) return needs;
  return needs.map(({ skill, level }) => ({ skill, level: Math.max(1, level - by) as SkillLevel }));
}

/** The same text for the same needs: conversations that ask for the same wait in the same lane. */
export function needsKey(needs: readonly SkillNeed[]): string {
  return needs.length === 0 ? '' : JSON.stringify(needs.map(({ skill, level }) => [skill, level]));
}
