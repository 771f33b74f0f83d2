import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../../../core/policy/default-policy.ts';
import { readDraft, sameContent } from './draft.ts';
import { freshId, movedTo } from './list-edit.ts';
import { placeOf, problemsAt } from './problems.ts';

test('a kept draft comes back, and what is damaged or of another shape is no draft', () => {
  const draft = { basedOn: 3, policy: defaultPolicy };
  assert.deepEqual(readDraft(JSON.stringify(draft)), draft);
  const { queues: _, ...without } = defaultPolicy;
  for (const text of [
    null,
    '',
    '{',
    'null',
    '[]',
    '{"basedOn":1}',
    JSON.stringify({ basedOn: '1', policy: defaultPolicy }),
    JSON.stringify({ basedOn: 1, policy: without }),
    JSON.stringify({ basedOn: 1, policy: { ...defaultPolicy, triage: {} } }),
  ])
    assert.equal(readDraft(text), null, String(text).slice(0, 40));
});

test('content is the same whatever the order of keys, and an absent value equals an undefined one', () => {
  assert.ok(sameContent({ a: 1, b: { c: [1, 2], d: undefined } }, { b: { c: [1, 2] }, a: 1 }));
  assert.ok(!sameContent({ list: [1, 2] }, { list: [2, 1] }));
});

test('an element moves to its new place and stops at the ends', () => {
  assert.deepEqual(movedTo(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
  assert.deepEqual(movedTo(['a', 'b', 'c'], 2, -4), ['c', 'a', 'b']);
  assert.deepEqual(movedTo(['a', 'b'], 7, 0), ['a', 'b']);
});

test('a fresh id is one that nothing in the list has', () => {
  assert.equal(freshId('queue', [{ id: 'default' }, { id: 'queue-3' }]), 'queue-4');
});

test('a problem is found at its field, under its thing, and on its page', () => {
  const problem = {
    path: 'queues.1.overflow.0.toQueueId',
    code: 'unknown-queue',
    severity: 'error',
    message: '…',
  } as const;
  assert.deepEqual(problemsAt([problem], 'queues.1.overflow.0.toQueueId'), [problem]);
  assert.deepEqual(problemsAt([problem], 'queues.1', true), [problem]);
  assert.deepEqual(problemsAt([problem], 'queues.1'), []);
  // queues.10 does not stand under queues.1.
  assert.deepEqual(problemsAt([{ ...problem, path: 'queues.10.name' }], 'queues.1', true), []);
  assert.deepEqual(placeOf(problem.path), { page: 'queues', part: 'queues', index: 1 });
  assert.deepEqual(placeOf('segments.0.when.2'), { page: 'triage', part: 'segments', index: 0 });
  assert.deepEqual(placeOf('routing.weights'), { page: 'weights', part: 'routing', index: null });
});
