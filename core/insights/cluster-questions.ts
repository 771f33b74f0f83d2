/** Cuts a text into its terms, each with how much it says before its rarity; repeats count once. */
export type TermsOfQuestion = (text: string) => ReadonlyMap<string, number>;

/** A cluster of questions as it is kept: an id that never changes, and what its questions have in common. */
export interface KeptCluster {
  readonly id: string;
  readonly size: number;
  /** The mean length of its questions' weighed terms. */
  readonly length: number;
  /** In how many of its questions a term stands; the most frequent ones. */
  readonly terms: readonly (readonly [string, number])[];
}

/** Questions as alike as this are put together; from the development halves, see `docs/measurements/insights.md`. */
export const defaultThresholds = { join: 0.26, merge: 0.5 };

const mostTerms = 48;
/** Terms that stand in more clusters than this choose no candidates, unless a question has no rarer one. */
const mostPostings = 300;
const rarestTerms = 6;
/** So many candidates, those that share the most with the question, are compared with it in full. */
const compared = 16;

interface Cluster {
  readonly id: string;
  readonly place: number;
  size: number;
  /** By the term's number: in how many of the questions it stands. */
  readonly terms: Map<number, number>;
  /** Sum over its questions of the lengths of their weighed terms. */
  lengths: number;
  gone: boolean;
}

/** The terms of a text with their weight by kind and rarity, rarest first, and their length together. */
interface Weighed {
  readonly terms: readonly (readonly [number, number])[];
  readonly norm: number;
}

/**
 * Puts short questions together as they come: each goes to the cluster that is most like it (cosine of terms weighed by
 * rarity, averaged over the cluster's questions) or founds one. Candidates come from an inverted index over the rarest
 * terms, so the time for a question hardly grows with all that was asked before. A cluster keeps its id whatever comes
 * later (leader clustering, J. Hartigan, 1975).
 */
export function createQuestionClusters(
  termsOf: TermsOfQuestion,
  newId: () => string,
  kept: readonly KeptCluster[] = [],
  thresholds: { readonly join: number; readonly merge: number } = defaultThresholds,
) {
  const clusters = new Map<string, Cluster>();
  let places: Cluster[] = [];
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const weights: number[] = [];
  const frequencies: number[] = [];
  let postings: number[][] = [];
  let shared = new Float64Array(1024);
  let questions = 0;

  function numberOf(term: string, weight: number): number {
    let number = numbers.get(term);
    if (number === undefined) {
      number = names.length;
      numbers.set(term, number);
      names.push(term);
      weights.push(weight);
      frequencies.push(0);
      postings.push([]);
    }
    return number;
  }

  for (const { id, size, length, terms } of kept) {
    const cluster = found(id);
    cluster.size = size;
    cluster.lengths = length * size;
    questions += size;
    for (const [term, count] of terms) {
      const number = numberOf(term, termsOf(term).get(term) ?? 1);
      frequencies[number]! += count;
      cluster.terms.set(number, count);
      postings[number]!.push(cluster.place);
    }
  }

  const weightOf = (term: number): number =>
    weights[term]! * Math.log(1 + (questions + 1) / (1 + frequencies[term]!));

  function found(id: string): Cluster {
    const cluster: Cluster = { id, place: places.length, size: 0, terms: new Map(), lengths: 0, gone: false };
    places.push(cluster);
    clusters.set(id, cluster);
    if (places.length > shared.length) {
      const larger = new Float64Array(shared.length * 2);
      larger.set(shared);
      shared = larger;
    }
    return cluster;
  }

  function remove(cluster: Cluster): void {
    cluster.gone = true;
    clusters.delete(cluster.id);
  }

  function weighed(text: string): Weighed {
    const terms: [number, number][] = [];
    let sum = 0;
    for (const [term, weight] of termsOf(text)) {
      const number = numberOf(term, weight);
      const value = weightOf(number);
      terms.push([number, value]);
      sum += value * value;
    }
    terms.sort((one, other) => other[1] - one[1]);
    return { terms, norm: Math.sqrt(sum) };
  }

  /**
   * The mean likeness to the cluster's questions, not that to the centroid: a centroid of much that is unlike each other
   * is short, and by its direction alone would draw everything to it.
   */
  function likeness(question: Weighed, cluster: Cluster): number {
    let dot = 0;
    for (const [term, value] of question.terms) {
      const count = cluster.terms.get(term);
      if (count !== undefined) dot += value * value * count;
    }
    return dot / (question.norm * cluster.lengths || 1);
  }

  function nearest(question: Weighed, fits: (cluster: Cluster) => boolean = () => true) {
    const touched: number[] = [];
    let looked = 0;
    for (const [term, value] of question.terms) {
      const list = postings[term]!;
      if (list.length === 0 || (list.length > mostPostings && looked > 0)) continue;
      for (const place of list) {
        if (shared[place] === 0) touched.push(place);
        shared[place]! += value * value;
      }
      if (++looked >= rarestTerms) break;
    }
    const alive = touched.filter((place) => !places[place]!.gone && fits(places[place]!));
    if (alive.length > compared) alive.sort((one, other) => shared[other]! - shared[one]!).length = compared;
    let best: { readonly cluster: Cluster; readonly likeness: number } | undefined;
    for (const place of alive) {
      const alike = likeness(question, places[place]!);
      if (!best || alike > best.likeness) best = { cluster: places[place]!, likeness: alike };
    }
    for (const place of touched) shared[place] = 0;
    return best;
  }

  function add(cluster: Cluster, question: Weighed): void {
    cluster.size++;
    questions++;
    cluster.lengths += question.norm;
    for (const [term] of question.terms) {
      frequencies[term]!++;
      const count = cluster.terms.get(term) ?? 0;
      cluster.terms.set(term, count + 1);
      if (count === 0) postings[term]!.push(cluster.place);
    }
    if (cluster.terms.size > mostTerms * 3) shorten(cluster);
  }

  function takeOut(cluster: Cluster, question: Weighed): void {
    cluster.size--;
    questions--;
    cluster.lengths = Math.max(0, cluster.lengths - question.norm);
    for (const [term] of question.terms) {
      frequencies[term] = Math.max(0, frequencies[term]! - 1);
      const count = cluster.terms.get(term);
      if (count !== undefined && count > 1) cluster.terms.set(term, count - 1);
      else cluster.terms.delete(term);
    }
    if (cluster.size <= 0) remove(cluster);
  }

  /** Keeps the terms that say the most of the cluster. */
  function shorten(cluster: Cluster): void {
    const ordered = [...cluster.terms].sort(
      ([one, count], [other, otherCount]) => otherCount * weightOf(other) - count * weightOf(one),
    );
    for (const [term] of ordered.slice(mostTerms)) {
      cluster.terms.delete(term);
      postings[term] = postings[term]!.filter((place) => place !== cluster.place);
    }
  }

  function assign(text: string): { readonly id: string; readonly likeness: number } {
    const question = weighed(text);
    const near = nearest(question);
    const joins = near !== undefined && near.likeness >= thresholds.join;
    const cluster = joins ? near.cluster : found(newId());
    add(cluster, question);
    return { id: cluster.id, likeness: joins ? near.likeness : 1 };
  }

  /** Clusters that say the same become one, which keeps the id of the larger. Returns which went into which. */
  function merge(): Map<string, string> {
    const merged = new Map<string, string>();
    for (const cluster of [...clusters.values()].sort((one, other) => one.size - other.size)) {
      const terms = [...cluster.terms]
        .map(([term, count]) => [term, weightOf(term) * (count / cluster.size)] as const)
        .sort((one, other) => other[1] - one[1]);
      const near = nearest(
        { terms, norm: cluster.lengths / cluster.size },
        (other) => other !== cluster && other.size >= cluster.size,
      );
      if (!near) continue;
      let dot = 0;
      for (const [term, value] of terms)
        dot += value * weightOf(term) * ((near.cluster.terms.get(term) ?? 0) / near.cluster.size);
      const lengths = (cluster.lengths / cluster.size) * (near.cluster.lengths / near.cluster.size);
      if (dot / (lengths || 1) < thresholds.merge) continue;
      remove(cluster);
      merged.set(cluster.id, near.cluster.id);
      near.cluster.size += cluster.size;
      near.cluster.lengths += cluster.lengths;
      for (const [term, count] of cluster.terms) {
        const before = near.cluster.terms.get(term) ?? 0;
        near.cluster.terms.set(term, before + count);
        if (before === 0) postings[term]!.push(near.cluster.place);
      }
      if (near.cluster.terms.size > mostTerms * 3) shorten(near.cluster);
    }
    for (const from of merged.keys()) merged.set(from, endOf(from, merged));
    return merged;
  }

  return {
    /** Puts one more question with the others and tells where. */
    assign,
    /** Takes a question out of one cluster and puts it into another, which it may found. Whether the first is now empty. */
    move(text: string, from: string, to: string): boolean {
      const question = weighed(text);
      const before = clusters.get(from);
      if (before) takeOut(before, question);
      add(clusters.get(to) ?? found(to), question);
      return before === undefined || before.gone;
    },
    /** How alike a text and a cluster are, 0 to 1. */
    likenessTo(text: string, id: string): number {
      const cluster = clusters.get(id);
      return cluster ? likeness(weighed(text), cluster) : 0;
    },
    /**
     * Looks at all questions again: clusters that say the same become one, then each question goes where it fits best
     * now. Ids stay; a cluster that nothing is left of goes. Returns the cluster of each question in their order, and
     * which clusters went into which.
     */
    refine(texts: readonly { readonly text: string; readonly id: string }[]) {
      const merged = merge();
      const all = texts.map(({ text }) => weighed(text));
      const ids = texts.map(({ id }, place) => {
        const near = nearest(all[place]!);
        return near && near.likeness >= thresholds.join ? near.cluster.id : endOf(id, merged);
      });
      clusters.clear();
      places = [];
      postings = postings.map(() => []);
      frequencies.fill(0);
      questions = 0;
      all.forEach((question, place) => {
        add(clusters.get(ids[place]!) ?? found(ids[place]!), question);
      });
      return { ids, merged };
    },
    kept(ids: Iterable<string> = clusters.keys()): KeptCluster[] {
      return [...new Set(ids)].flatMap((id) => {
        const cluster = clusters.get(id);
        if (!cluster) return [];
        const terms = [...cluster.terms].sort(([, one], [, other]) => other - one).slice(0, mostTerms);
        return [
          {
            id,
            size: cluster.size,
            length: cluster.lengths / cluster.size,
            terms: terms.map(([term, count]) => [names[term]!, count] as const),
          },
        ];
      });
    },
    get size() {
      return clusters.size;
    },
  };
}

function endOf(id: string, merged: ReadonlyMap<string, string>): string {
  let last = id;
  for (let next = merged.get(last); next !== undefined && next !== last; next = merged.get(last)) last = next;
  return last;
}

export type QuestionClusters = ReturnType<typeof createQuestionClusters>;

/**
 * The most central text of a cluster: what stands for it in a list. Among those most like it the shorter one, of a length that
 * reads as a question.
 */
export function mostCentral(
  texts: readonly string[],
  likeness: (text: string) => number,
): string | undefined {
  let best: string | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const length = text.length;
    const worth = likeness(text) - (length > 60 ? 0.3 : 0) - (length < 4 ? 0.3 : 0) - length / 2_000;
    if (worth > highest) {
      highest = worth;
      best = text;
    }
  }
  return best;
}

/** At most `most` texts that are unlike each other, the first given first. `likeness` compares two, 0 to 1. */
export function diverse(
  texts: readonly string[],
  most: number,
  likeness: (one: string, other: string) => number,
): string[] {
  const chosen: string[] = [];
  const rest = [...new Set(texts)];
  if (rest.length > 0) chosen.push(rest.shift()!);
  while (chosen.length < most && rest.length > 0) {
    let best = 0;
    let lowest = Number.POSITIVE_INFINITY;
    rest.forEach((text, place) => {
      const alike = Math.max(...chosen.map((other) => likeness(text, other)));
      if (alike < lowest) {
        lowest = alike;
        best = place;
      }
    });
    if (lowest > 0.95) break;
    chosen.push(...rest.splice(best, 1));
  }
  return chosen;
}
