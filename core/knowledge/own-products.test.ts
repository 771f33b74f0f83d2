import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Candidate } from './candidates.ts';
import { nothingCovered } from './confidence.ts';
import { bearingOf, ownedThings, ownProducts, ownReason, weighedByOwn } from './own-products.ts';
import { cutIntoPassages } from './passages.ts';
import { anArticle } from './test-articles.ts';

const record = (title: string, status: string, goods: string) => ({
  title,
  facts: [
    { label: '状态', value: status },
    { label: '商品', value: goods },
  ],
});
const products = ['海鸥 X1', '信天翁 Max', '云栖'];
const owned = ownedThings({
  attributes: { device: '海鸥X1 无人艇', tier: 'gold' },
  records: [record('订单 TD20261101', '已签收', '云栖 2 双人帐篷 × 1')],
});

test('what a customer has is their device and what they ordered, unless it was called off', () => {
  assert.deepEqual(
    owned.map(({ of }) => of),
    ['device', '订单 TD20261101'],
  );
  const gone = ['已取消', '已退款', 'Cancelled', 'refunded'].map((status) =>
    record('订单 1', status, '云栖'),
  );
  assert.deepEqual(ownedThings({ attributes: {}, records: gone }), []);
});

test('products of articles are found in what the customer has, however the host writes them', () => {
  assert.deepEqual(
    ownProducts(owned, products, '怎么充电').map(({ product, of }) => `${product} ${of}`),
    ['海鸥 X1 device', '云栖 订单 TD20261101'],
  );
});

test('a question that names an order by its number means what is in it', () => {
  assert.deepEqual(
    ownProducts(owned, products, 'td20261101 这单怎么保养').map(({ product }) => product),
    ['云栖'],
  );
});

test('a question names a product, means what the customer has, or a kind of thing', () => {
  const bearing = (question: string) => bearingOf(question, products, owned);
  assert.equal(bearing('信天翁max怎么充电'), 'named');
  assert.equal(bearing('云栖3多重'), 'named');
  assert.equal(bearing('它怎么充电'), 'meant');
  assert.equal(bearing('我的帐篷杆断了'), 'meant');
  assert.equal(bearing('怎么充电'), 'meant');
  assert.equal(bearing('How do I charge it?'), 'meant');
  assert.equal(bearing('帐篷有哪些'), 'likely');
});

function candidate(id: string, confidence: number, ...own: string[]): Candidate {
  const [passage] = cutIntoPassages(anArticle({ id, products: own }));
  return { passage: passage!, confidence, score: confidence, coverage: nothingCovered, nearestQuestion: '' };
}
const order = (found: readonly Candidate[]) => found.map(({ passage }) => passage.articleId).join(' ');
const own = [{ product: '云栖', of: '订单' }];

test('articles for what the customer has come before those for other products, and all together stay as likely', () => {
  const found = [candidate('other', 0.5, '信天翁 Max'), candidate('own', 0.4, '云栖')];
  const weighed = weighedByOwn(found, own);
  assert.equal(order(weighed), 'own other');
  const sum = weighed.reduce((whole, { confidence }) => whole + confidence, 0);
  assert.ok(Math.abs(sum - 0.9) < 1e-9);
});

test('what is much likelier stays first, and what is for no product is as likely against the own as before', () => {
  assert.equal(
    order(weighedByOwn([candidate('other', 0.9, '信天翁 Max'), candidate('own', 0.05, '云栖')], own)),
    'other own',
  );
  const [general, mine] = weighedByOwn(
    [candidate('general', 0.4), candidate('own', 0.3, '云栖'), candidate('other', 0.2, '信天翁 Max')],
    own,
  );
  assert.ok(Math.abs(general!.confidence / mine!.confidence - 4 / 3) < 1e-9);
  const single = [candidate('other', 0.8, '信天翁 Max')];
  assert.ok(Math.abs(weighedByOwn(single, own)[0]!.confidence - 0.8) < 1e-9);
});

test('the reason is told only where what the customer has spoke for the article', () => {
  const mine = candidate('own', 0.9, '云栖');
  assert.deepEqual(ownReason(mine, '它怎么洗', owned, products), { product: '云栖', of: '订单 TD20261101' });
  assert.equal(ownReason(mine, '云栖怎么洗', owned, products), undefined);
  assert.equal(ownReason(candidate('general', 0.9), '它怎么洗', owned, products), undefined);
  assert.equal(ownReason(mine, '它怎么洗', [], products), undefined);
});
