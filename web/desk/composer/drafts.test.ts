import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from './drafts.ts';

function browser() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('a draft survives a reload, reply, note and whisper apart', () => {
  const storage = browser();
  const before = new Drafts(storage);
  before.set('c', { reply: '您好' });
  before.set('c', { kind: 'note', note: '老客户' });
  assert.deepEqual(new Drafts(storage).get('c'), {
    kind: 'note',
    reply: '您好',
    note: '老客户',
    whisper: '',
    taken: [],
  });
});

test('conversations do not share a draft', () => {
  const all = new Drafts(browser());
  all.set('a', { reply: '甲' });
  assert.equal(all.get('b').reply, '');
});

test('agents on the same machine do not see each other’s drafts', () => {
  const all = new Drafts(browser());
  all.openFor('wang');
  all.set('c', { reply: '您好' });
  all.openFor('chen');
  assert.equal(all.get('c').reply, '');
  all.openFor('wang');
  assert.equal(all.get('c').reply, '您好');
});

test('an emptied draft leaves nothing behind', () => {
  const storage = browser();
  const all = new Drafts(storage);
  all.set('a', { reply: '甲' });
  all.set('a', { reply: '' });
  assert.equal(storage.kept.size, 0);
});

test('what was taken goes with the words: an emptied reply took nothing', () => {
  const all = new Drafts(browser());
  const taken = [{ kind: 'reply', ref: 'r1', text: '甲' }] as const;
  all.set('a', { reply: '甲', taken });
  all.set('a', { note: '乙' });
  assert.deepEqual(all.get('a').taken, taken);
  all.set('a', { reply: ' ' });
  assert.deepEqual(all.get('a').taken, []);
});

test('a storage that refuses keeps the draft in the page', () => {
  const refusing = new Drafts({
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {},
  });
  refusing.set('a', { reply: '甲' });
  assert.equal(refusing.get('a').reply, '甲');
});
