import { syllableTable } from './syllable-table.ts';

/** The characters of each syllable of Mandarin, tones dropped, v for ü. */
export const charactersOfSyllable: ReadonlyMap<string, readonly string[]> = new Map(
  syllableTable.split(' ').map((entry) => {
    const syllable = /^[a-z]+/.exec(entry)![0];
    return [syllable, [...entry.slice(syllable.length)]] as const;
  }),
);

export const longestSyllable = 6;

/** Whether a word in Latin letters is whole syllables: tuihuo, kuaidi. Lower case. Linear. */
export function isPinyin(word: string): boolean {
  const ends = [true];
  for (let end = 1; end <= word.length; end++)
    for (let length = 1; length <= Math.min(longestSyllable, end) && !ends[end]; length++)
      ends[end] = ends[end - length] === true && charactersOfSyllable.has(word.slice(end - length, end));
  return ends[word.length] === true;
}
