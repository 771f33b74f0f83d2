import { fnvOf } from '../../core/chance/fnv.ts';
import {
  crossedBits,
  crossedFeaturesOf,
  lookAtPair,
  plainFeatures,
  plainFeaturesOf,
} from '../../core/knowledge/pair-features.ts';
import { type PairText, readPairText } from '../../core/knowledge/pair-text.ts';
import type { Segment } from '../../core/knowledge/terms-of-text.ts';
import { type TreeModel, trainTrees, treeScores } from '../../core/learning/boosted-trees.ts';
import { type LinearModel, scoresOf, trainLinear } from '../../core/learning/linear.ts';
import { createPlainSearch, type PlainSearch } from './plain-search.ts';
import { gramNumbers, learnTranslation, type TermRow, type TermTranslation } from './term-translation.ts';

/** Finds the terms of a list that a text stands for, best first. */
export type FindTerms = (text: string) => readonly string[];

const found = 60;
const foundByPart = 12;
const neighbours = 12;
const folds = 3;
/** Wrong ones of each row that the trees see. */
const wrongOnes = 14;

/** What was learned from some of the rows. */
interface Learned {
  readonly translation: TermTranslation;
  readonly crossed: LinearModel | null;
}

/** What is known of one candidate before the texts are compared. */
interface Standing {
  score: number;
  rank: number;
  part: number;
  partRank: number;
  near: number;
  nearest: number;
}

const separator = /[;；,，、.。+＋/\s?？]+|(?:伴有|伴|合并|并发|并|及|和|待查|可能)/u;

/** The single diagnoses of a text that names several. */
export function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)
    .slice(0, 8);
}

/**
 * Learns from texts and their terms how texts are written and which terms are meant: candidates by BM25 over the whole
 * text and over its parts and by the most similar texts that were learned from; boosted trees over likeness,
 * translation (IBM model 1), how often a term is meant, what differs, and what similar texts stood for.
 */
export function learnTerms(terms: readonly string[], rows: readonly TermRow[], segment: Segment): FindTerms {
  const list = [...new Set(terms)];
  const placeOf = new Map(list.map((term, place) => [term, place]));
  const search = createPlainSearch(list);
  const memory = createPlainSearch(rows.map(({ text }) => text));
  const often = new Map<string, number>();
  for (const { gold } of rows) for (const term of gold) often.set(term, (often.get(term) ?? 0) + 1);
  const read = new Map<string, PairText>();
  const textOf = (text: string) => {
    const known = read.get(text) ?? readPairText(text, segment);
    if (read.size > 60_000) read.clear();
    read.set(text, known);
    return known;
  };
  const grams = new Map<string, number[]>();
  const gramsOf = (term: string) => {
    const known = grams.get(term) ?? gramNumbers(term);
    grams.set(term, known);
    return known;
  };
  const rarity = rarityOf(list.map(textOf));
  const candidates = (text: string, self: number) =>
    candidatesOf({ text, self, search, memory, rows, placeOf });

  const cases = rows.map((row, self) => {
    const standings = candidates(row.text, self);
    const gold = new Set(row.gold);
    const right = [...standings.keys()].filter((place) => gold.has(list[place]!));
    const wrong = [...standings.keys()].filter((place) => !gold.has(list[place]!));
    // The hardest, and of the others every so many.
    const step = Math.max(1, Math.floor(wrong.length / (wrongOnes / 2)));
    const chosen = wrong.filter((_, n) => n < wrongOnes / 2 || n % step === 0);
    return { row, gold, standings, right, wrong: chosen };
  });
  const foldOf = (text: string) => (Math.imul(fnvOf(text), 0x9e3779b1) >>> 16) % folds;
  const learn = (is: (text: string) => boolean): Learned => {
    const own = cases.filter(({ row }) => is(row.text));
    const pairs = own.flatMap(({ row, right, wrong }) => [
      ...right.map((place) => ({ row, place, label: 1 })),
      ...wrong.slice(0, 6).map((place) => ({ row, place, label: 0 })),
    ]);
    return {
      translation: learnTranslation(own.map(({ row }) => row)),
      crossed: trainLinear(
        pairs.map(({ row, place }) => crossedFeaturesOf(lookAtPair(textOf(row.text), textOf(list[place]!)))),
        pairs.map(({ label }) => label),
        ['no', 'yes'],
        1 << crossedBits,
        { loss: 'logistic', cost: 2, epochs: 12 },
      ),
    };
  };
  const whole = learn(() => true);
  const parts = Array.from({ length: folds }, (_, fold) => learn((text) => foldOf(text) !== fold));

  const values: Float32Array[] = [];
  const labels: number[] = [];
  for (const { row, gold, standings, right, wrong } of cases)
    for (const place of [...right, ...wrong]) {
      const term = list[place]!;
      const seen = (often.get(term) ?? 0) - (gold.has(term) ? 1 : 0);
      values.push(featuresOf(row.text, term, standings.get(place)!, seen, parts[foldOf(row.text)]!));
      labels.push(gold.has(term) ? 1 : 0);
    }
  const trees = grow(values, labels);

  function featuresOf(
    text: string,
    term: string,
    standing: Standing,
    seen: number,
    learned: Learned,
  ): Float32Array {
    const look = lookAtPair(textOf(text), textOf(term));
    const out = new Float32Array(plainFeatures.length + 16);
    plainFeaturesOf(look, rarity, out);
    let at = plainFeatures.length;
    const texts = partsOf(text);
    const best = texts
      .map((part) => lookAtPair(textOf(part), textOf(term)))
      .reduce<ReturnType<typeof lookAtPair> | null>(
        (most, one) =>
          most === null ||
          one.alignment.edits / Math.max(one.one.units.length, 1) <
            most.alignment.edits / Math.max(most.one.units.length, 1)
            ? one
            : most,
        null,
      );
    out[at++] = standing.score;
    out[at++] = standing.rank;
    out[at++] = standing.part;
    out[at++] = standing.partRank;
    out[at++] = standing.near;
    out[at++] = standing.nearest;
    out[at++] = Math.log(1 + seen);
    const { mean, least } = learned.translation.explain(gramsOf(text), gramsOf(term));
    out[at++] = mean;
    out[at++] = least;
    out[at++] = learned.translation.explain(gramsOf(term), gramsOf(text)).mean;
    out[at++] = learned.crossed ? scoresOf(learned.crossed, crossedFeaturesOf(look))[1]! : 0;
    out[at++] = texts.length;
    out[at++] = best ? best.alignment.common / Math.max(best.other.units.length, 1) : 0;
    out[at++] = best ? best.alignment.common / Math.max(best.one.units.length, 1) : 0;
    out[at++] = best ? best.alignment.edits : 99;
    out[at++] = texts.some((part) => part === term) ? 1 : 0;
    return out;
  }

  return (text) => {
    const standings = candidates(text, -1);
    return [...standings]
      .map(([place, standing]) => {
        const term = list[place]!;
        const features = featuresOf(text, term, standing, often.get(term) ?? 0, whole);
        return { term, score: treeScores(trees, features)[0]! };
      })
      .sort((one, other) => other.score - one.score)
      .map(({ term }) => term);
  };
}

function candidatesOf({
  text,
  self,
  search,
  memory,
  rows,
  placeOf,
}: {
  readonly text: string;
  /** The row to be forgotten: the one that is asked about. */
  readonly self: number;
  readonly search: PlainSearch;
  readonly memory: PlainSearch;
  readonly rows: readonly TermRow[];
  readonly placeOf: ReadonlyMap<string, number>;
}): Map<number, Standing> {
  const standings = new Map<number, Standing>();
  const of = (place: number): Standing => {
    let known = standings.get(place);
    if (!known) {
      known = { score: 0, rank: found, part: 0, partRank: foundByPart, near: 0, nearest: 0 };
      standings.set(place, known);
    }
    return known;
  };
  const whole = search.search(text, found);
  const highest = whole[0]?.score ?? 1;
  whole.forEach(({ place, score }, rank) => {
    const one = of(place);
    one.score = score / highest;
    one.rank = rank;
  });
  const parts = partsOf(text);
  for (const part of parts) {
    const ownScore = Math.max(1, search.ownScore(part));
    search.search(part, foundByPart).forEach(({ place, score }, rank) => {
      const one = of(place);
      one.part = Math.max(one.part, score / ownScore);
      one.partRank = Math.min(one.partRank, rank);
    });
  }
  for (const piece of new Set([text, ...parts])) {
    const ownScore = Math.max(1, memory.ownScore(piece));
    for (const { place: row, score } of memory.search(piece, neighbours + 1)) {
      if (row === self || (self >= 0 && rows[row]!.text === rows[self]!.text)) continue;
      const near = score / Math.max(ownScore, memory.ownScore(rows[row]!.text) * 0.7);
      for (const term of rows[row]!.gold) {
        const place = placeOf.get(term);
        if (place === undefined) continue;
        const one = of(place);
        one.near += near * near;
        one.nearest = Math.max(one.nearest, near);
      }
    }
  }
  return standings;
}

function rarityOf(texts: readonly PairText[]): (hash: number) => number {
  const counts = new Map<number, number>();
  for (const { units, words } of texts)
    for (const hash of new Set([...units, ...words])) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return (hash) => Math.log(1 + texts.length / ((counts.get(hash) ?? 0) + 1));
}

function grow(rows: readonly Float32Array[], labels: readonly number[]): TreeModel {
  const columns = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, n) => {
    values.set(row, n * columns);
  });
  return trainTrees({ rows: rows.length, columns, values }, labels, {
    loss: 'logistic',
    rounds: 150,
    rate: 0.1,
    leaves: 24,
    leafRows: 30,
    rowShare: 0.6,
    columnShare: 0.5,
  });
}
