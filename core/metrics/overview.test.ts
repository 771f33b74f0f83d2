import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversation, day, handedOver, hour, minute, monday } from './facts-by-hand.ts';
import { overview } from './overview.ts';

const week = { from: monday, to: monday + 7 * day, utcOffsetMinutes: 480 };
const figure = (result: ReturnType<typeof overview>, name: string) => {
  const { value, previous, of } = result.figures.find((one) => one.name === name)!;
  return { value, previous, of };
};

const all = [
  conversation({ id: 'last week', openedAt: monday - day, rating: 2 }),
  conversation({ id: 'last week too', openedAt: monday - 2 * day }),
  conversation({ id: 'a', rating: 5 }),
  conversation({ id: 'b', contactId: 'lin', openedAt: monday + 6 * day }),
  handedOver({ id: 'c', openedAt: monday + day, rating: 3 }, 3 * minute),
  conversation({ id: 'd', openedAt: monday + day + hour, resolution: null }),
  conversation({ id: 'next week', contactId: 'lin', openedAt: monday + 8 * day }),
];

test('the figures of a week are those of the conversations opened in it', () => {
  const result = overview(all, week);
  assert.deepEqual(figure(result, 'conversations'), { value: 4, previous: 2, of: 4 });
  assert.deepEqual(figure(result, 'containment'), { value: 2 / 3, previous: 1, of: 3 });
  assert.deepEqual(figure(result, 'timeToHuman'), { value: 3 * minute, previous: null, of: 1 });
  assert.deepEqual(figure(result, 'timeToHumanP90'), { value: 3 * minute, previous: null, of: 1 });
  assert.deepEqual(figure(result, 'aht'), { value: 4 * minute, previous: null, of: 1 });
  assert.deepEqual(figure(result, 'csat'), { value: 0.5, previous: 0, of: 2 });
  assert.deepEqual(figure(result, 'csatResponse'), { value: 2 / 3, previous: 0.5, of: 3 });
});

test('a customer who came back after the period spoils its resolved containment', () => {
  assert.deepEqual(figure(overview(all, week), 'resolvedContainment'), {
    value: 1 / 3,
    previous: 0.5,
    of: 3,
  });
  assert.deepEqual(figure(overview(all.slice(0, -1), week), 'resolvedContainment').value, 2 / 3);
  assert.deepEqual(figure(overview(all, week), 'fcr'), { value: 2 / 3, previous: 1, of: 3 });
});

test('every day of the period stands there, quiet ones too', () => {
  const { days } = overview(all, week);
  assert.deepEqual(
    days.map((one) => one.day),
    ['02', '03', '04', '05', '06', '07', '08'].map((date) => `2026-11-${date}`),
  );
  assert.deepEqual(days[0], { day: '2026-11-02', conversations: 1, contained: 1, handedOver: 0, csat: 1 });
  assert.deepEqual(days[1], { day: '2026-11-03', conversations: 2, contained: 0, handedOver: 1, csat: 0 });
  assert.deepEqual(days[2], { day: '2026-11-04', conversations: 0, contained: 0, handedOver: 0, csat: null });
});

test('a conversation at the very start belongs to the period, one at its end to the next', () => {
  const edges = [
    conversation({ id: 'start', openedAt: week.from }),
    conversation({ id: 'end', openedAt: week.to }),
  ];
  assert.deepEqual(figure(overview(edges, week), 'conversations'), { value: 1, previous: 0, of: 1 });
});

test('reasons are counted once a conversation, the most frequent first', () => {
  const reasons = overview(
    [
      handedOver({ id: 'a', handoff: { at: 0, reasons: ['anger', 'no-progress', 'anger'] } }),
      handedOver({ id: 'b', handoff: { at: 0, reasons: ['no-progress'] } }),
      handedOver({ id: 'c', handoff: { at: 0, reasons: ['anger', 'customer-asked', 'no-progress'] } }),
      handedOver({ id: 'before', openedAt: monday - day }),
    ],
    week,
  ).reasons;
  assert.deepEqual(reasons, [
    { code: 'no-progress', count: 3 },
    { code: 'anger', count: 2 },
    { code: 'customer-asked', count: 1 },
  ]);
});

test('with no conversation at all every rate is null and only the count is zero', () => {
  const { figures, reasons } = overview([], week);
  assert.deepEqual(
    figures.filter((one) => one.value !== null).map((one) => [one.name, one.value]),
    [['conversations', 0]],
  );
  assert.deepEqual(reasons, []);
});

test('ten thousand conversations of three thousand contacts take well under a second', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    conversation({
      id: String(index),
      contactId: String(index % 3_000),
      openedAt: monday + (index % 10_080) * minute,
    }),
  );
  const start = performance.now();
  overview(many, week);
  assert.ok(performance.now() - start < 1_000);
});
