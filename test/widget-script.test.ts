import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', 'web', 'widget');

test('the widget is one script of at most 40 kB gzip, styles and texts included', async () => {
  const built = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  assert.deepEqual(
    outputs.map(({ fileName }) => fileName),
    ['tandem.js'],
  );
  const [script] = outputs;
  assert.ok(script?.type === 'chunk');
  const packed = gzipSync(script.code).length;
  assert.ok(packed <= 40 * 1024, `${packed} bytes`);
  for (const forbidden of ['eval(', 'new Function(', 'document.write('])
    assert.ok(!script.code.includes(forbidden), `the script has ${forbidden}`);
});

test('no page of ours writes HTML: what a customer wrote can only become text', () => {
  const web = join(import.meta.dirname, '..', 'web');
  const writers = globSync('**/*.{ts,tsx}', { cwd: web }).filter((file) =>
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write\b|srcdoc/i.test(
      readFileSync(join(web, file), 'utf8'),
    ),
  );
  assert.deepEqual(writers, []);
});
