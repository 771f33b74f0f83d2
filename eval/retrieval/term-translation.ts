import { fnvOf } from '../../core/chance/fnv.ts';
import { plainGrams } from './plain-search.ts';

/** What is written and the terms it stands for. */
export interface TermRow {
  readonly text: string;
  readonly gold: readonly string[];
}

/** How likely each gram of a term is, given what is written. */
export interface TermTranslation {
  /** The logarithm of the chance of each gram of the term: their mean and their least. */
  explain(
    text: readonly number[],
    term: readonly number[],
  ): { readonly mean: number; readonly least: number };
}

const bits = 22;
const rounds = 5;
const own = 0.5;
const floor = 1e-4;

export const gramNumbers = (text: string): number[] =>
  [...new Set(plainGrams(text))].map((gram) => fnvOf(gram));

const cellOf = (from: number, to: number): number => {
  let hash = Math.imul(from ^ (to >>> 15), 0x85ebca6b) ^ Math.imul(to, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> (32 - bits);
};

/**
 * IBM model 1 (Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19, 1993)
 * from characters and pairs of what is written to those of the terms, its table hashed. A gram may always stand for
 * itself.
 */
export function learnTranslation(rows: readonly TermRow[]): TermTranslation {
  const pairs = rows.map(({ text, gold }) => ({ from: gramNumbers(text), to: gramNumbers(gold.join(' ')) }));
  let chance = new Float32Array(1 << bits).fill(1);
  for (let round = 0; round < rounds; round++) {
    const counts = new Float32Array(1 << bits);
    const totals = new Map<number, number>();
    for (const { from, to } of pairs)
      for (const target of to) {
        let sum = 1e-9;
        for (const source of from) sum += chance[cellOf(source, target)]! * (source === target ? 3 : 1);
        for (const source of from) {
          const cell = cellOf(source, target);
          const share = (chance[cell]! * (source === target ? 3 : 1)) / sum;
          counts[cell]! += share;
          totals.set(source, (totals.get(source) ?? 0) + share);
        }
      }
    const next = new Float32Array(1 << bits);
    const done = new Set<number>();
    for (const { from, to } of pairs)
      for (const target of to)
        for (const source of from) {
          const cell = cellOf(source, target);
          if (next[cell] !== 0 && done.has(cell)) continue;
          next[cell] = counts[cell]! / (totals.get(source)! + 1);
        }
    chance = next;
  }
  return {
    explain(text, term) {
      let sum = 0;
      let least = 0;
      for (const target of term) {
        let most = 0;
        for (const source of text) {
          const here = chance[cellOf(source, target)]! * (1 - own) + (source === target ? own : 0);
          if (here > most) most = here;
        }
        const logarithm = Math.log(most + floor);
        sum += logarithm;
        if (logarithm < least) least = logarithm;
      }
      return { mean: term.length === 0 ? 0 : sum / term.length, least };
    },
  };
}
