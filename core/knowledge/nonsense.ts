import type { Language } from '../terms/language.ts';

/** Below this length a text is too short to be judged by how it repeats itself. */
const shortestRepetition = 60;

/** Whether a model's text is broken: garbage characters, endless repetition, or another script than was asked for. */
export function isNonsense(text: string, language: Language): boolean {
  return hasGarbage(text) || isRepetition(text) || isWrongScript(text, language);
}

function hasGarbage(text: string): boolean {
  const garbage = text.match(/[[\p{Cc}\p{Co}\p{Cn}\uFFFD]--[\n\r\t]]/gv);
  if ((garbage?.length ?? 0) > text.length / 100) return true;
  return /([^\s\-=_*.~|#—…·])\1{11}/u.test(text);
}

function isRepetition(text: string): boolean {
  const letters = text.replace(/[\s\p{P}]/gu, '');
  if (letters.length < shortestRepetition) return false;
  const seen = new Set<string>();
  for (let at = 0; at + 4 <= letters.length; at++) seen.add(letters.slice(at, at + 4));
  return seen.size < (letters.length - 3) * 0.35 && seen.size < 400;
}

function isWrongScript(text: string, language: Language): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < 12) return false;
  const han = count(/\p{Script=Han}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  if (han + latin < letters * 0.7) return true;
  return language === 'zh' ? han < letters * 0.1 : han > letters * 0.5;
}
