import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from './html.ts';

const read = (html: string) => readPage(new TextEncoder().encode(html), undefined);

test('a page whose elements nest a hundred thousand deep is read in time that grows with its length, and keeps its words', () => {
  const deep = (count: number) =>
    `<main><h1>退货</h1>${'<div>'.repeat(count)}七天内可以退货。${'</div>'.repeat(count)}<p>运费由商店承担。</p></main>`;
  const before = process.cpuUsage();
  const { title, markdown } = read(deep(100_000));
  const { user, system } = process.cpuUsage(before);
  assert.equal(title, '退货');
  assert.equal(markdown, '七天内可以退货。\n\n运费由商店承担。');
  assert.ok(user + system < 5_000_000, `${(user + system) / 1000} ms`);
});

test('what no end closes nests nothing: thousands of paragraphs and list items stay what they are', () => {
  const { markdown } = read(
    `<main><h1>清单</h1>${'<p>一段<br>'.repeat(1000)}<ul>${'<li>一项'.repeat(1000)}</ul></main>`,
  );
  assert.equal(markdown.match(/一段/g)?.length, 1000);
  assert.equal(markdown.match(/^[-*] +一项/gm)?.length, 1000);
});

test('a page of nothing but the beginnings of tags is read in time that grows with its length', () => {
  const before = process.cpuUsage();
  assert.doesNotThrow(() => read(`<main>字${'<a "'.repeat(50_000)}`));
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 5_000_000, `${(user + system) / 1000} ms`);
});
