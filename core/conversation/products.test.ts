import assert from 'node:assert/strict';
import { test } from 'node:test';
import { productsOf } from './products.ts';

test('a customer’s products are those that the host vouches for', () => {
  assert.deepEqual(productsOf({ product: '云朵帐篷 2' }), ['云朵帐篷 2']);
  assert.deepEqual(productsOf({ products: '云朵帐篷 2、萤火 Pro, Trail 5，云朵帐篷 2' }), [
    '云朵帐篷 2',
    '萤火 Pro',
    'Trail 5',
  ]);
  assert.deepEqual(productsOf({ tier: 'gold' }), []);
  assert.deepEqual(productsOf({ product: ' ,，' }), []);
});

test('what is too long to be a name is none, and not too many are taken', () => {
  assert.deepEqual(productsOf({ product: 'x'.repeat(61) }), []);
  const many = Array.from({ length: 20 }, (_, place) => `P${place}`).join(',');
  assert.equal(productsOf({ product: many }).length, 10);
});
