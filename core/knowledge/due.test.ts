import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueOf, endsSoonMs } from './due.ts';

const at = 10 * endsSoonMs;
const article = { status: 'published' as const, editions: [{ version: 3 }] };

test('what answers without dates is in force without an end', () => {
  assert.deepEqual(dueOf(article, at), {
    inForce: { version: 3, until: null },
    scheduled: null,
    endsSoon: false,
    reviewDue: false,
  });
});

test('what waits for its day is scheduled, and what it follows is in force until then', () => {
  const editions = [{ version: 3 }, { version: 4, effectiveFrom: at + 5 }];
  const due = dueOf({ ...article, editions }, at);
  assert.deepEqual(due.inForce, { version: 3, until: at + 5 });
  assert.deepEqual(due.scheduled, { version: 4, from: at + 5 });
  assert.equal(due.endsSoon, false, 'the next follows without a gap');
});

test('an end within a week that nothing follows is told', () => {
  const ending = (expiresAt: number) =>
    dueOf({ ...article, editions: [{ version: 3, expiresAt }] }, at).endsSoon;
  assert.equal(ending(at + endsSoonMs), true);
  assert.equal(ending(at + endsSoonMs + 1), false);
});

test('a review is due from its moment on, and never for what is archived', () => {
  assert.equal(dueOf({ ...article, reviewAt: at }, at).reviewDue, true);
  assert.equal(dueOf({ ...article, reviewAt: at + 1 }, at).reviewDue, false);
  assert.equal(dueOf({ ...article, status: 'archived', reviewAt: at }, at).reviewDue, false);
});
