import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endsMessage, tooManyCharacters } from './composing.ts';
import { accentColours, languageOf, personOf, productsOf } from './settings.ts';

test('the language is the one asked for, then the page’s, then the reader’s, then Chinese', () => {
  assert.equal(languageOf('en', 'zh-CN', ['zh']), 'en');
  assert.equal(languageOf('auto', 'zh-Hant-TW', ['en']), 'zh');
  assert.equal(languageOf(undefined, '', ['fr-FR', 'en-GB']), 'en');
  assert.equal(languageOf(undefined, 'ja', ['ja']), 'zh');
});

test('the text on an accent is the one that reads on it', () => {
  assert.equal(accentColours('#ffe14d').onAccent, '#0c1413');
  assert.equal(accentColours('#102a43').onAccent, '#ffffff');
  assert.equal(accentColours('red; background: url(x)').accent, '#0f766e');
});

test('two identities keep their drafts in two drawers, and a broken one in the visitor’s', () => {
  const jwt = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
  assert.equal(personOf(jwt({ sub: '林-1' })), 'contact:林-1');
  assert.notEqual(personOf(jwt({ sub: 'a' })), personOf(jwt({ sub: 'b' })));
  for (const broken of [null, '', 'x', 'x.y.z', jwt({}), jwt({ sub: 7 })])
    assert.equal(personOf(broken), 'visitor');
});

test('Enter sends, but never while an input method composes', () => {
  const enter = {
    key: 'Enter',
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    keyCode: 13,
  };
  assert.equal(endsMessage(enter), true);
  assert.equal(endsMessage({ ...enter, shiftKey: true }), false);
  assert.equal(endsMessage({ ...enter, isComposing: true }), false);
  assert.equal(endsMessage({ ...enter, keyCode: 229 }), false);
  assert.equal(endsMessage({ ...enter, key: 'a' }), false);
});

test('a text is too long by what is over ten thousand characters', () => {
  assert.equal(tooManyCharacters('字'.repeat(10_000)), 0);
  assert.equal(tooManyCharacters('字'.repeat(10_007)), 7);
});

test('the products of a page are one name or several, and what is no name is left out', () => {
  assert.deepEqual(productsOf({ product: ' 云朵帐篷 2 ' }), ['云朵帐篷 2']);
  assert.deepEqual(productsOf({ product: ['A', 'B'] }), ['A', 'B']);
  assert.deepEqual(productsOf({ product: null }), []);
  assert.deepEqual(productsOf({}), []);
  const hostile = ['', 'x'.repeat(61), 7, {}] as unknown as string[];
  assert.deepEqual(productsOf({ product: hostile }), []);
  assert.equal(productsOf({ product: Array(20).fill('A') }).length, 10);
});
