import type { Article, Audience, Passage } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { type Card, cardOf, lengthAt, termOf, termsAt, termsOfUnits } from './card.ts';
import { type Coverage, confidenceOf } from './confidence.ts';
import { type Edition, editionsOf } from './editions.ts';
import { grown, grownFloats } from './growing-arrays.ts';
import { isOfAnother, type Models, modelsAsked, modelsIn } from './models.ts';
import { lookAt, mostQuestionTerms, nearestPassages, type PassageView, scoreOf } from './nearest.ts';
import { cutIntoPassages } from './passages.ts';
import { createPostings } from './postings.ts';
import { createReaches } from './reaches.ts';
import { createSlots, type Sight } from './slots.ts';
import { gramsOf } from './surface.ts';
import { isConcept } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';
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

/** Who asks, when and from where: what is not for them, or not in force, is not among what is searched. */
export interface SearchScope {
  /** Epoch milliseconds; without it no date is looked at. */
  readonly at?: number;
  /** Of whom the question is: what is for staff alone is found for `staff` only. `everyone` where it is missing. */
  readonly audience?: Audience;
  readonly inboxId?: string;
  /** Products that the question is about; without it every product. */
  readonly products?: readonly string[];
}

export interface SearchOptions extends SearchScope {
  /** Only articles in these languages; all without it. */
  readonly languages?: readonly Language[];
  /** At most so many candidates; 8 without it. At most two of them are passages of one article. */
  readonly limit?: number;
}

/** The knowledge base, held in memory. Every change is seen by the very next search. */
export interface KnowledgeIndex {
  /**
   * Makes a published article findable in place of all that is held of it. An article that is not published is
   * taken out instead; a version older than the newest one held changes nothing.
   */
  add(article: Article): void;
  /**
   * Replaces all that is held of an article by these versions, each in force in its own time; none takes it out. Two
   * never answer together: see `editionsOf`. Document frequencies are over all versions held, whoever asks.
   */
  set(articleId: string, versions: readonly Article[]): void;
  remove(articleId: string): void;
  search(text: string, options?: SearchOptions): Candidate[];
  /** Articles held. */
  readonly size: number;
}

/** An edition of an article with its card, whose units are the question lines and then the passages. */
interface Entry {
  readonly version: number;
  readonly passages: readonly Passage[];
  /** Title first, then the similar questions. */
  readonly lines: readonly string[];
  /** Which of several like-named things the article is about. */
  readonly models: Models;
  readonly card: Card;
  readonly lineWeights: Float32Array;
  weighedIn: number;
  slot: number;
}

/** On the way to the shortlist a term in the text of a passage counts this much beside one in a question line. */
const passageShare = 0.45;
const inLine = 2;
const inPassage = 1;
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
  const reaches = createReaches();
  const slots = createSlots<Entry>();
  const entries = new Map<string, readonly Entry[]>();
  /** Editions held, over all articles. */
  let held = 0;
  // Work space, kept between searches so that no search allocates by the size of the index; all zero at rest.
  let slotScores = new Float32Array(1024);
  let touchedSlots = new Int32Array(1024);
  let questionPlaces = new Uint8Array(1024);
  const questionWeights = new Float32Array(mostQuestionTerms + 1);
  const questionMatters = new Uint8Array(mostQuestionTerms + 1);

  // Of all units held: how many there are, and how many terms they have, repeats included.
  let unitCount = 0;
  let unitTerms = 0;

  function numbersOf(terms: readonly string[]): Map<number, number> {
    const frequencies = new Map<number, number>();
    for (const term of terms) {
      const number = vocabulary.numberOf(term);
      frequencies.set(number, (frequencies.get(number) ?? 0) + 1);
    }
    return frequencies;
  }

  function insert({ article, ...window }: Edition, passages: readonly Passage[]): Entry {
    const lines = [article.title, ...article.similarQuestions].slice(0, mostLines);
    const texts = [
      ...lines.map((line) => termsOf(line, segment)),
      ...passages.map((passage) => termsOfPassage(passage, segment)),
    ];
    const units = texts.map((terms) => ({ times: numbersOf(terms), length: terms.length }));
    const entry: Entry = {
      version: article.version,
      passages,
      lines,
      models: modelsIn(lines.join('\n')),
      card: cardOf(units, lines.map(gramsOf)),
      lineWeights: new Float32Array(lines.length),
      weighedIn: 0,
      slot: 0,
    };
    const slot = slots.add(entry, { ...window, reach: reaches.numberOf(article) });
    countUnits(entry, 1);
    const onLines = termsOfUnits(entry.card, 0, lines.length);
    const anywhere = termsOfUnits(entry.card, 0, units.length);
    for (const term of anywhere) postings.add(term, slot, onLines.has(term) ? inLine : inPassage);
    vocabulary.count(anywhere, 1);
    if (slots.length > slotScores.length) {
      slotScores = grownFloats(slotScores, slots.length);
      touchedSlots = grown(touchedSlots, slots.length);
    }
    return entry;
  }

  function countUnits({ card, lines, passages }: Entry, change: 1 | -1): void {
    const count = lines.length + passages.length;
    unitCount += change * count;
    for (let unit = 0; unit < count; unit++) unitTerms += change * card[lengthAt(unit)]!;
  }

  function set(articleId: string, versions: readonly Article[]): void {
    remove(articleId);
    const added = editionsOf(versions).flatMap((edition) => {
      const passages = cutIntoPassages(edition.article);
      return passages.length > 0 ? [insert(edition, passages)] : [];
    });
    held += added.length;
    if (added.length > 0) entries.set(articleId, added);
  }

  function remove(articleId: string): void {
    const gone = entries.get(articleId);
    if (!gone) return;
    entries.delete(articleId);
    held -= gone.length;
    for (const entry of gone) {
      slots.kill(entry.slot);
      vocabulary.count(termsOfUnits(entry.card, 0, entry.lines.length + entry.passages.length), -1);
      countUnits(entry, -1);
    }
    // Costs a pass over everything, and comes only after removals of nearly half as much: constant a removal.
    if (slots.length > 300 && held < slots.length * 0.7) postings.renumber(slots.close());
  }

  /** Distinct known terms with their weights, and the weight of all terms, unknown ones included. */
  function weigh(text: string) {
    const weights = new Map<number, number>();
    let total = 0;
    let concepts = 0;
    const terms = new Set(termsOf(text, segment));
    for (const term of terms) {
      const number = vocabulary.find(term);
      const weight = vocabulary.weight(number ?? term, held);
      total += weight;
      if (isConcept(term)) concepts++;
      if (number !== undefined) weights.set(number, weight);
    }
    return { weights, total, concepts, terms: terms.size };
  }

  /** The entry with the weights of its question lines as they are now. */
  function weighed(entry: Entry): Entry {
    const state = vocabulary.state(held);
    if (entry.weighedIn === state) return entry;
    entry.weighedIn = state;
    const { card } = entry;
    for (let line = 0; line < entry.lines.length; line++) {
      let whole = 0;
      for (let at = card[termsAt(line)]!; at < card[termsAt(line + 1)]!; at++)
        whole += vocabulary.weight(termOf(card[at]!), held);
      entry.lineWeights[line] = whole;
    }
    return entry;
  }

  /** The editions in sight that hold most of the question's weight: enough to look at closely, in no strict order. */
  function shortlist(weights: ReadonlyMap<number, number>, sight: Sight): Entry[] {
    let touched = 0;
    let walked = 0;
    let seen = 0;
    let looked = 0;
    for (const [term, weight] of [...weights].sort((one, other) => other[1] - one[1])) {
      walked += vocabulary.holding(term);
      if (walked > mostWalked) {
        for (; looked < touched && seen <= shortlistLength; looked++)
          if (slots.isSeen(touchedSlots[looked]!, sight)) seen++;
        if (seen > shortlistLength) break;
      }
      touched = postings.accumulate(term, weight * passageShare, weight, slotScores, touchedSlots, touched);
    }
    const best: number[] = [];
    const scores: number[] = [];
    for (let place = 0; place < touched; place++) {
      const slot = touchedSlots[place]!;
      const score = slotScores[slot]!;
      slotScores[slot] = 0;
      if (best.length === shortlistLength && score <= scores[shortlistLength - 1]!) continue;
      if (!slots.isSeen(slot, sight)) continue;
      let at = Math.min(best.length, shortlistLength - 1);
      for (; at > 0 && scores[at - 1]! < score; at--) {
        best[at] = best[at - 1]!;
        scores[at] = scores[at - 1]!;
      }
      best[at] = slot;
      scores[at] = score;
    }
    return best.map(slots.get);
  }

  return {
    add(article) {
      const isOlder = entries.get(article.id)?.some(({ version }) => version > article.version);
      if (!isOlder) set(article.id, [article]);
    },
    set,
    remove,
    search(whole, { at, limit = 8, ...scope } = {}) {
      const text = whole.slice(0, longestQuestion);
      const { weights, total, concepts, terms } = weigh(text);
      if (total === 0) return [];
      const found = shortlist(weights, { at, permitted: reaches.permitted(scope) });
      if (questionPlaces.length < vocabulary.size) questionPlaces = new Uint8Array(vocabulary.size * 1.5);
      const heaviest = weights.size > mostQuestionTerms ? heaviestOf(weights) : weights;
      let place = 0;
      for (const [term, weight] of heaviest) {
        questionPlaces[term] = ++place;
        questionWeights[place] = weight;
        questionMatters[place] = vocabulary.isConcept(term) ? 1 : 0;
      }
      const question = {
        places: questionPlaces,
        weights: questionWeights,
        matters: questionMatters,
        count: place,
        total,
        grams: gramsOf(text),
        concepts,
        isConcept: vocabulary.isConcept,
        meanLength: unitTerms / Math.max(1, unitCount),
      };
      const asked = modelsAsked(text);
      const looks = found
        .filter(({ models }) => !isOfAnother(asked, models))
        .map((entry) => lookAt(weighed(entry), question));
      const top = looks.reduce((most, look) => Math.max(most, scoreOf(look)), 0);
      const views = looks.map((look) => nearestPassages(look, top));
      for (const term of heaviest.keys()) questionPlaces[term] = 0;
      return candidatesOf(views, terms, limit);
    },
    get size() {
      return entries.size;
    },
  };
}

function heaviestOf(weights: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...weights].sort((one, other) => other[1] - one[1]).slice(0, mostQuestionTerms));
}

function termsOfPassage(passage: Passage, segment: Segment): string[] {
  const headings = termsOf(passage.headings.join(' '), segment);
  // Twice: a heading names its passage almost as a title names an article.
  return [...termsOf(passage.text, segment), ...headings, ...headings];
}

function candidatesOf(
  articles: readonly (readonly PassageView[])[],
  questionTerms: number,
  limit: number,
): Candidate[] {
  const order = articles
    .filter((views) => views.length > 0)
    .sort((one, other) => other[0]!.relevance - one[0]!.relevance);
  const leader = order[0]?.[0]?.relevance ?? 0;
  const second = order[1]?.[0]?.relevance ?? 0;
  const third = order[2]?.[0]?.relevance ?? 0;
  return order
    .flat()
    .sort((one, other) => other.relevance - one.relevance)
    .slice(0, limit)
    .map((view): Candidate => {
      const { passage, nearestQuestion, coverage, relevance } = view;
      const behind = relevance - leader;
      const standing = order[0]!.includes(view)
        ? { lead: leader - second, leadOverThird: leader - third }
        : { lead: behind, leadOverThird: behind };
      const confidence = confidenceOf(coverage, standing, questionTerms);
      return { passage, nearestQuestion, coverage, score: relevance, confidence };
    });
}
