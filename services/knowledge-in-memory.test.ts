import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchOptions } from '../core/knowledge/index.ts';
import { knowledgeInMemory } from './knowledge-in-memory.ts';

/** Keeps what the index was asked. */
function recorded(now: () => number = () => 7) {
  const asked: (SearchOptions | undefined)[] = [];
  const index = {
    search(_text: string, options?: SearchOptions) {
      asked.push(options);
      return [];
    },
    products: [],
    respell: () => undefined,
  };
  return { knowledge: knowledgeInMemory(index, () => [], now), asked };
}

test('a search is about now and for everyone unless somebody says otherwise', () => {
  let now = 7;
  const { knowledge, asked } = recorded(() => now);
  knowledge.search('退货');
  now = 8;
  knowledge.search('退货', { limit: 2, at: 3, audience: 'staff' });
  knowledge.search('退货', { at: undefined, audience: undefined });
  assert.deepEqual(asked, [
    { at: 7, audience: 'everyone' },
    { at: 3, audience: 'staff', limit: 2 },
    { at: 8, audience: 'everyone' },
  ]);
});

test('narrowing adds up, and what is left out or undefined does not widen it', () => {
  const { knowledge, asked } = recorded();
  const narrow = knowledge.within({ inboxId: 'web' }).within({ audience: 'staff', inboxId: undefined });
  narrow.search('退货', { inboxId: undefined, products: ['云栖'], languages: ['zh'] });
  narrow.within({ inboxId: 'app' }).search('退货');
  knowledge.search('退货');
  assert.deepEqual(asked, [
    { at: 7, audience: 'staff', inboxId: 'web', products: ['云栖'], languages: ['zh'] },
    { at: 7, audience: 'staff', inboxId: 'app' },
    { at: 7, audience: 'everyone' },
  ]);
});
