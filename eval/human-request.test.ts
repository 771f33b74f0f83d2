import assert from 'node:assert/strict';
import { test } from 'node:test';
import { humanRequestRows, measureHumanRequest } from './human-request.ts';
import { measureRisk, riskRows } from './risk.ts';

/** A little below what was reached. */
test('a wish for a person is heard, and hardly ever where there is none', () => {
  const development = measureHumanRequest(humanRequestRows('development'));
  assert.ok(development.recall >= 96.5 && development.precision >= 98, JSON.stringify(development));
  const frozen = measureHumanRequest(humanRequestRows('frozen'));
  assert.ok(frozen.recall >= 89 && frozen.precision >= 97, JSON.stringify(frozen));
});

test('risks are found, and seldom where there is none', () => {
  const development = measureRisk(riskRows('development'));
  assert.ok(development.recall >= 97 && development.precision >= 97, JSON.stringify(development));
  const frozen = measureRisk(riskRows('frozen'));
  assert.ok(frozen.recall >= 94 && frozen.precision >= 82, JSON.stringify(frozen));
});

test('nothing to get wrong is a full score', () => {
  assert.deepEqual(measureHumanRequest([]), { precision: 100, recall: 100 });
});
