import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPostings, scoresIn } from './postings.ts';

/** What a walk over a term finds: the slots with their places. */
function walked(postings: ReturnType<typeof createPostings>, term: number, slots: number) {
  const scores = new Float32Array(slots);
  const touched = new Int32Array(slots + 1);
  const count = postings.accumulate(term, 1, 2, scoresIn(scores), touched, 0);
  return new Map([...touched.subarray(0, count)].sort((a, b) => a - b).map((slot) => [slot, scores[slot]]));
}

test('lists of any length give back what was added, also after sweeps in the middle of additions', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ add: fc.integer({ min: 1, max: 900 }), term: fc.nat(3) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        doom: fc.array(fc.nat(4_000), { maxLength: 800 }),
        budget: fc.integer({ min: 1, max: 500 }),
      }),
    },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const postings = createPostings();
      const held = Array.from({ length: 4 }, () => new Map<number, number>());
      let nextSlot = 0;
      for (const one of steps) {
        if ('add' in one)
          for (let count = 0; count < one.add; count++) {
            const place = nextSlot % 3 === 0 ? 2 : 1;
            postings.add(one.term, nextSlot, place);
            held[one.term]!.set(nextSlot++, place);
          }
        else {
          const doomed = new Set(one.doom);
          for (let round = 0; !postings.sweep(one.budget, (slot) => doomed.has(slot)); round++)
            assert.ok(round < 9);
          for (const slots of held) for (const slot of doomed) slots.delete(slot);
        }
        for (const [term, slots] of held.entries()) assert.deepEqual(walked(postings, term, nextSlot), slots);
      }
    }),
    { numRuns: 60 },
  );
});

test('scores add up over terms, and a slot is touched once', () => {
  const postings = createPostings();
  for (const term of [0, 1]) for (const slot of [3, 5]) postings.add(term, slot, slot === 3 ? 2 : 1);
  const scores = new Float32Array(6);
  const touched = new Int32Array(7);
  const first = postings.accumulate(0, 1, 2, scoresIn(scores), touched, 0);
  const both = postings.accumulate(1, 10, 20, scoresIn(scores), touched, first);
  assert.deepEqual([both, scores[3], scores[5]], [2, 22, 11]);
  assert.equal(postings.accumulate(99, 1, 2, scoresIn(scores), touched, both), 2);
});
