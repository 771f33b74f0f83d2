import type { Language } from '../terms/language.ts';
import type { Perception } from '../terms/perception.ts';
import { actOf } from './act.ts';
import { moodOf } from './emotion.ts';
import { humanRequestWords } from './human-request.ts';
import { detectLanguage } from './language.ts';
import { risksOf } from './risk.ts';

/**
 * What one customer message means, by rules alone: under a millisecond, never throws, linear in the text.
 * `fallbackLanguage` is that of the conversation so far.
 */
export function perceive(
  text: string,
  { fallbackLanguage }: { readonly fallbackLanguage: Language },
): Perception {
  const human = humanRequestWords(text);
  const mood = moodOf(text);
  const risks = risksOf(text);
  const evidence = [
    { signal: 'wantsHuman', words: human },
    { signal: mood.emotion, words: mood.words },
    ...risks.map(({ risk, words }) => ({ signal: risk, words })),
  ];
  return {
    language: detectLanguage(text, fallbackLanguage),
    wantsHuman: human.length > 0,
    emotion: mood.emotion,
    intensity: mood.intensity,
    act: actOf(text),
    risks: risks.map(({ risk }) => risk),
    evidence: evidence.filter(({ words }) => words.length > 0),
  };
}
