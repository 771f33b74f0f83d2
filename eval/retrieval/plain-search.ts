/** A text that was found, by its place in the list. */
export interface Found {
  readonly place: number;
  readonly score: number;
}

/** BM25 over a list of short texts. */
export interface PlainSearch {
  /** The best, best first; at most `limit`. */
  search(text: string, limit: number): Found[];
  /** What a text scores against itself, by the rarities of the list. */
  ownScore(text: string): number;
}

const saturation = 1.2;
const lengthShare = 0.75;
const ignored = /[\s,，、;；:："'“”()（）]/u;

/** Single characters and pairs of neighbours, as the data's README names them, without what only separates. */
export function plainGrams(text: string): string[] {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter(
    (character) => !ignored.test(character),
  );
  const grams = [...characters];
  for (let n = 0; n + 1 < characters.length; n++) grams.push(characters[n]! + characters[n + 1]!);
  return grams;
}

/**
 * BM25 (Robertson & Zaragoza 2009; 1.2, 0.75) over characters and their pairs: the plain method beside which every
 * figure stands.
 */
export function createPlainSearch(texts: readonly string[]): PlainSearch {
  const numbers = new Map<string, number>();
  const counted = texts.map((text) => {
    const times = new Map<number, number>();
    const grams = plainGrams(text);
    for (const gram of grams) {
      let number = numbers.get(gram);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(gram, number);
      }
      times.set(number, (times.get(number) ?? 0) + 1);
    }
    return { times, length: grams.length };
  });
  const starts = new Int32Array(numbers.size + 1);
  for (const { times } of counted) for (const number of times.keys()) starts[number + 1]! += 1;
  for (let n = 0; n < numbers.size; n++) starts[n + 1]! += starts[n]!;
  const places = new Int32Array(starts[numbers.size]!);
  const shares = new Float32Array(places.length);
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
  const cursor = starts.slice();
  counted.forEach(({ times, length }, place) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * length) / mean);
    for (const [number, often] of times) {
      const at = cursor[number]!++;
      places[at] = place;
      shares[at] = (often * (saturation + 1)) / (often + norm);
    }
  });
  const rarity = (number: number) => {
    const holding = starts[number + 1]! - starts[number]!;
    return Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
  };
  const scores = new Float32Array(texts.length);
  const touched = new Int32Array(texts.length);

  return {
    search(text, limit) {
      let count = 0;
      for (const gram of plainGrams(text)) {
        const number = numbers.get(gram);
        if (number === undefined) continue;
        const weight = rarity(number);
        for (let at = starts[number]!; at < starts[number + 1]!; at++) {
          const place = places[at]!;
          if (scores[place] === 0) touched[count++] = place;
          scores[place]! += weight * shares[at]!;
        }
      }
      const best: Found[] = [];
      for (let n = 0; n < count; n++) {
        const place = touched[n]!;
        const score = scores[place]!;
        scores[place] = 0;
        if (best.length === limit && score <= best[limit - 1]!.score) continue;
        if (best.length === limit) best.pop();
        let at = best.length;
        while (at > 0 && best[at - 1]!.score < score) at--;
        best.splice(at, 0, { place, score });
      }
      return best;
    },
    ownScore(text) {
      let sum = 0;
      for (const gram of plainGrams(text)) {
        const number = numbers.get(gram);
        if (number !== undefined) sum += rarity(number);
      }
      return sum;
    },
  };
}
