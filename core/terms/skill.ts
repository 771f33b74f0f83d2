/** From 1 (can, if nobody else is there) to 5 (the one whom the others ask). */
export type SkillLevel = 1 | 2 | 3 | 4 | 5;

/** A skill by its stable id (`returns`, `en`, `vip`) and the least level that is asked for. */
export interface SkillNeed {
  readonly skill: string;
  readonly level: SkillLevel;
}

/** What somebody can do: the level by skill id. A skill that is not named is not there. */
export type Skills = Readonly<Record<string, SkillLevel>>;
