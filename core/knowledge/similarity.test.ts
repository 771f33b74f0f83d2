import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { similarityOf } from './similarity.ts';
import { segmentPairs } from './test-articles.ts';

const similarity = (one: string, other: string) => similarityOf(one, other, segmentPairs);

test('the same question in other words is nearer than another question', () => {
  const same = similarity('退款什么时候到账？', '请问退款多久能到账呀');
  assert.ok(same > 0.4);
  assert.ok(same > similarity('退款什么时候到账？', '怎么修改收货地址') + 0.3);
  assert.ok(similarity('邮费谁出', '运费由谁承担') > 0.3);
  assert.equal(similarity('怎么退货', '怎么退货'), 1);
});

test('similarity is symmetric and between 0 and 1', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const value = similarity(one, other);
      assert.ok(value >= 0 && value <= 1.000001);
      assert.ok(Math.abs(value - similarity(other, one)) < 1e-9);
    }),
  );
});
