/** From 1 (can, if nobody else is there) to 5 (the one whom the others ask). */
export type SkillLevel = 1 | 2 | 3 | 4 | 5;

/** How a skill may be written: one word of any script. */
export const skillPattern = /^[\p{L}\p{M}\p{N}._-]{1,64}$/u;

/** A skill by its stable id (`returns`, `vip`, `退换货`) and the least level that is asked for. */
export interface SkillNeed {
  readonly skill: string;
  readonly level: SkillLevel;
}

/** What somebody can do: the level by skill id. A skill that is not named is not there. */
export type Skills = Readonly<Record<string, SkillLevel>>;
