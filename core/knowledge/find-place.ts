import type { Passage } from '../terms/article.ts';

/** Where a passage of an earlier version stands now. */
export interface FoundPlace {
  /** Of the present version; null where nothing of it is left. */
  readonly ordinal: number | null;
  /** `same` to the letter, `changed` since, or `gone`. */
  readonly change: 'same' | 'changed' | 'gone';
}

const sameHeadings = (one: Passage, other: Passage) =>
  one.headings.length === other.headings.length &&
  one.headings.every((words, at) => words === other.headings[at]);

/**
 * The place of a cited passage in the present version: by its very words, else by its headings (the same part of a long
 * section), else by its last heading wherever that stands now. An opening without headings is the opening.
 */
export function findPlace(before: readonly Passage[], ordinal: number, now: readonly Passage[]): FoundPlace {
  const cited = before[ordinal];
  if (cited === undefined) return { ordinal: null, change: 'gone' };
  const literal = now.filter(({ text }) => text === cited.text);
  const same = literal.find((passage) => sameHeadings(passage, cited)) ?? literal[0];
  if (same) return { ordinal: same.ordinal, change: 'same' };
  const part = before.filter((passage) => passage.ordinal < ordinal && sameHeadings(passage, cited)).length;
  const section = now.filter((passage) => sameHeadings(passage, cited));
  const lastHeading = cited.headings.at(-1);
  const found =
    section[Math.min(part, section.length - 1)] ??
    (lastHeading === undefined ? undefined : now.find(({ headings }) => headings.includes(lastHeading)));
  return found ? { ordinal: found.ordinal, change: 'changed' } : { ordinal: null, change: 'gone' };
}
