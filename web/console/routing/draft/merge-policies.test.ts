import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../../../core/policy/default-policy.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import type { TriageRule } from '../../../../core/terms/triage.ts';
import { mergePolicies } from './merge-policies.ts';

const rule = (id: string): TriageRule => ({
  id,
  name: { zh: id, en: id },
  enabled: true,
  when: [{ on: 'words', is: [id] }],
  then: [{ do: 'human' }],
});
const base: Policy = { ...defaultPolicy, triage: [rule('a'), rule('b'), rule('c')] };

test('changes of different things come together, inside one queue too', () => {
  const theirs: Policy = { ...base, queues: [{ ...base.queues[0]!, offerMs: 20_000 }] };
  const mine: Policy = {
    ...base,
    queues: [{ ...base.queues[0]!, wrapUpMs: 30_000 }],
    handoff: { ...base.handoff, turns: 9 },
  };
  const { policy, both } = mergePolicies(base, theirs, mine);
  assert.deepEqual(both, []);
  assert.deepEqual(policy.queues[0], { ...base.queues[0]!, offerMs: 20_000, wrapUpMs: 30_000 });
  assert.equal(policy.handoff.turns, 9);
});

test('where both changed the same thing mine stands, and its place is told', () => {
  const theirs: Policy = { ...base, handoff: { ...base.handoff, turns: 5 } };
  const mine: Policy = { ...base, handoff: { ...base.handoff, turns: 9 } };
  const { policy, both } = mergePolicies(base, theirs, mine);
  assert.equal(policy.handoff.turns, 9);
  assert.deepEqual(both, ['handoff.turns']);
});

test('a rule that they added, one that I removed and one that I added are all as wished', () => {
  const theirs: Policy = { ...base, triage: [...base.triage, rule('theirs')] };
  const mine: Policy = { ...base, triage: [rule('a'), rule('mine'), rule('c')] };
  const { policy, both } = mergePolicies(base, theirs, mine);
  assert.deepEqual(
    policy.triage.map(({ id }) => id),
    ['a', 'mine', 'c', 'theirs'],
  );
  assert.deepEqual(both, []);
});

test('what I removed stays removed although they changed it, and the place is told', () => {
  const theirs: Policy = { ...base, triage: [rule('a'), { ...rule('b'), enabled: false }, rule('c')] };
  const mine: Policy = { ...base, triage: [rule('a'), rule('c')] };
  const { policy, both } = mergePolicies(base, theirs, mine);
  assert.deepEqual(
    policy.triage.map(({ id }) => id),
    ['a', 'c'],
  );
  assert.deepEqual(both, ['triage.b']);
});

test('their new order counts where I left mine', () => {
  const theirs: Policy = { ...base, triage: [rule('c'), rule('a'), rule('b')] };
  const mine: Policy = { ...base, triage: [{ ...rule('a'), enabled: false }, rule('b'), rule('c')] };
  const { policy } = mergePolicies(base, theirs, mine);
  assert.deepEqual(
    policy.triage.map(({ id, enabled }) => `${id} ${enabled}`),
    ['c true', 'a false', 'b true'],
  );
});
