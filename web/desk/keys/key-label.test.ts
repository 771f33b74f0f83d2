import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyLabel } from './key-label.ts';

test('a shortcut is written as the keyboard has it', () => {
  assert.equal(keyLabel('⌘K', true), '⌘K');
  assert.equal(keyLabel('⌘K', false), 'Ctrl+K');
  assert.equal(keyLabel('Alt+1', true), '⌥1');
  assert.equal(keyLabel('J', false), 'J');
});
