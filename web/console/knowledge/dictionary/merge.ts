import type { Dictionary } from '../../../../core/terms/dictionary.ts';
import { groupKey } from './parse.ts';

/** What became of a dictionary between two states of it. A changed group is one removed and one added. */
export interface Change {
  readonly added: Dictionary;
  readonly removed: Dictionary;
}

function missingFrom(all: Dictionary, from: Dictionary): Dictionary {
  const [words, groups] = [new Set(from.words), new Set(from.synonyms.map(groupKey))];
  return {
    words: all.words.filter((word) => !words.has(word)),
    synonyms: all.synonyms.filter((group) => !groups.has(groupKey(group))),
  };
}

/** What leads from `before` to `after`. */
export const changeOf = (before: Dictionary, after: Dictionary): Change => ({
  added: missingFrom(after, before),
  removed: missingFrom(before, after),
});

export const isEmpty = ({ words, synonyms }: Dictionary): boolean =>
  words.length === 0 && synonyms.length === 0;

/**
 * Both people's changes of `base`. A group that both have changed keeps every word that either of them has in it and
 * that neither has taken out.
 */
export function mergeDictionaries(base: Dictionary, mine: Dictionary, theirs: Dictionary): Dictionary {
  const my = changeOf(base, mine);
  const kept = missingFrom(theirs, my.removed);
  const added = missingFrom(my.added, kept);
  const theirChange = changeOf(base, theirs);
  const synonyms = [...kept.synonyms];
  for (const group of added.synonyms) {
    const before = originOf(group, my.removed.synonyms);
    const place =
      before === undefined ? -1 : synonyms.findIndex((one) => isChangeOf(one, before, theirChange));
    if (before === undefined || place < 0) synonyms.push(group);
    else {
      const dropped = new Set(
        before.filter((word) => !(group.includes(word) && synonyms[place]!.includes(word))),
      );
      synonyms[place] = [...new Set([...synonyms[place]!, ...group])].filter((word) => !dropped.has(word));
    }
  }
  return { words: [...kept.words, ...added.words], synonyms };
}

const shared = (one: readonly string[], other: readonly string[]): number =>
  one.filter((word) => other.includes(word)).length;

/** The removed group that an added one has most in common with: the one that it was before. */
function originOf(
  group: readonly string[],
  removed: readonly (readonly string[])[],
): readonly string[] | undefined {
  return removed
    .filter((one) => shared(one, group) > 0)
    .toSorted((one, other) => shared(other, group) - shared(one, group))[0];
}

function isChangeOf(
  group: readonly string[],
  before: readonly string[],
  { added, removed }: Change,
): boolean {
  if (!added.synonyms.includes(group)) return false;
  const origin = originOf(group, removed.synonyms);
  return origin !== undefined && groupKey(origin) === groupKey(before);
}
