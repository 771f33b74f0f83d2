import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Policy } from '../terms/policy.ts';
import { defaultPolicy } from './default-policy.ts';
import { diffPolicy } from './diff-policy.ts';

const changes = (after: Policy, before: Policy = defaultPolicy) =>
  diffPolicy(before, after).map(({ kind, path }) => `${kind} ${path}`);
const [first, second, third, ...rest] = defaultPolicy.triage;

test('equal policies differ in nothing, whatever the order of their keys', () => {
  const turned = JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(defaultPolicy).toReversed())),
  ) as Policy;
  assert.deepEqual(changes(turned), []);
});

test('a figure is one change with what it was and is', () => {
  const [change] = diffPolicy(defaultPolicy, {
    ...defaultPolicy,
    queues: [{ ...defaultPolicy.queues[0]!, offerMs: 20_000 }],
  });
  assert.deepEqual(change, {
    path: 'queues.default.offerMs',
    section: 'queues',
    name: { zh: '客户服务', en: 'Customer service' },
    kind: 'changed',
    before: 15_000,
    after: 20_000,
  });
});

test('an inserted, a removed and a moved rule are one change each', () => {
  const added = { ...first!, id: 'new' };
  assert.deepEqual(changes({ ...defaultPolicy, triage: [added, ...defaultPolicy.triage] }), [
    'added triage.new',
  ]);
  assert.deepEqual(changes({ ...defaultPolicy, triage: [first!, third!, ...rest] }), [
    `removed triage.${second!.id}`,
  ]);
  assert.deepEqual(changes({ ...defaultPolicy, triage: [second!, third!, ...rest, first!] }), [
    `moved triage.${first!.id}`,
  ]);
});

test('the conditions of a rule are compared as a whole', () => {
  const stricter = { ...first!, when: [...first!.when, { on: 'verified', is: true } as const] };
  assert.deepEqual(changes({ ...defaultPolicy, triage: [stricter, second!, third!, ...rest] }), [
    `changed triage.${first!.id}.when`,
  ]);
});
