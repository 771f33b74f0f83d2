import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfAnother, modelsAsked, modelsIn } from './models.ts';

const differ = (asked: string, named: string) => isOfAnother(modelsIn(asked), modelsIn(named));

test('a question on one product is not about the next', () => {
  assert.ok(differ('云栖3有多重', '云栖 2 双人帐篷的参数是什么？'));
  assert.ok(differ('How heavy is the Yunqi 3?', 'What are the Yunqi 2 specifications?'));
  assert.ok(differ('双11有什么优惠', '2026年双12 有什么优惠？'));
  assert.ok(differ('暖巢300多重', '暖巢 800 睡袋的参数'));
});

test('the same product, several products and other matters are no contradiction', () => {
  assert.ok(!differ('云栖2多重', '云栖 2 双人帐篷的参数是什么？'));
  assert.ok(!differ('云栖3有多重', '云栖 2 和云栖 3 有什么区别？'));
  assert.ok(!differ('云栖2和云栖3哪个好', '云栖 2 双人帐篷的参数是什么？'));
  assert.ok(!differ('山居4多重', '云栖 2 双人帐篷的参数是什么？'));
  assert.ok(!differ('帐篷多重', '云栖 2 双人帐篷的参数是什么？'));
});

test('customers may spell the number', () => {
  const other = (asked: string) => isOfAnother(modelsAsked(asked), modelsIn('云栖 2 帐篷 Yunqi 2'));
  assert.ok(other('云栖三多重'));
  assert.ok(other('how heavy is the Yunqi Three'));
  assert.ok(!other('云栖二多重'));
  assert.equal(modelsAsked('云栖二天内能到吗').size, 0);
});

test('quantities name nothing', () => {
  const texts = ['满1000减多少', '零下12度能用吗', '身高187cm', '退货7天', '500ml 多久烧开', '重量2.1公斤'];
  for (const text of texts) assert.equal(modelsIn(text).size, 0, text);
});

test('a long text of digits and letters takes linear time', () => {
  const started = performance.now();
  modelsIn('云栖'.repeat(50_000) + '1'.repeat(50_000));
  modelsIn('abc 123 '.repeat(20_000));
  assert.ok(performance.now() - started < 1000);
});
