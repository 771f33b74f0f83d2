import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { after, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { ImportFailure } from '../../core/terms/import.ts';
import { readBeside } from '../../server/imports/read-beside.ts';
import { printed, wordDocument } from '../kit/documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-limits-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What becomes of a file that means harm, and how far the memory of this process rose meanwhile, in MB. */
async function read(name: string, bytes: Uint8Array, limits = { readingMs: 30_000, heapMb: 256 }) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const task = {
    kind: 'file',
    path,
    name,
    split: 'whole',
    defaults: { topic: 'general' },
    skip: 0,
    mostRows: 100_000,
  } as const;
  const before = process.memoryUsage().rss;
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  try {
    for await (const message of readBeside(task, limits, new AbortController().signal)) void message;
    return { code: 'read', mb: (most - before) / 2 ** 20, stallMs: delay.max / 1e6 };
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    return { code: error.code, mb: (most - before) / 2 ** 20, stallMs: delay.max / 1e6 };
  } finally {
    clearInterval(look);
    delay.disable();
  }
}

/** A zip in which one entry of blanks unpacks to `megabytes`; `claimed` is the size that it says it has. */
function bomb(entry: string, megabytes: number, claimed = megabytes * 2 ** 20): Buffer {
  const name = Buffer.from(entry);
  const packed = deflateRawSync(Buffer.alloc(megabytes * 2 ** 20, 32), { level: 1 });
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(claimed, 18);
  facts.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
    facts,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test('a document that unpacks to 300 MB is refused before it is unpacked', async () => {
  const bytes = bomb('word/document.xml', 300);
  assert.ok(bytes.length < 2_000_000);
  const { code, mb } = await read('bomb.docx', bytes);
  assert.equal(code, 'unpacks-too-large');
  assert.ok(mb < 150, `${Math.round(mb)} MB`);
});

test('a zip that lies about its size is broken, never large', async () => {
  const bytes = bomb('word/document.xml', 60, 1024);
  const { code, mb } = await read('lie.docx', bytes);
  assert.ok(code === 'file-broken', code);
  assert.ok(mb < 150, `${Math.round(mb)} MB`);
});

test('entities that grow without end are not read', async () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  );
  const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]><w:document xmlns:w="x"><w:body>&l9;</w:body></w:document>`;
  const { code } = await read(
    'laughs.docx',
    wordDocument([{ text: 'x' }], { 'word/document.xml': strToU8(xml) }),
  );
  assert.equal(code, 'file-broken');
});

test('what takes too long is stopped, and the event loop hardly notices', async () => {
  const pages = Array.from({ length: 400 }, () =>
    Array.from({ length: 200 }, (_, at) => ({ text: `第 ${at} 行的字`, x: 40, y: 10 + at * 4, size: 3 })),
  );
  const { code } = await read('slow.pdf', printed(pages), { readingMs: 300, heapMb: 256 });
  assert.equal(code, 'too-much-time');
});

test('what takes too much memory ends its thread and nothing else', async () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => ({ title: `第 ${at} 个问题`, body: '答案' }));
  const { code } = await read('large.json', Buffer.from(JSON.stringify(rows)), {
    readingMs: 60_000,
    heapMb: 32,
  });
  assert.equal(code, 'too-much-memory');
});

test('pages nested without end are read like any other, and PDFs cut in half are told', async () => {
  const deep = Buffer.from(`${'<div>'.repeat(60_000)}签收后七天内可以退货。`);
  assert.equal((await read('deep.html', deep, { readingMs: 20_000, heapMb: 256 })).code, 'read');
  const whole = printed([[{ text: '好', x: 60, y: 100 }]]);
  assert.match((await read('half.pdf', whole.subarray(0, 300))).code, /^(file-broken|no-text)$/);
});
