import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoContacts } from './contacts.ts';
import { demoOrders } from './orders.ts';
import { demoShop, demoToday } from './shop.ts';

const prices = new Map(demoShop.products.map(({ sku, price }) => [sku, price]));
/** Yuan in whole fen, so that sums compare exactly. */
const fen = (yuan: number) => Math.round(yuan * 100);

test('twelve products have a price and a number each', () => {
  assert.equal(prices.size, 12);
  assert.ok([...prices.values()].every((price) => price > 0));
});

test('every order belongs to a contact and holds products at their price', () => {
  const contacts = new Set(demoContacts.map(({ externalId }) => externalId));
  for (const { number, contactExternalId, items } of demoOrders) {
    assert.ok(contacts.has(contactExternalId), number);
    for (const { sku, unitPrice } of items) assert.equal(unitPrice, prices.get(sku), `${number} ${sku}`);
  }
});

test('the amounts of every order add up', () => {
  for (const { number, items, amounts } of demoOrders) {
    const sum = items.reduce((total, { unitPrice, quantity }) => total + unitPrice * quantity, 0);
    assert.equal(fen(amounts.items), fen(sum), number);
    assert.equal(fen(amounts.paid), fen(amounts.items - amounts.discount + amounts.shipping), number);
  }
});

test('order numbers carry their day, timelines run forward and end before the demo day does', () => {
  assert.equal(new Set(demoOrders.map(({ number }) => number)).size, demoOrders.length);
  for (const { number, placedAt, timeline } of demoOrders) {
    assert.match(number, /^LY\d{8}-\d{4}$/);
    assert.equal(number.slice(2, 10), placedAt.slice(0, 10).replaceAll('-', ''));
    const times = timeline.map(({ at }) => at);
    assert.equal(times[0], placedAt, number);
    assert.deepEqual(times, times.toSorted(), number);
    assert.ok(times.at(-1)! < `${demoToday}T24`, number);
  }
});

test('whatever has left the warehouse has a carrier and a tracking number', () => {
  for (const { number, status, carrier, trackingNumber } of demoOrders) {
    const left = ['shipped', 'delivered', 'completed', 'returning'].includes(status);
    assert.equal(carrier !== undefined && trackingNumber !== undefined, left, number);
  }
});
