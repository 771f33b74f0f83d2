import { matchesIn } from '../../learning/matches-in.ts';
import type { HiddenKind } from '../../text/answers.ts';

/** A stretch of a text that tells who somebody is. UTF-16 places. */
export interface FoundData {
  readonly kind: HiddenKind;
  readonly from: number;
  readonly to: number;
}

/** Stands, character for character, for what was found already: no later rule reads across it. */
export const mask = '\u0000';

export interface Rule {
  readonly kind: HiddenKind;
  /** What is hidden is the group `value`, or the whole match. Every quantifier is bounded: linear on hostile text. */
  readonly pattern: RegExp;
  /** Whether a match is meant; it sees the whole text and where the value begins. */
  readonly fits?: (value: string, text: string, from: number) => boolean;
}

/** What the rules find in a text, and the text with it masked. */
export function findAll(text: string, rules: readonly Rule[]): { found: FoundData[]; masked: string } {
  const found: FoundData[] = [];
  let masked = text;
  for (const { kind, pattern, fits } of rules) {
    const spans: FoundData[] = [];
    for (const match of matchesIn(masked, pattern)) {
      const value = match.groups?.value ?? match[0];
      if (value === '') continue;
      const from = match.index + match[0].lastIndexOf(value);
      if (fits && !fits(value, masked, from)) continue;
      spans.push({ kind, from, to: from + value.length });
    }
    if (spans.length === 0) continue;
    found.push(...spans);
    masked = maskedAt(masked, spans);
  }
  return { found, masked };
}

export function maskedAt(text: string, spans: readonly FoundData[]): string {
  let masked = '';
  let end = 0;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    if (from < end) continue;
    masked += text.slice(end, from) + mask.repeat(to - from);
    end = to;
  }
  return masked + text.slice(end);
}
