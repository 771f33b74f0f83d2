import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../core/chance/random.ts';
import { coursesOf } from './courses.ts';
import type { Dialogue, Utterance } from './dialogue.ts';
import { meaningOf } from './meaning.ts';
import { bestThreshold, learnHandoff } from './model.ts';
import { symmetricEigen } from './small-matrix.ts';
import { structureNames, structureOf } from './structure.ts';
import { gramRows } from './word-grams.ts';
import { countWords } from './word-statistics.ts';
import { learnWordVectors } from './word-vectors.ts';

/** Dialogues by chance; a business turn is marked where it says what it said before. */
function dialogues(count: number): Dialogue[] {
  const { next } = createRandom(1, 5);
  return Array.from({ length: count }, (_, n) => {
    const said = new Set<string>();
    const turns = Array.from({ length: 4 + Math.floor(next() * 8) }, (): Utterance => {
      const r = next() < 0.5 ? 'c' : 'b';
      const tok = Array.from({ length: 1 + Math.floor(next() * 3) }, () => Math.floor(next() * 6));
      const y = r === 'b' && said.has(tok.join()) ? 1 : 0;
      if (r === 'b') said.add(tok.join());
      return { r, tok, len: tok.length, y };
    });
    return { id: `shop-${n}`, turns };
  });
}

test('every utterance is described by the turns up to it: what comes later changes nothing', () => {
  const all = dialogues(20);
  const words = countWords(all)(0);
  const vectors = learnWordVectors(
    all.flatMap(({ turns }) => turns.map(({ tok }) => tok)),
    3,
  );
  for (const whole of all) {
    const half = { ...whole, turns: whole.turns.slice(0, 3) };
    assert.deepEqual(structureOf(whole, words).slice(0, 3), structureOf(half, words));
    assert.deepEqual(meaningOf(whole, words, vectors).slice(0, 3), meaningOf(half, words, vectors));
    const views = [
      ['now', 1],
      ['previous-own', 1],
      ['previous-other', 1],
      ['so-far', 1],
    ] as const;
    assert.deepEqual(gramRows(whole, words, views).slice(0, 3), gramRows(half, words, views));
  }
});

test('every number of the structure has a name', () => {
  const all = dialogues(2);
  for (const row of structureOf(all[0]!, countWords(all)(1))) assert.equal(row.length, structureNames.length);
});

test('a policy that follows from repetition is learned, and asks again as it was learned', () => {
  const all = dialogues(160);
  const { probabilities, threshold } = learnHandoff(all.slice(0, 120));
  let right = 0;
  let turns = 0;
  for (const dialogue of all.slice(120))
    probabilities(dialogue).forEach((probability, t) => {
      turns++;
      if ((probability >= threshold ? 1 : 0) === dialogue.turns[t]!.y) right++;
    });
  assert.ok(right / turns > 0.97, `${right / turns}`);
});

test('the threshold lies where F1 is best', () => {
  // At 0.8: 2·1/(1+2); at 0.6: 2·2/(3+2); at 0.5 no more.
  assert.equal(bestThreshold([1, 0, 1, 0], [0.8, 0.7, 0.6, 0.5]), 0.55);
});

test('words that stand beside the same words have vectors alike', () => {
  // 1 and 2 go with 3 and 4; 5 and 6 with 7 and 8.
  const texts = Array.from({ length: 40 }, (_, n) =>
    n % 2 === 0 ? [(n % 4) / 2 + 1, 3, 4] : [((n - 1) % 4) / 2 + 5, 7, 8],
  );
  const vectors = learnWordVectors(texts, 2);
  const cosine = (one: number, other: number) => {
    const [a, b] = [vectors.of(one)!, vectors.of(other)!];
    return (a[0]! * b[0]! + a[1]! * b[1]!) / Math.hypot(...a) / Math.hypot(...b);
  };
  assert.ok(cosine(1, 2) > 0.99);
  assert.ok(Math.abs(cosine(1, 5)) < 0.05);
  assert.equal(vectors.of(99), undefined);
});

test('eigenvalues worked out by hand', () => {
  const { values, vectors } = symmetricEigen([
    [2, 1],
    [1, 2],
  ]);
  assert.ok(Math.abs(values[0]! - 3) < 1e-12 && Math.abs(values[1]! - 1) < 1e-12);
  assert.ok(Math.abs(vectors[0]![0]! - vectors[0]![1]!) < 1e-12);
});

test('a course is what the customer says before an answer, with the mark of both', () => {
  const turn = (r: 'c' | 'b', tok: number[], y: 0 | 1 = 0): Utterance => ({ r, tok, len: tok.length, y });
  const courses = coursesOf({
    id: 'shop-1',
    turns: [
      turn('c', [1, 2]),
      turn('c', [3]),
      turn('b', [7, 8, 9]),
      turn('c', [1, 2, 4]),
      turn('b', [7, 8, 9], 1),
      turn('c', [5]),
    ],
  });
  assert.deepEqual(courses, [
    { course: { messages: 1, words: 3, likeness: 0, isSameAnswer: false, sameAnswers: 0 }, y: 0 },
    { course: { messages: 2, words: 3, likeness: 2 / 3, isSameAnswer: true, sameAnswers: 0 }, y: 1 },
    { course: { messages: 3, words: 1, likeness: 0, isSameAnswer: false, sameAnswers: 1 }, y: 0 },
  ]);
});
