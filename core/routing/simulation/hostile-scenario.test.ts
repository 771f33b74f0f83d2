import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../policy/default-policy.ts';
import { readScenario } from './read-scenario.ts';

const pathsOf = (scenario: unknown): string[] => {
  const read = readScenario(scenario, defaultPolicy);
  assert.ok('problems' in read);
  return read.problems.map(({ path }) => path);
};

test('groups of agents that would not fit into memory are refused and never written out', () => {
  const agents = Array.from({ length: 1500 }, () => ({ id: 'a', count: 2000, shifts: [] }));
  assert.ok(pathsOf({ agents }).includes('agents'));
});

test('a list of more entries than a day can have is refused as a whole', () => {
  const contacts = Array.from({ length: 50_000 }, () => ({ id: 'a' }));
  const started = performance.now();
  assert.ok(pathsOf({ contacts }).includes('contacts'));
  assert.ok(performance.now() - started < 2000);
});
