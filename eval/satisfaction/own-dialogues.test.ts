import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateSatisfaction } from '../../core/perception/satisfaction.ts';
import { loadSatisfactionModel } from '../../server/models.ts';
import { heardOwn, ownDialogues } from './own.ts';

const shipped = loadSatisfactionModel((file) => assert.fail(file));

test('at most one own dialogue in twelve of each half and language is judged wrongly, with the weights and without', () => {
  assert.ok(shipped);
  for (const model of [null, shipped])
    for (const half of ['dev', 'frozen'])
      for (const language of ['zh', 'en']) {
        const rows = ownDialogues().filter((row) => row.half === half && row.language === language);
        assert.equal(rows.length, 18);
        const wrong = rows.filter(
          (row) => estimateSatisfaction(heardOwn(row), model).solved >= 0.5 !== row.solved,
        );
        assert.ok(wrong.length <= 1, `${half} ${language}: ${wrong.map(({ id }) => id).join(' ')}`);
      }
});

test('those whose customer is furious are called less satisfied than those whose customer is delighted', () => {
  const mean = (satisfaction: string) => {
    const rows = ownDialogues().filter((row) => row.satisfaction === satisfaction);
    return (
      rows.reduce((sum, row) => sum + estimateSatisfaction(heardOwn(row), shipped).satisfaction, 0) /
      rows.length
    );
  };
  assert.ok(mean('high') > mean('mid') + 0.1);
  assert.ok(mean('mid') > mean('low') + 0.15);
});
