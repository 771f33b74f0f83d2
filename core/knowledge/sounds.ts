import { charactersOfSyllable } from '../learning/syllables.ts';

const syllablesOf = new Map<string, string[]>();
/** The characters of each way of hearing; see `heard`. */
const charactersHeard = new Map<string, string[]>();

for (const [syllable, characters] of charactersOfSyllable) {
  for (const character of characters)
    syllablesOf.set(character, [...(syllablesOf.get(character) ?? []), syllable]);
  const key = heard(syllable);
  charactersHeard.set(key, [...(charactersHeard.get(key) ?? []), ...characters]);
}

/**
 * A syllable as it is often heard and typed by who grew up with another way of speaking: zh, ch, sh as z, c, s; -ng as
 * -n; l as n; f as h.
 */
function heard(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/(?<=[aei])ng$/, 'n')
    .replace(/^l/, 'n')
    .replace(/^f(?=[aeo])/, 'hu')
    .replace(/^f/, 'h')
    .replace(/^hui$/, 'huei')
    .replace(/^hun$/, 'huen');
}

/** Characters that are taken for one another by their looks or by two sounds of one word. */
const takenFor = new Map(
  ['券卷', '末未', '己已', '货贷', '待侍', '折拆', '拨拔', '账帐', '篷蓬', '住往'].flatMap((pair) =>
    [...pair].map((character) => [character, [...pair].filter((other) => other !== character)] as const),
  ),
);

/** How another character came to stand there: it sounds the same but for the tone, or only nearly so. */
export type Likeness = 'same' | 'near';

const remembered = new Map<string, ReadonlyMap<string, Likeness>>();

/** Characters that may have been meant by this one, itself left out. */
export function soundingLike(character: string): ReadonlyMap<string, Likeness> {
  const known = remembered.get(character);
  if (known) return known;
  const found = allSoundingLike(character);
  // There are but so many that sound at all.
  if (found.size > 0) remembered.set(character, found);
  return found;
}

function allSoundingLike(character: string): ReadonlyMap<string, Likeness> {
  const found = new Map<string, Likeness>();
  for (const other of takenFor.get(character) ?? []) found.set(other, 'same');
  const syllables = syllablesOf.get(character) ?? [];
  for (const syllable of syllables)
    for (const other of charactersOfSyllable.get(syllable)!) found.set(other, 'same');
  for (const syllable of syllables)
    for (const other of charactersHeard.get(heard(syllable))!)
      if (!found.has(other)) found.set(other, 'near');
  found.delete(character);
  return found;
}

/** The characters of a syllable as it is typed; none for what is no syllable. */
export const writtenAs = (syllable: string): readonly string[] => charactersOfSyllable.get(syllable) ?? [];
