import type { AgentProfile } from '../terms/agent-status.ts';
import type { Language } from '../terms/language.ts';
import type { SkillNeed } from '../terms/skill.ts';
import { levelOf } from './needs.ts';

/** Serving in a language that is not the agent's best. */
const otherLanguage = 0.85;
/** An overflow lets in who lacks everything that is asked for: the worst fit, but not none. */
const leastFit = 0.1;

/**
 * How well an agent fits, from `leastFit` to 1:
 * mean over the required skills of min(1, level ÷ asked level)
 * × (1 + the same mean over the preferred ones) ÷ 2
 * × 0.85 if the language is not their best.
 * More than was asked for is no better: experts are kept for those who need them (`spareOf`).
 */
export function fitOf(
  profile: AgentProfile,
  required: readonly SkillNeed[],
  preferred: readonly SkillNeed[],
  language: Language,
): number {
  const best = profile.languages.length === 0 || profile.languages[0] === language;
  const fit =
    meanLevel(profile, required) * ((1 + meanLevel(profile, preferred)) / 2) * (best ? 1 : otherLanguage);
  return Math.max(leastFit, fit);
}

function meanLevel(profile: AgentProfile, asked: readonly SkillNeed[]): number {
  if (asked.length === 0) return 1;
  let sum = 0;
  for (const { skill, level } of asked) sum += Math.min(1, levelOf(profile.skills, skill) / level);
  return sum / asked.length;
}
