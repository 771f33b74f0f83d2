import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './fill.ts';

test('names are replaced by their values', () => {
  assert.equal(fill('{name} 接手了会话', { name: '王敏' }), '王敏 接手了会话');
});

test('a count chooses singular or plural', () => {
  assert.equal(fill('{count} new {count|message|messages}', { count: 1 }), '1 new message');
  assert.equal(fill('{count} new {count|message|messages}', { count: 3 }), '3 new messages');
});

test('a name without a value stays visible', () => {
  assert.equal(fill('{a} {b}', { a: 1 }), '1 {b}');
});

test('a value that looks like a placeholder is not filled again', () => {
  assert.equal(fill('{a}', { a: '{b}', b: 'x' }), '{b}');
});
