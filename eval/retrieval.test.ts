import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tunedQuestions, unseenQuestions } from '../demo/load-questions.ts';
import { measureRetrieval } from './retrieval.ts';

/** A little below what was reached: see the section on retrieval in `docs/measurements.md`. */
const bounds = {
  [tunedQuestions]: {
    atLeast: {
      recallAt1: 0.82,
      recallAt3: 0.92,
      answerRecall: 0.63,
      answerPrecision: 0.945,
      clarifiedRight: 0.85,
      reached: 0.86,
      bareClarified: 0.8,
    },
    atMost: { falseAnswers: 0.11, falseClarifications: 0.42 },
  },
  [unseenQuestions]: {
    atLeast: {
      recallAt1: 0.84,
      recallAt3: 0.98,
      answerRecall: 0.62,
      answerPrecision: 0.95,
      clarifiedRight: 0.8,
      reached: 0.85,
      bareClarified: 0.9,
    },
    atMost: { falseAnswers: 0.1, falseClarifications: 0.44 },
  },
} as const;

for (const [set, { atLeast, atMost }] of Object.entries(bounds)) {
  test(`the built-in retrieval does not fall below what it reached on ${set}`, () => {
    const { figures } = measureRetrieval(set);
    const low = Object.entries(atLeast).filter(
      ([name, least]) => figures[name as keyof typeof atLeast] < least,
    );
    const high = Object.entries(atMost).filter(([name, most]) => figures[name as keyof typeof atMost] > most);
    assert.deepEqual([...low, ...high], [], JSON.stringify(figures));
  });
}
