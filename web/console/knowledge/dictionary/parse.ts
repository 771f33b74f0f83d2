/** As much as the server takes. */
export const limits = { words: 5_000, groups: 2_000, inGroup: 50, synonym: 40 } as const;

const separators = /[\n\r\t,，、;；]+/;
const betweenSynonyms = /[\t,，、;；]+/;
const staysWhole = /^\S{2,20}$/;

const tidy = (text: string): string => text.normalize('NFKC').trim();

/** What was typed or pasted as words that stay whole, in its order and each once. `wrong` cannot be one. */
export function wordsIn(text: string): {
  readonly words: readonly string[];
  readonly wrong: readonly string[];
} {
  const found = [...new Set(text.split(separators).map(tidy).filter(Boolean))];
  return {
    words: found.filter((word) => staysWhole.test(word)),
    wrong: found.filter((word) => !staysWhole.test(word)),
  };
}

/** The words of one group as they were typed or pasted, each once; spaces within a word stay. */
export const synonymsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(separators)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** Two groups are the same where they hold the same words, in whatever order. */
export const groupKey = (words: readonly string[]): string => [...words].sort().join('\n');

/** Why a group cannot be saved. An empty one is no problem: it is not saved. */
export function groupProblem(words: readonly string[]): 'tooFew' | 'tooMany' | 'tooLong' | null {
  if (words.length === 1) return 'tooFew';
  if (words.length > limits.inGroup) return 'tooMany';
  return words.some((word) => word.length > limits.synonym) ? 'tooLong' : null;
}

/** Pasted groups, one a line. `wrong` are numbers of lines, from 1, that make none. Blank lines are passed over. */
export function groupsIn(text: string): {
  readonly groups: readonly (readonly string[])[];
  readonly wrong: readonly number[];
} {
  const groups = new Map<string, readonly string[]>();
  const wrong: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = [
      ...new Set(
        line
          .split(betweenSynonyms)
          .map((word) => word.trim())
          .filter(Boolean),
      ),
    ];
    if (words.length === 0) continue;
    if (groupProblem(words) !== null) wrong.push(index + 1);
    else groups.set(groupKey(words), words);
  }
  return { groups: [...groups.values()], wrong };
}
