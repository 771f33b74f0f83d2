import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateSatisfaction } from '../../core/perception/satisfaction.ts';
import { heardOwn, ownDialogues } from './own.ts';

test('at most one own dialogue in twelve of each half and language is judged wrongly', () => {
  for (const half of ['dev', 'frozen'])
    for (const language of ['zh', 'en']) {
      const rows = ownDialogues().filter((row) => row.half === half && row.language === language);
      assert.equal(rows.length, 18);
      const wrong = rows.filter((row) => estimateSatisfaction(heardOwn(row)).solved >= 0.5 !== row.solved);
      assert.ok(wrong.length <= 1, `${half} ${language}: ${wrong.map(({ id }) => id).join(' ')}`);
    }
});

test('those whose customer is furious are called less satisfied than those whose customer is delighted', () => {
  const mean = (satisfaction: string) => {
    const rows = ownDialogues().filter((row) => row.satisfaction === satisfaction);
    return rows.reduce((sum, row) => sum + estimateSatisfaction(heardOwn(row)).satisfaction, 0) / rows.length;
  };
  assert.ok(mean('high') > mean('mid') + 0.1);
  assert.ok(mean('mid') > mean('low') + 0.15);
});
