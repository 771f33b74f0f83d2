/** Longer clauses say more than a courtesy. */
const longestCourtesy = { han: 18, words: 9 } as const;

/** A citation or a figure: something is claimed. */
const claim = /[[【［]\^?\s{0,3}\d|\d/u;

/** The sentences of a text, each with its end and the space behind it. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？!?\n][”’」』"）)]?)(?![”’」』"）)。！？!?\n])|(?<=(?<!\d)\.)(?=\s)/);
}

/**
 * A sentence without the clauses that offend, if each is no more than a courtesy. `null` where one says more: then
 * leaving it out would lose something. Empty where nothing else was said.
 */
export function withoutClauses(sentence: string, offends: (clause: string) => boolean): string | null {
  const clauses = sentence.split(/(?<=[，,；;：:])|(?=\s[–—-]\s)/);
  const kept = clauses.filter((clause) => !offends(clause));
  if (kept.length === clauses.length) return offends(sentence) ? withoutAll(sentence) : sentence;
  if (clauses.some((clause) => offends(clause) && !isCourtesy(clause))) return null;
  const rest = kept.join('').replace(/^\s*[–—-]\s*/, '');
  if (!/[\p{L}\p{N}]/u.test(rest)) return '';
  const end = /[。！？!?.\n]+\s*$/.exec(sentence)?.[0] ?? '';
  const space = /^\s*/.exec(sentence)![0];
  const words = rest.trim().replace(/[，,；;：:。！？!?.\s]+$/, '');
  return `${space}${words[0]!.toUpperCase()}${words.slice(1)}${end}`;
}

/** What offends only as a whole goes as a whole. */
function withoutAll(sentence: string): string | null {
  return claim.test(sentence) ? null : '';
}

function isCourtesy(clause: string): boolean {
  if (claim.test(clause)) return false;
  const han = clause.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han <= longestCourtesy.han : clause.trim().split(/\s+/).length <= longestCourtesy.words;
}
