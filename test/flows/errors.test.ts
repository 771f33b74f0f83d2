import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import { errorText } from '../../core/text/errors.ts';
import { languageOf, refusalBody, statusOf } from '../../server/http/refusal.ts';

/** The codes as the type lists them: what is missing at run time would go unnoticed. */
const codes = [
  ...readFileSync(join(import.meta.dirname, '../../core/terms/error-code.ts'), 'utf8').matchAll(
    /\| '([a-z-]+)'/g,
  ),
].map(([, code]) => code as ErrorCode);

test('every code has a status and a helpful sentence in both languages', () => {
  assert.ok(codes.length > 20);
  for (const code of codes) {
    const status = statusOf(code);
    assert.ok(status >= 400 && status < 600, code);
    assert.equal(status >= 500, code === 'internal' || code === 'overloaded', code);
    const { zh, en } = errorText[code];
    assert.match(zh, /\p{Script=Han}{4}/u, code);
    assert.match(zh, /[。！]$/, `${code}: ${zh}`);
    assert.match(en, /^[A-Z].*[.!]$/, `${code}: ${en}`);
    assert.doesNotMatch(`${zh}${en}`, /undefined|null|exception|token|UUID/i, code);
  }
  assert.deepEqual(Object.keys(errorText).sort(), [...codes].sort());
});

test('a refusal speaks the caller’s language, Chinese where it knows none', () => {
  for (const [header, language] of [
    [undefined, 'zh'],
    ['', 'zh'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,en;q=0.8', 'zh'],
    ['fr-FR,en;q=0.5', 'en'],
    ['de', 'zh'],
    ['x'.repeat(5000), 'zh'],
  ] as const)
    assert.equal(languageOf(header), language, header);
  assert.deepEqual(refusalBody('forbidden', 'en'), {
    error: { code: 'forbidden', message: errorText.forbidden.en },
  });
});
