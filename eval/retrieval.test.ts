import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureRetrieval } from './retrieval.ts';

test('the built-in retrieval does not fall below what it reached on the demo questions', () => {
  const { figures } = measureRetrieval();
  const floors = {
    recallAt1: 0.74,
    recallAt3: 0.87,
    answerRecall: 0.49,
    answerPrecision: 0.92,
    clarifiedRight: 0.7,
  };
  const broken = Object.entries(floors).filter(
    ([name, floor]) => figures[name as keyof typeof floors] < floor,
  );
  assert.deepEqual(broken, [], JSON.stringify(figures));
  assert.ok(
    figures.falseAnswers <= 0.1,
    `${figures.falseAnswers} of the unanswerable questions were answered`,
  );
});
