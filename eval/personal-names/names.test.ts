import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../core/chance/random.ts';
import { personalDataRows } from '../personal-data.ts';
import { namesOf } from './names.ts';

function drawn(part: 'train' | 'test', count: number): Set<string> {
  const random = createRandom(1, 1);
  const names = namesOf(part);
  return new Set(Array.from({ length: count }, () => [names.chinese(random), names.latin(random)]).flat());
}

test('no name of a frozen set is drawn to learn from', () => {
  const frozen = (['frozen', 'frozen-second', 'frozen-third'] as const).flatMap((part) =>
    personalDataRows(part).flatMap(({ text, spans }) =>
      spans.filter(({ kind }) => kind === 'name').map(({ from, to }) => text.slice(from, to)),
    ),
  );
  assert.ok(frozen.length > 300);
  const learned = drawn('train', 20_000);
  assert.deepEqual(
    frozen.filter((name) => learned.has(name)),
    [],
  );
});

test('no name that is asked about was learned from', () => {
  const learned = drawn('train', 20_000);
  const asked = [...drawn('test', 2_000)];
  const both = asked.filter((name) => learned.has(name));
  assert.deepEqual(both, []);
});
