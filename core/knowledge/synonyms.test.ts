import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shippedSynonyms, synonymsWith } from './synonyms.ts';
import { termsOf } from './terms-of-text.ts';

const own = synonymsWith([
  ['理赔', '赔付', 'insurance claim'],
  ['重疾', '大病'],
]);

test('words of one group of the house stand for the same, in either language', () => {
  const [concept] = own.ofHan('理赔').filter((one) => !shippedSynonyms.ofHan('理赔').includes(one));
  assert.ok(concept);
  assert.ok(own.ofHan('怎么赔付').includes(concept));
  assert.ok(
    own.ofStems(['insur', 'claim']).includes(concept) || own.ofStems(['insuranc', 'claim']).includes(concept),
  );
  assert.ok(!own.ofHan('大病').includes(concept));
});

test('what comes along stays as it was', () => {
  for (const text of ['退货运费谁出', '什么时候发货', '帐篷漏水'])
    assert.deepEqual(own.ofHan(text), shippedSynonyms.ofHan(text));
  assert.deepEqual(
    own.ofStems(['refund', 'my', 'order']),
    shippedSynonyms.ofStems(['refund', 'my', 'order']),
  );
});

test('a segmenter without words of the house reads as before, one with them finds the concept', () => {
  const plain = Object.assign((text: string) => [text]);
  const told = Object.assign((text: string) => [text], { synonyms: own });
  assert.deepEqual(termsOf('退货运费', plain), termsOf('退货运费', told));
  assert.notDeepEqual([...termsOf('大病', plain)], [...termsOf('大病', told)]);
});
