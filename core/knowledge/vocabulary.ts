import { grown, grownBytes, grownFloats } from './growing-arrays.ts';
import { createTermNumbers } from './term-numbers.ts';
import { isConcept, weightOfTerm } from './term-weight.ts';

/** Every term that was ever indexed, as a number, with its weight and how many articles hold it now. */
export interface Vocabulary {
  /** The number of a term, given to it now if it is new. */
  numberOf(term: string): number;
  find(term: string): number | undefined;
  /** 1 at the number of every term that stands for a matter in any words, rather than for one word. */
  readonly concepts: Uint8Array;
  /** Counts an article in (`1`) or out (`-1`) for each of its distinct terms. */
  count(numbers: Int32Array, change: 1 | -1): void;
  /** How many articles hold a term now. */
  holding(number: number): number;
  /** Inverse document frequency times the weight of the term; for a term that nobody knows give its text. */
  weight(term: number | string, articles: number): number;
  /** A number that changes whenever any weight may have: what was computed from weights is good while it stays. */
  state(articles: number): number;
  readonly size: number;
  /** All of them in parts; see `TermNumbers`. */
  readonly parts: number;
  eachIn(part: number, tell: (term: string, number: number) => void): void;
}

export function createVocabulary(): Vocabulary {
  const numbers = createTermNumbers();
  let weights = new Float32Array(1024);
  let articlesWithTerm = new Int32Array(1024);
  let concepts = new Uint8Array(1024);
  // The logarithm of each term is taken once for each state of the index; `takenIn` says which.
  let rarities = new Float32Array(1024);
  let takenIn = new Int32Array(1024);
  let state = 1;
  let countedOn = -1;

  function stateOf(articles: number): number {
    if (articles !== countedOn) {
      countedOn = articles;
      state++;
    }
    return state;
  }

  return {
    state: stateOf,
    find: numbers.find,
    parts: numbers.parts,
    eachIn: numbers.eachIn,
    get concepts() {
      return concepts;
    },
    numberOf(term) {
      const before = numbers.size;
      const number = numbers.add(term);
      if (number < before) return number;
      if (number >= weights.length) {
        weights = grownFloats(weights, number + 1);
        articlesWithTerm = grown(articlesWithTerm, number + 1);
        rarities = grownFloats(rarities, number + 1);
        takenIn = grown(takenIn, number + 1);
        concepts = grownBytes(concepts, number + 1);
      }
      weights[number] = weightOfTerm(term);
      concepts[number] = isConcept(term) ? 1 : 0;
      return number;
    },
    holding: (number) => articlesWithTerm[number]!,
    count(changed, change) {
      for (let place = 0; place < changed.length; place++) articlesWithTerm[changed[place]!]! += change;
      state++;
    },
    weight(term, articles) {
      if (typeof term === 'string') return rarityOf(articles, 0) * weightOfUnseen(term);
      const now = stateOf(articles);
      if (takenIn[term] !== now) {
        takenIn[term] = now;
        rarities[term] = rarityOf(articles, articlesWithTerm[term]!) * weights[term]!;
      }
      return rarities[term]!;
    },
    get size() {
      return numbers.size;
    },
  };
}

/** Robertson and Spärck Jones, as BM25 uses it, kept above zero. */
function rarityOf(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

/** A word that no article holds is often only a manner of speaking, though it may be the very matter. */
const unseenWord = 0.5;
/** A pair of characters that nobody ever wrote is most often two words that happen to meet. */
const unseenPair = 0.35;
/** Of UTF-16 units: rare characters have two. */
const longestPair = 4;

function weightOfUnseen(term: string): number {
  const isPair = term.length <= longestPair && /^\p{Script=Han}{2}$/u.test(term);
  return weightOfTerm(term) * (isPair ? unseenPair : unseenWord);
}
