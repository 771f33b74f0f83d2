import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyName } from './use-shortcuts.ts';

const pressed = { key: 'k', code: 'KeyK', metaKey: false, ctrlKey: false, altKey: false, isComposing: false };

test('⌘ and Ctrl are the same modifier', () => {
  assert.equal(keyName({ ...pressed, metaKey: true }), 'mod+k');
  assert.equal(keyName({ ...pressed, ctrlKey: true }), 'mod+k');
});

test('a key that belongs to the input method is no shortcut', () => {
  assert.equal(keyName({ ...pressed, key: 'Enter', isComposing: true }), null);
});

test('Alt with a digit is the digit, whatever the keyboard types for it', () => {
  assert.equal(keyName({ ...pressed, key: '¡', code: 'Digit1', altKey: true }), 'alt+1');
});
