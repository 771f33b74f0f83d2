import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Lock, missingEntries } from '../../cli/complete-lock.ts';
import { forbiddenLicences, isAllowed } from '../../cli/licences.ts';

const nowhere = join(import.meta.dirname, 'nowhere');

test('the lock holds the optional packages of every platform', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as Lock;
  assert.deepEqual(
    missingEntries(lock).map(([place]) => place),
    [],
  );
});

test('an optional package that the lock lacks is named with its platform', () => {
  const lock: Lock = {
    packages: {
      '': {},
      'node_modules/a': {
        dev: true,
        optionalDependencies: { 'a-linux-x64-musl': '1.2.3', nested: '^1.0.0' },
      },
      'node_modules/a/node_modules/nested': { version: '1.0.0' },
    },
  };
  assert.deepEqual(missingEntries(lock), [
    [
      'node_modules/a-linux-x64-musl',
      { version: '1.2.3', cpu: ['x64'], libc: ['musl'], os: ['linux'], dev: true, optional: true },
    ],
  ]);
});

test('a licence that is not allowed is named, and MPL only passes in tools', () => {
  const packages = {
    '': {},
    'node_modules/good': { version: '1.0.0', license: 'MIT' },
    'node_modules/tool': { version: '1.0.0', license: 'MPL-2.0', dev: true },
    'node_modules/part': { version: '1.0.0', license: 'MPL-2.0' },
    'node_modules/bad': { version: '2.0.0', license: 'AGPL-3.0-only', dev: true },
    'node_modules/unknown': { version: '3.0.0' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  };
  assert.deepEqual(forbiddenLicences({ packages }, nowhere), [
    'part 1.0.0: MPL-2.0',
    'bad 2.0.0: AGPL-3.0-only',
    'unknown 3.0.0: no licence named',
  ]);
});

test('of alternatives one licence suffices, of a combination all are needed', () => {
  const allowed = new Set(['MIT', 'Apache-2.0']);
  assert.equal(isAllowed('(GPL-3.0 OR MIT)', allowed), true);
  assert.equal(isAllowed('MIT AND Apache-2.0', allowed), true);
  assert.equal(isAllowed('MIT AND GPL-3.0', allowed), false);
  assert.equal(isAllowed('(MIT AND GPL-3.0) OR GPL-2.0', allowed), false);
  assert.equal(isAllowed('', allowed), false);
});
