import type { Article, Passage } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { type Coverage, confidenceOf } from './confidence.ts';
import { grown, grownFloats } from './growing-arrays.ts';
import { nearestPassages, type PassageView } from './nearest.ts';
import { cutIntoPassages } from './passages.ts';
import { createPostings } from './postings.ts';
import { speltNamesOf } from './product-names.ts';
import { type Grams, gramsOf } from './surface.ts';
import { isConcept, isName } from './term-weight.ts';
import { normaliseText, type Segment, termsOf } from './terms-of-text.ts';
import { createVocabulary } from './vocabulary.ts';

/** A passage that may answer a question, best first in a list. */
export interface Candidate {
  readonly passage: Passage;
  /** Orders the candidates of one search; means nothing across searches. */
  readonly score: number;
  /** 0..1: how likely this article answers the question. See `confidenceOf`. */
  readonly confidence: number;
  readonly coverage: Coverage;
  /** The title or similar question of the article that is nearest to the question. */
  readonly nearestQuestion: string;
}

export interface SearchOptions {
  /** Only articles in these languages; all without it. */
  readonly languages?: readonly Language[];
  /** At most so many candidates; 8 without it. At most two of them are passages of one article. */
  readonly limit?: number;
}

/** The knowledge base, held in memory. Every change is seen by the very next search. */
export interface KnowledgeIndex {
  /**
   * Makes a published article findable in place of its earlier version. An article that is not published is
   * taken out instead; a version older than the one held changes nothing.
   */
  add(article: Article): void;
  remove(articleId: string): void;
  search(text: string, options?: SearchOptions): Candidate[];
  /** Articles held. */
  readonly size: number;
}

/** A unit is what is scored: one question line or one passage. An entry is an article with its units in a row. */
interface Entry {
  readonly version: number;
  readonly language: Language;
  readonly passages: readonly Passage[];
  /** Title first, then the similar questions. */
  readonly lines: readonly string[];
  /** Distinct terms of each line, then of each passage; `starts[i]` to `starts[i + 1]` are those of unit i. */
  readonly terms: Int32Array;
  readonly starts: Int32Array;
  /** Of the question lines that were looked at closely; made when first needed. */
  readonly grams: (Grams | undefined)[];
  gramsOfLine(line: number): Grams;
  slot: number;
  firstUnit: number;
}

/** An article worth a closer look, with its standing in the search. */
interface Found {
  readonly entry: Entry;
  readonly rank: Pick<Coverage, 'lineRank' | 'passageRank'>;
}

/** BM25 (Robertson & Zaragoza 2009) with its usual constants. */
const saturation = 1.2;
const lengthShare = 0.5;
/** A match in the text of a passage counts this much beside one in a question line. */
const passageShare = 0.45;
/** A heading names its passage almost as a title names an article. */
const headingRepeats = 2;
/** So many articles are looked at closely. */
const shortlistLength = 20;
/**
 * The rarest terms choose the shortlist; common ones would walk half of the index to change little, and are still
 * weighed when the shortlist is looked at closely. In articles held, summed over terms.
 */
const mostWalked = 2_000;
const mostLines = 40;
/** What a customer wants to know stands in so many characters. */
const longestQuestion = 2_000;

/** An empty index. `segment` MUST give the same words for the same text at all times. */
export function createKnowledgeIndex(segment: Segment): KnowledgeIndex {
  const vocabulary = createVocabulary();
  const postings = createPostings();
  const entries = new Map<string, Entry>();
  let slots: (Entry | undefined)[] = [];
  let unitSlots = new Int32Array(1024);
  let unitLengths = new Int32Array(1024);
  let unitCount = 0;
  let liveUnits = 0;
  let liveLength = 0;
  // Work space, kept between searches so that no search allocates by the size of the index; all zero at rest.
  let unitScores = new Float32Array(1024);
  let touchedUnits = new Int32Array(1024);
  // By slot: which language lives there (0 none), and where its passages begin among the units.
  let slotLanguages = new Uint8Array(1024);
  let slotPassages = new Int32Array(1024);
  let lineScores = new Float32Array(1024);
  let passageScores = new Float32Array(1024);
  let questionWeights = new Float32Array(1024);

  function addUnit(slot: number, terms: readonly string[]): number[] {
    const frequencies = new Map<number, number>();
    for (const term of terms) {
      const number = vocabulary.numberOf(term);
      frequencies.set(number, (frequencies.get(number) ?? 0) + 1);
    }
    if (unitCount === unitSlots.length) {
      unitSlots = grown(unitSlots, unitCount + 1);
      unitLengths = grown(unitLengths, unitCount + 1);
      touchedUnits = grown(touchedUnits, unitCount + 1);
      unitScores = grownFloats(unitScores, unitCount + 1);
    }
    const unit = unitCount++;
    unitSlots[unit] = slot;
    unitLengths[unit] = terms.length;
    liveUnits++;
    liveLength += terms.length;
    for (const [number, frequency] of frequencies) postings.add(number, unit, frequency);
    return [...frequencies.keys()];
  }

  function insert(article: Article, passages: readonly Passage[]): void {
    const slot = slots.length;
    const firstUnit = unitCount;
    const lines = [article.title, ...article.similarQuestions].slice(0, mostLines);
    const units = [
      ...lines.map((line) => addUnit(slot, termsOf(line, segment))),
      ...passages.map((passage) => addUnit(slot, termsOfPassage(passage, segment))),
    ];
    const starts = new Int32Array(units.length + 1);
    for (const [place, unit] of units.entries()) starts[place + 1] = starts[place]! + unit.length;
    const entry: Entry = {
      version: article.version,
      language: article.language,
      passages,
      lines,
      terms: Int32Array.from(units.flat()),
      starts,
      grams: [],
      gramsOfLine(line) {
        this.grams[line] ??= gramsOf(lines[line]!);
        return this.grams[line];
      },
      slot,
      firstUnit,
    };
    vocabulary.count(new Set(entry.terms), 1);
    slots.push(entry);
    entries.set(article.id, entry);
    if (slots.length > lineScores.length) {
      lineScores = grownFloats(lineScores, slots.length);
      passageScores = grownFloats(passageScores, slots.length);
      slotPassages = grown(slotPassages, slots.length);
      const languages = new Uint8Array(slotPassages.length);
      languages.set(slotLanguages);
      slotLanguages = languages;
    }
    place(entry);
  }

  function place({ slot, language, firstUnit, lines }: Entry): void {
    slotLanguages[slot] = language === 'zh' ? 1 : 2;
    slotPassages[slot] = firstUnit + lines.length;
  }

  function remove(articleId: string): void {
    const entry = entries.get(articleId);
    if (!entry) return;
    entries.delete(articleId);
    slots[entry.slot] = undefined;
    slotLanguages[entry.slot] = 0;
    vocabulary.count(new Set(entry.terms), -1);
    const afterLast = entry.firstUnit + entry.starts.length - 1;
    for (let unit = entry.firstUnit; unit < afterLast; unit++) liveLength -= unitLengths[unit]!;
    liveUnits -= afterLast - entry.firstUnit;
    if (unitCount > 1_000 && liveUnits < unitCount * 0.7) dropDeadUnits();
  }

  /** Costs a pass over everything, and comes only after removals of nearly half as much: constant a removal. */
  function dropDeadUnits(): void {
    const newNumbers = new Int32Array(unitCount).fill(-1);
    const living = slots.filter((entry) => entry !== undefined);
    let next = 0;
    for (const [slot, entry] of living.entries()) {
      const units = entry.starts.length - 1;
      for (let unit = 0; unit < units; unit++) {
        newNumbers[entry.firstUnit + unit] = next + unit;
        unitLengths[next + unit] = unitLengths[entry.firstUnit + unit]!;
        unitSlots[next + unit] = slot;
      }
      entry.firstUnit = next;
      entry.slot = slot;
      place(entry);
      next += units;
    }
    postings.renumber(newNumbers);
    slots = living;
    unitCount = next;
  }

  /** Distinct known terms with their weights, and the weight of all terms, unknown ones included. */
  function weigh(text: string) {
    const weights = new Map<number, number>();
    let total = 0;
    let concepts = 0;
    const names: number[] = [];
    const terms = new Set(termsOf(text, segment));
    for (const name of speltNamesOf(normaliseText(text))) terms.add(name);
    for (const term of terms) {
      const number = vocabulary.find(term);
      if (isName(term)) {
        // 满减 500 looks like a name too: only what some article holds is one.
        if (number === undefined || vocabulary.holding(number) === 0) {
          terms.delete(term);
          continue;
        }
        names.push(number);
      }
      const weight = vocabulary.weight(number ?? term, entries.size);
      total += weight;
      if (isConcept(term)) concepts++;
      if (number !== undefined) weights.set(number, weight);
    }
    return { weights, total, concepts, names, terms: terms.size };
  }

  function scoreUnits(weights: ReadonlyMap<number, number>): number {
    const norm = saturation * (1 - lengthShare);
    const normPerTerm = (saturation * lengthShare * liveUnits) / Math.max(1, liveLength);
    let count = 0;
    let walked = 0;
    for (const [term, weight] of [...weights].sort((one, other) => other[1] - one[1])) {
      walked += vocabulary.holding(term);
      if (walked > mostWalked && count > shortlistLength) break;
      const gain = weight * (saturation + 1);
      postings.forEach(term, (unit, frequency) => {
        if (unitScores[unit] === 0) touchedUnits[count++] = unit;
        unitScores[unit]! += (gain * frequency) / (frequency + norm + normPerTerm * unitLengths[unit]!);
      });
    }
    return count;
  }

  /** The articles with the best sum of one question line and one passage. */
  function shortlist(touched: number, languages: readonly Language[] | undefined): Found[] {
    const zh = !languages || languages.includes('zh');
    const en = !languages || languages.includes('en');
    const touchedSlots: number[] = [];
    for (let at = 0; at < touched; at++) {
      const unit = touchedUnits[at]!;
      const slot = unitSlots[unit]!;
      const score = unitScores[unit]!;
      unitScores[unit] = 0;
      const language = slotLanguages[slot]!;
      if (language === 0 || (language === 1 ? !zh : !en)) continue;
      if (lineScores[slot] === 0 && passageScores[slot] === 0) touchedSlots.push(slot);
      const best = unit < slotPassages[slot]! ? lineScores : passageScores;
      if (score > best[slot]!) best[slot] = score;
    }
    const best = bestOf(touchedSlots, (slot) => lineScores[slot]! + passageShare * passageScores[slot]!);
    const first = best[0];
    const top = first === undefined ? 1 : lineScores[first]! + passageShare * passageScores[first]!;
    const found = best.map((slot) => ({
      entry: slots[slot]!,
      rank: { lineRank: lineScores[slot]! / top, passageRank: passageScores[slot]! / top },
    }));
    for (const slot of touchedSlots) {
      lineScores[slot] = 0;
      passageScores[slot] = 0;
    }
    return found;
  }

  return {
    add(article) {
      const held = entries.get(article.id);
      if (held && held.version > article.version) return;
      remove(article.id);
      if (article.status !== 'published') return;
      const passages = cutIntoPassages(article);
      if (passages.length > 0) insert(article, passages);
    },
    remove,
    search(whole, { languages, limit = 8 } = {}) {
      const text = whole.slice(0, longestQuestion);
      const { weights, total, concepts, names, terms } = weigh(text);
      if (total === 0) return [];
      const found = shortlist(scoreUnits(weights), languages);
      if (questionWeights.length < vocabulary.size)
        questionWeights = grownFloats(questionWeights, vocabulary.size);
      for (const [term, weight] of weights) questionWeights[term] = weight;
      const question = {
        weights: questionWeights,
        total,
        grams: gramsOf(text),
        concepts,
        names,
        familyOf: vocabulary.familyOf,
        isConcept: vocabulary.isConcept,
        weightOf: (term: number) => vocabulary.weight(term, entries.size),
      };
      const views = found.map(({ entry, rank }) => nearestPassages(entry, question, rank));
      for (const term of weights.keys()) questionWeights[term] = 0;
      return candidatesOf(views, terms).slice(0, limit);
    },
    get size() {
      return entries.size;
    },
  };
}

function termsOfPassage(passage: Passage, segment: Segment): string[] {
  const headingTerms = termsOf(passage.headings.join(' '), segment);
  const terms = termsOf(passage.text, segment);
  for (let time = 0; time < headingRepeats; time++) terms.push(...headingTerms);
  return terms;
}

/** The best slots, best first, without sorting all of them. */
function bestOf(touchedSlots: readonly number[], scoreOf: (slot: number) => number): number[] {
  const best: number[] = [];
  const scores: number[] = [];
  for (const slot of touchedSlots) {
    const score = scoreOf(slot);
    if (best.length === shortlistLength && score <= scores[shortlistLength - 1]!) continue;
    let at = Math.min(best.length, shortlistLength - 1);
    for (; at > 0 && scores[at - 1]! < score; at--) {
      best[at] = best[at - 1]!;
      scores[at] = scores[at - 1]!;
    }
    best[at] = slot;
    scores[at] = score;
  }
  return best;
}

function candidatesOf(articles: readonly (readonly PassageView[])[], questionTerms: number): Candidate[] {
  const order = articles
    .filter((views) => views.length > 0)
    .sort((one, other) => other[0]!.relevance - one[0]!.relevance);
  const leader = order[0]?.[0]?.relevance ?? 0;
  const second = order[1]?.[0]?.relevance ?? 0;
  const third = order[2]?.[0]?.relevance ?? 0;
  return order
    .flatMap((views, place) =>
      views.map(({ passage, nearestQuestion, coverage, relevance }): Candidate => {
        const behind = relevance - leader;
        const standing =
          place === 0
            ? { lead: leader - second, leadOverThird: leader - third }
            : { lead: behind, leadOverThird: behind };
        return {
          passage,
          nearestQuestion,
          coverage,
          score: relevance,
          confidence: confidenceOf(coverage, standing, questionTerms),
        };
      }),
    )
    .sort((one, other) => other.score - one.score);
}
