import type { Article, Audience } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Card, distinctTerms, lengthAt, termOf, termsAt } from './card.ts';
import { createCardReader } from './card-reader.ts';
import { type Edition, editionsOf } from './editions.ts';
import type { CardShelf, KeptCards } from './kept-cards.ts';
import type { Respelling } from './lexicon.ts';
import { withMeaning } from './meaning-fusion.ts';
import { createMeaningShelf, type MeaningShelf } from './meaning-shelf.ts';
import { isOfAnother, type Models, modelsAsked, modelsIn } from './models.ts';
import { lookAt, type PassageView, ranked, scoreOf, viewsOf } from './nearest.ts';
import { type ArticleHead, type Cut, cutsOf, headOf, linesOf } from './passages.ts';
import { createPostings } from './postings.ts';
import { mostQuestionTerms, noPlaces, setPlaces } from './question-places.ts';
import { createReaches } from './reaches.ts';
import { inLearnedOrder, type Rerank } from './rerank.ts';
import { respell } from './respell.ts';
import { createShortlister, passageShare, type WeighedTerm } from './shortlist.ts';
import { createSlots } from './slots.ts';
import { gramsOf } from './surface.ts';
import { isConcept } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';
import { createVocabulary } from './vocabulary.ts';

export type { Candidate } from './candidates.ts';

/** What a search found before anything that was learned is asked: the passages of each article, in no order. */
export interface Found {
  readonly articles: readonly (readonly PassageView[])[];
  /** Distinct terms of the question. */
  readonly terms: number;
}

/** Who asks, when and from where: what is not for them, or not in force, is not among what is searched. */
export interface SearchScope {
  /** Epoch milliseconds; without it no date is looked at. */
  readonly at?: number;
  /** Of whom the question is: what is for staff alone is found for `staff` only. `everyone` where it is missing. */
  readonly audience?: Audience;
  readonly inboxId?: string;
  /**
   * Products that the question is about, beside those that it names itself; without it every product. Articles of no
   * product are always in sight.
   */
  readonly products?: readonly string[];
}

export interface SearchOptions extends SearchScope {
  /** Only articles in these languages; all without it. */
  readonly languages?: readonly Language[];
  /** At most so many candidates; 8 without it. At most two of them are passages of one article. */
  readonly limit?: number;
  /** So many articles are looked at closely; 20 without it. */
  readonly closely?: number;
  /**
   * What the text means, in length 1, by the model of the vectors that the index holds: what is near in meaning is then
   * found as well. See `withMeaning`.
   */
  readonly meaning?: Float32Array | undefined;
  /** How the confidence by words is to be read, where the question brings a meaning. */
  readonly readConfidence?: ((confidence: number) => number) | undefined;
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
  /**
   * The same in small steps, between which others may search: they find what was held before until the last step, and
   * then all of it. Whoever follows the steps MUST change nothing else of this article before they end.
   */
  setInSteps(articleId: string, versions: readonly Article[]): Generator<void, void>;
  remove(articleId: string): void;
  search(text: string, options?: SearchOptions): Candidate[];
  /** A question as it may have been meant, where it holds words that no article has. See `respell`. */
  respell(text: string): Respelling | undefined;
  /** What `search` puts in order: for whoever learns the order. */
  find(text: string, options?: Omit<SearchOptions, 'limit' | 'meaning'>): Found;
  /** What was made of the texts held, for whoever keeps it for the next start. */
  readonly cards: CardShelf;
  /** Where it is searched by meaning: the vectors, and what waits for one. */
  readonly meaning: MeaningShelf | undefined;
  /** The products that articles held are for, as the team writes them. */
  readonly products: readonly string[];
  /** Articles held. */
  readonly size: number;
}

/** An edition of an article with its card, whose units are the question lines and then the passages. */
interface Entry {
  readonly head: ArticleHead;
  readonly cuts: readonly Cut[];
  /** Title first, then the similar questions. */
  readonly lines: readonly string[];
  /** Which of several like-named things the article is about. */
  readonly models: Models;
  readonly card: Card;
  /** Filled when it is first looked at: most never are. */
  lineWeights: Float32Array;
  weighedIn: number;
  slot: number;
}

/** An edition whose texts were read, and that nobody finds yet. */
interface ReadEdition {
  readonly entry: Entry;
  readonly window: Omit<Edition, 'article'> & { readonly reach: number };
  readonly texts: readonly string[];
}

interface Gathered extends Found {
  readonly joined: readonly (readonly PassageView[])[];
  readonly slotOf: ReadonlyMap<string, number>;
}

const inLine = 2;
const inPassage = 1;
/** From so many dead slots on, and this share of all, their entries are taken out of the postings, a bit at every change. */
const mostDead = 300;
const deadShare = 0.15;
/** Entries that a change sweeps: a fraction of what the change itself costs. */
const sweptAtOnce = 50_000;
/** Of so many the distances in relevance are what makes the first sure. */
const fewestArticles = 3;
const notWeighed = new Float32Array(0);
/** What a customer wants to know stands in so many characters. */
const longestQuestion = 2_000;

/**
 * An empty index. `segment` MUST give the same words for the same text at all times. With `rerank` the first of what is
 * found is put in order by what was learned. With `isByMeaning` it takes vectors of what it holds, and searches by them
 * where a question brings its own; without, nothing of that is kept. What `kept` holds is taken from there instead of
 * being read; a share is read all the same, to see that it is what its text gives.
 */
export function createKnowledgeIndex(
  segment: Segment,
  rerank?: Rerank,
  {
    isByMeaning = false,
    kept,
  }: { readonly isByMeaning?: boolean; readonly kept?: KeptCards | undefined } = {},
): KnowledgeIndex {
  const vocabulary = createVocabulary();
  const cardReader = createCardReader(vocabulary, segment, kept);
  const postings = createPostings();
  const reaches = createReaches();
  const slots = createSlots<Entry>();
  const entries = new Map<string, readonly Entry[]>();
  const meaning = isByMeaning ? createMeaningShelf() : undefined;
  /** Editions held, over all articles. */
  let held = 0;
  const shortlister = createShortlister(postings);
  // Work space, kept between searches.
  const questionPlaces = noPlaces();
  /** The number of the count that met a place. */
  const counted = new Uint32Array(mostQuestionTerms + 1);
  let counts = 0;
  let isSweeping = false;
  const questionWeights = new Float32Array(mostQuestionTerms + 1);
  const questionMatters = new Uint8Array(mostQuestionTerms + 1);

  // Of all units held: how many there are, and how many terms they have, repeats included.
  let unitCount = 0;
  let unitTerms = 0;

  function* cardsHeld() {
    for (let slot = 0; slot < slots.length; slot++) {
      const entry = slots.find(slot);
      if (entry) yield entry;
    }
  }

  function* read({ article, ...window }: Edition, cuts: readonly Cut[]): Generator<void, ReadEdition> {
    const lines = linesOf(article);
    const entry: Entry = {
      head: headOf(article),
      cuts,
      lines,
      models: modelsIn(lines.join('\n')),
      card: yield* cardReader.read(lines, cuts),
      lineWeights: notWeighed,
      weighedIn: 0,
      slot: 0,
    };
    const texts = meaning ? yield* meaning.textsOf(entry) : [];
    return { entry, window: { ...window, reach: reaches.numberOf(article) }, texts };
  }

  function hold({ entry, window, texts }: ReadEdition): Entry {
    const { lines, cuts } = entry;
    const slot = slots.add(entry, window);
    countUnits(entry, 1);
    meaning?.hold(slot, entry, texts);
    // The lines stand first on the card: what they hold is met there first.
    const anywhere = distinctTerms(entry.card, lines.length + cuts.length);
    const onLines = distinctTerms(entry.card, lines.length).length;
    for (const [place, term] of anywhere.entries())
      postings.add(term, slot, place < onLines ? inLine : inPassage);
    vocabulary.count(anywhere, 1);
    shortlister.reserve(slots.length);
    return entry;
  }

  function holding(term: string): number {
    const number = vocabulary.find(term);
    return number === undefined ? 0 : vocabulary.holding(number);
  }

  function countUnits({ card, lines, cuts }: Entry, change: 1 | -1): void {
    const count = lines.length + cuts.length;
    unitCount += change * count;
    for (let unit = 0; unit < count; unit++) unitTerms += change * card[lengthAt(unit)]!;
  }

  function* setInSteps(articleId: string, versions: readonly Article[]): Generator<void, void> {
    const fresh: ReadEdition[] = [];
    for (const edition of editionsOf(versions)) {
      const cuts = cutsOf(edition.article);
      yield;
      if (cuts.length > 0) fresh.push(yield* read(edition, cuts));
    }
    sweepABit();
    yield;
    // From here on without a pause: nobody finds a part of it.
    remove(articleId);
    const added = fresh.map(hold);
    held += added.length;
    if (added.length > 0) entries.set(articleId, added);
  }

  function set(articleId: string, versions: readonly Article[]): void {
    for (const _ of setInSteps(articleId, versions));
  }

  function remove(articleId: string): void {
    const gone = entries.get(articleId);
    if (!gone) return;
    entries.delete(articleId);
    held -= gone.length;
    for (const entry of gone) {
      meaning?.release(entry.slot);
      slots.kill(entry.slot);
      vocabulary.count(distinctTerms(entry.card, entry.lines.length + entry.cuts.length), -1);
      countUnits(entry, -1);
    }
  }

  /** Every change takes the dead out of the postings a bit further. */
  function sweepABit(): void {
    if (!isSweeping) {
      if (slots.dead < Math.max(mostDead, slots.length * deadShare)) return;
      slots.doom();
      isSweeping = true;
    }
    if (!postings.sweep(sweptAtOnce, slots.isDoomed)) return;
    slots.release();
    isSweeping = false;
  }

  /** The known terms that weigh most, heaviest first, and the weight of all terms, unknown ones included. */
  function weigh(text: string) {
    const known: WeighedTerm[] = [];
    let total = 0;
    let concepts = 0;
    const terms = new Set(termsOf(text, segment));
    for (const term of terms) {
      const number = vocabulary.find(term);
      const weight = vocabulary.weight(number ?? term, held);
      total += weight;
      if (isConcept(term)) concepts++;
      if (number !== undefined) known.push({ term: number, weight });
    }
    const weights = known.sort((one, other) => other.weight - one.weight).slice(0, mostQuestionTerms);
    return { weights, total, concepts, terms: terms.size };
  }

  /** What is looked at closely, with the weights of its question lines as they are now. */
  function unitsOf(slot: number): Entry {
    const entry = slots.get(slot);
    const state = vocabulary.state(held);
    if (entry.weighedIn !== state) weighLines(entry, state);
    return entry;
  }

  function weighLines(entry: Entry, state: number): void {
    const { lines, card } = entry;
    if (entry.lineWeights === notWeighed) entry.lineWeights = new Float32Array(lines.length);
    entry.weighedIn = state;
    for (let line = 0; line < lines.length; line++) {
      let whole = 0;
      for (let at = card[termsAt(line)]!; at < card[termsAt(line + 1)]!; at++)
        whole += vocabulary.weight(termOf(card[at]!), held);
      entry.lineWeights[line] = whole;
    }
  }

  /** What a slot holds of the question's `terms` terms from a place on, as the postings would have it. */
  function countRest(slot: number, from: number, terms: number): number {
    const { card, lines, cuts } = slots.get(slot);
    const { table, mask, terms: own } = questionPlaces;
    counts = counts === 0xffff_ffff ? 1 : counts + 1;
    let sum = 0;
    let left = terms - from;
    const endOfLines = card[termsAt(lines.length)]!;
    const end = card[termsAt(lines.length + cuts.length)]!;
    for (let at = card[termsAt(0)]!; at < end && left > 0; at++) {
      const term = termOf(card[at]!);
      const place = table[term & mask]!;
      if (place <= from || own[place] !== term || counted[place] === counts) continue;
      counted[place] = counts;
      left--;
      sum += questionWeights[place]! * (at < endOfLines ? 1 : passageShare);
    }
    return sum;
  }

  /**
   * What the words lead to, of more than `most` articles the best in their order, and in `joined` what only the meaning
   * does. `slotOf` has the slots of both by article.
   */
  function gather(
    whole: string,
    { at, closely, meaning: asked, ...scope }: Omit<SearchOptions, 'limit'>,
    most = Number.POSITIVE_INFINITY,
  ): Gathered {
    const text = whole.slice(0, longestQuestion);
    const { weights, total, concepts, terms } = weigh(text);
    if (total === 0) return { articles: [], joined: [], slotOf: new Map(), terms };
    setPlaces(questionPlaces, weights);
    const isMatter = vocabulary.concepts;
    for (const [place, { term, weight }] of weights.entries()) {
      questionWeights[place + 1] = weight;
      questionMatters[place + 1] = isMatter[term]!;
    }
    const products = scope.products && [...scope.products, ...reaches.named(text)];
    const sight = { at, permitted: reaches.permitted({ ...scope, products }) };
    const isSeen = (slot: number) => slots.isSeen(slot, sight);
    const found = shortlister.of(weights, { held, isSeen, holding: vocabulary.holding, countRest }, closely);
    const question = {
      places: questionPlaces,
      weights: questionWeights,
      matters: questionMatters,
      count: weights.length,
      total,
      grams: gramsOf(text),
      concepts,
      isMatter,
      meanLength: unitTerms / Math.max(1, unitCount),
    };
    const models = modelsAsked(text);
    const isMeant = (slot: number) => !isOfAnother(models, slots.get(slot).models);
    const seen = models.size === 0 ? found : found.filter(isMeant);
    const looks = seen.map((slot) => lookAt(unitsOf(slot), question));
    const top = looks.reduce((most, look) => Math.max(most, scoreOf(look)), 0);
    const inOrder = looks.map((look) => ranked(look, top));
    // What cannot come among the first is not put together.
    const wanted =
      most < inOrder.length
        ? inOrder.sort((one, other) => other.relevance - one.relevance).slice(0, most)
        : inOrder;
    const articles = wanted.map(viewsOf);
    const near = asked ? (meaning?.nearest(asked, isSeen) ?? []) : [];
    const fresh = near.filter((slot) => isMeant(slot) && !found.includes(slot));
    const joined = fresh.map((slot) => {
      const look = lookAt(unitsOf(slot), question);
      const passage = meaning!.nearestUnit(slot, asked!)!.unit - look.article.lines.length;
      return viewsOf(ranked(look, Math.max(top, scoreOf(look)), passage));
    });
    // Without a meaning nobody asks for it.
    const slotOf = new Map(asked ? [...seen, ...fresh].map((slot) => [slots.get(slot).head.id, slot]) : []);
    return { articles, joined, slotOf, terms };
  }

  function search(whole: string, { limit = 8, ...sought }: SearchOptions = {}): Candidate[] {
    // A vector of another model's length says nothing here, nor does any of a model that knows nothing of these articles.
    const isOfUse = sought.meaning?.length === meaning?.dimensions && meaning?.scale.basis !== 'useless';
    const asked = isOfUse ? sought.meaning : undefined;
    // Each article brings one passage before any of those behind it; three tell how sure the first is.
    const most = asked ? Number.POSITIVE_INFINITY : Math.max(limit, rerank?.depth ?? 0, fewestArticles);
    const { articles, joined, slotOf, terms } = gather(whole, { ...sought, meaning: asked }, most);
    const text = whole.slice(0, longestQuestion);
    const ordered = rerank ? inLearnedOrder(articles, text, rerank) : articles;
    const { readConfidence: read } = sought;
    const candidates = (found: typeof articles, most: number) => {
      const byWords = candidatesOf(found, terms, most);
      return read ? byWords.map((one) => ({ ...one, confidence: read(one.confidence) })) : byWords;
    };
    if (!meaning || !asked) return candidates(ordered, limit);
    const byWords = candidates([...ordered, ...behind(ordered, joined)], Number.POSITIVE_INFINITY);
    const cosineOf = (articleId: string) => meaning.nearestUnit(slotOf.get(articleId)!, asked)?.cosine;
    return withMeaning(byWords, meaning.scale, once(cosineOf)).slice(0, limit);
  }

  return {
    add(article) {
      const isOlder = entries.get(article.id)?.some(({ head }) => head.version > article.version);
      if (!isOlder) set(article.id, [article]);
    },
    set,
    setInSteps,
    remove(articleId) {
      sweepABit();
      remove(articleId);
    },
    find: (text, options = {}) => {
      const { articles, terms } = gather(text, options);
      return { articles, terms };
    },
    search,
    cards: {
      cards: cardsHeld,
      termParts: vocabulary.parts,
      termsIn: vocabulary.eachIn,
      get readAnew() {
        return cardReader.readAnew;
      },
      get areTrue() {
        return cardReader.areTrue;
      },
    },
    meaning,
    respell: (text) =>
      respell(
        text,
        {
          holding,
          get articles() {
            return held;
          },
        },
        segment,
      ),
    get products() {
      return reaches.products;
    },
    get size() {
      return entries.size;
    },
  };
}

/** Articles that words did not lead to, as the learned order has those that it did not look at. */
function behind(
  ordered: readonly (readonly PassageView[])[],
  joined: readonly (readonly PassageView[])[],
): readonly (readonly PassageView[])[] {
  const odds = ordered.flatMap(([first]) => first?.learned?.odds ?? []);
  if (odds.length === 0) return joined;
  const least = Math.min(0, ...odds);
  return joined.map((views) =>
    views.map((view) => ({ ...view, learned: { odds: least, plain: view.relevance } })),
  );
}

/** The same, asked once for each. */
function once<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>();
  return (key) => {
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key)!;
  };
}
