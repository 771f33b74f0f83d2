import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyName } from './key-name.ts';

test('a shortcut is written as the keyboard has it', () => {
  assert.equal(keyName('⌘K', true), '⌘K');
  assert.equal(keyName('⌘K', false), 'Ctrl+K');
  assert.equal(keyName('Alt+1', true), '⌥1');
  assert.equal(keyName('J', false), 'J');
});
