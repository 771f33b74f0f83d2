import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPolicy } from '../core/policy/check-policy.ts';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import { policySchema } from '../server/http/policy-schema.ts';
import { demoPolicy } from './policy.ts';

test('the policies that come along have the shape of one and no problem in them', () => {
  for (const policy of [defaultPolicy, demoPolicy]) {
    assert.deepEqual(policySchema.parse(policy), policy);
    assert.deepEqual(checkPolicy(policy, { isTimeZone: (name) => name === 'Asia/Shanghai' }), []);
  }
});
