import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPerceptionModels } from '../server/models.ts';
import { humanRequestRows, measureHumanRequest } from './human-request.ts';
import { measureRisk, riskRows } from './risk.ts';

const model = loadPerceptionModels((file) => assert.fail(file)).humanRequest;

/** A little below what was reached. */
test('a wish for a person is heard by the rules alone, and hardly ever where there is none', () => {
  const frozen = measureHumanRequest(humanRequestRows('frozen'));
  assert.ok(frozen.recall >= 93 && frozen.precision >= 97, JSON.stringify(frozen));
});

test('with what was learned more wishes are heard that nobody had seen', () => {
  assert.ok(model);
  const unseen = [
    ...humanRequestRows('frozen'),
    ...humanRequestRows('second-author', 'B'),
    ...humanRequestRows('third-author', 'B'),
    ...humanRequestRows('fourth-author', 'B'),
  ];
  const ruled = measureHumanRequest(unseen);
  const learned = measureHumanRequest(unseen, model);
  assert.ok(learned.recall >= ruled.recall + 3, JSON.stringify({ ruled, learned }));
  assert.ok(learned.recall >= 97.5 && learned.precision >= 96.5, JSON.stringify(learned));
});

test('of three authors whose second halves nobody saw the mistakes of, nineteen of twenty messages are told right', () => {
  const fresh = (['fifth-author', 'sixth-author', 'seventh-author'] as const).flatMap((author) =>
    humanRequestRows(author, 'B'),
  );
  const ruled = measureHumanRequest(fresh);
  const learned = measureHumanRequest(fresh, model);
  assert.ok(learned.recall >= ruled.recall + 20, JSON.stringify({ ruled, learned }));
  assert.ok(learned.recall >= 93 && learned.precision >= 94, JSON.stringify(learned));
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
