import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mostQuestionTerms, noPlaces, type QuestionPlaces, setPlaces } from './question-places.ts';

const placeOf = ({ table, mask, terms }: QuestionPlaces, term: number): number => {
  const place = table[term & mask]!;
  return terms[place] === term ? place : 0;
};

const question = fc.uniqueArray(fc.oneof(fc.nat(20_000), fc.nat(0xff_ffff)), {
  maxLength: mostQuestionTerms,
});

test('each term of the latest question has its place, and no other term has one', () => {
  const places = noPlaces();
  fc.assert(
    fc.property(question, fc.array(fc.nat(0xff_ffff)), (asked, others) => {
      setPlaces(
        places,
        asked.map((term) => ({ term })),
      );
      for (const [at, term] of asked.entries()) assert.equal(placeOf(places, term), at + 1);
      for (const term of others) if (!asked.includes(term)) assert.equal(placeOf(places, term), 0);
    }),
  );
});

test('terms that would meet in a small table stand apart in a larger one', () => {
  const places = noPlaces();
  const asked = [0, 4096, 8192, 1 << 23].map((term) => ({ term }));
  setPlaces(places, asked);
  for (const [at, { term }] of asked.entries()) assert.equal(placeOf(places, term), at + 1);
  setPlaces(places, [{ term: 5 }]);
  assert.equal(placeOf(places, 4096), 0);
  assert.equal(places.mask, 4095);
});
