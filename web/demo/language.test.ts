import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageLanguage } from './language.ts';

test('the address decides the language, then the reader’s first known one, then Chinese', () => {
  assert.equal(pageLanguage('?lang=en', ['zh-CN']), 'en');
  assert.equal(pageLanguage('?lang=fr', ['en-US', 'zh']), 'en');
  assert.equal(pageLanguage('', ['fr', 'zh-TW', 'en']), 'zh');
  assert.equal(pageLanguage('', ['fr']), 'zh');
});
