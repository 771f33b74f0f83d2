import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPerceptionModels } from '../server/models.ts';
import { humanRequestRows, measureHumanRequest } from './human-request.ts';
import { measureRisk, riskRows } from './risk.ts';

const model = loadPerceptionModels((file) => assert.fail(file)).humanRequest;

/** A little below what was reached. */
test('a wish for a person is heard by the rules alone, and hardly ever where there is none', () => {
  const development = measureHumanRequest(humanRequestRows('development'));
  assert.ok(development.recall >= 90 && development.precision >= 98.5, JSON.stringify(development));
  const frozen = measureHumanRequest(humanRequestRows('frozen'));
  assert.ok(frozen.recall >= 93 && frozen.precision >= 97, JSON.stringify(frozen));
});

test('with what was learned more wishes are heard that nobody had seen', () => {
  assert.ok(model);
  const unseen = [
    ...humanRequestRows('frozen'),
    ...humanRequestRows('second-author', 'B'),
    ...humanRequestRows('third-author', 'B'),
  ];
  const ruled = measureHumanRequest(unseen);
  const learned = measureHumanRequest(unseen, model);
  assert.ok(learned.recall >= ruled.recall + 1.5, JSON.stringify({ ruled, learned }));
  assert.ok(learned.recall >= 96.5 && learned.precision >= 97, JSON.stringify(learned));
});

test('nine of ten hard messages of a fourth author, of whose second half nobody saw the mistakes, are told right', () => {
  const fourth = measureHumanRequest(humanRequestRows('fourth-author', 'B'), model);
  assert.ok(fourth.recall >= 89 && fourth.precision >= 88, JSON.stringify(fourth));
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
