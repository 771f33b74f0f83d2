import type { Language } from '../terms/language.ts';

const apologies: Readonly<Record<Language, RegExp>> = {
  zh: /抱歉|对不起|不好意思|对不住|致歉|歉意|道歉|请您?(?:多多?)?(?:谅解|见谅|原谅|包涵)/,
  en: /\b(?:sorry|apologi[sz]e|apologi[sz]ing|apolog(?:y|ies)|forgive|pardon)\b/i,
};

/** Whether a text says sorry, in either language. */
export function apologisesIn(text: string): boolean {
  return apologies.zh.test(text) || apologies.en.test(text);
}

/** Longer clauses say more than sorry. */
const longestPure = { han: 18, words: 9 } as const;

/**
 * The text without its apologies: clauses that only say sorry are left out, with what joins them. A clause that says
 * more is left as it is.
 */
export function withoutApologies(text: string): string {
  return text
    .split(/(?<=[。！？!?\n])|(?<=\.)(?=\s)/)
    .map(withoutApology)
    .join('')
    .replace(/^[ \t]+/, '');
}

function withoutApology(sentence: string): string {
  if (!apologisesIn(sentence)) return sentence;
  const clauses = sentence.split(/(?<=[，,；;：:])|(?=\s[–—-]\s)/);
  const kept = clauses.filter((clause) => !(apologisesIn(clause) && isPure(clause)));
  if (kept.length === clauses.length) return sentence;
  const end = /[。！？!?.\n]+\s*$/.exec(sentence)?.[0] ?? '';
  const rest = kept.join('').replace(/^[\s–—-]+/, (gap) => (/^\s*[–—-]/.test(gap) ? '' : gap));
  if (!/[\p{L}\p{N}]/u.test(rest)) return '';
  return capitalised(rest.replace(/[，,；;：:。！？!?.\s]+$/, '')) + (end || '。');
}

const isPure = (clause: string): boolean => {
  const han = clause.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han <= longestPure.han : clause.trim().split(/\s+/).length <= longestPure.words;
};

function capitalised(text: string): string {
  return text.replace(/^\s*[a-z]/, (first) => first.toUpperCase());
}
