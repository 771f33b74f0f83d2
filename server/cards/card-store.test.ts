import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { benchArticles } from '../../bench/articles.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from '../../core/knowledge/index.ts';
import type { KeptCards } from '../../core/knowledge/kept-cards.ts';
import type { Article } from '../../core/terms/article.ts';
import { createKnowledgeBase } from '../knowledge-base.ts';
import { createCardStore } from './card-store.ts';

const folder = await mkdtemp(join(tmpdir(), 'tandem-cards-'));
after(() => rm(folder, { recursive: true, force: true }));
const file = join(folder, 'knowledge-cards.bin');
const never = () => false;
const words = { words: ['山岚帐篷'], synonyms: [] };
const segment = createSegmenter(words);
const errors: unknown[] = [];
const store = createCardStore(folder, (error) => errors.push(error));

const articles = benchArticles(2_300).map(
  ({ id, title, similar, body, topic }): Article => ({
    id,
    language: 'zh',
    title,
    similarQuestions: similar,
    body: `${body}\n\n## 型号 X-9\n\nЁлка 𠮷野 ${id}`,
    topic,
    version: 1,
    status: 'published',
  }),
);
const questions = articles
  .filter((_, place) => place % 23 === 0)
  .flatMap(({ title, similarQuestions }) => [title, `请问${similarQuestions[0]}呢`]);

function indexOf(held: readonly Article[], kept?: KeptCards): KnowledgeIndex {
  const index = createKnowledgeIndex(segment, undefined, { kept });
  for (const article of held) index.add(article);
  return index;
}

const answers = (index: KnowledgeIndex) => questions.map((question) => index.search(question));
const fresh = indexOf(articles);

/** A file as `fresh` writes it, whatever a test before did to it. */
async function kept(): Promise<void> {
  await store.write(words, fresh.cards, never);
  assert.deepEqual(errors, []);
}

test('what was kept is built again without reading a text, and answers the same to the last digit', async () => {
  await kept();
  const filed = await store.read(words);
  assert.ok(filed);
  assert.equal(filed.size, articles.length);
  const again = indexOf(articles, filed);
  assert.equal(again.cards.readAnew, 0);
  assert.ok(again.cards.areTrue);
  assert.deepEqual(answers(again), answers(fresh));
  assert.deepEqual(
    [...again.cards.cards()].map(({ card }) => card),
    [...fresh.cards.cards()].map(({ card }) => card),
  );
});

test('an article that changed meanwhile is read as it is now, in another order and with others gone', async () => {
  await kept();
  const filed = (await store.read(words))!;
  const now = articles
    .toReversed()
    .filter((_, place) => place % 3 !== 0)
    .map((article, place) =>
      place % 10 === 0 ? { ...article, version: 2, body: `${article.body}。现在包邮` } : article,
    );
  const again = indexOf(now, filed);
  assert.equal(again.cards.readAnew, Math.ceil(now.length / 10));
  assert.deepEqual(answers(again), answers(indexOf(now)));
});

test('released cards are no longer there, and what was built of them stays', async () => {
  await kept();
  const filed = (await store.read(words))!;
  const again = indexOf(articles.slice(0, 50), filed);
  filed.release();
  again.add({ ...articles[60]!, id: 'late' });
  assert.equal(again.cards.readAnew, 1);
  assert.deepEqual(again.search(articles[7]!.title)[0]?.passage.articleId, articles[7]!.id);
});

test('words of the house that are others find nothing that was kept', async () => {
  await kept();
  assert.equal(await store.read({ ...words, words: ['山岚'] }), undefined);
  assert.equal(await store.read({ ...words, synonyms: [['甲', '乙']] }), undefined);
  assert.deepEqual(errors, []);
});

test('a file that is torn or turned at any place is told and not used', async () => {
  await kept();
  const whole = await readFile(file);
  for (let tried = 0; tried < 16; tried++) {
    const at = Math.floor((whole.length - 1) * (tried / 15));
    const turned = Buffer.from(whole);
    turned[at]! ^= 1 << (tried % 8);
    for (const bad of [whole.subarray(0, at), turned]) {
      await writeFile(file, bad);
      const before = errors.length;
      assert.equal(await store.read(words), undefined, `${at} of ${whole.length}`);
      assert.equal(errors.length, before + 1);
    }
  }
  await writeFile(file, Buffer.concat([whole, whole.subarray(0, 12)]));
  assert.equal(await store.read(words), undefined);
  errors.length = 0;
});

test('nothing kept is no error', async () => {
  await rm(file);
  assert.equal(await store.read(words), undefined);
  assert.deepEqual(errors, []);
});

test('a writer that is told to stop leaves what was kept before and no part of its own', async () => {
  await kept();
  const before = await stat(file);
  let asked = 0;
  await store.write(words, fresh.cards, () => ++asked > 500);
  assert.deepEqual((await stat(file)).mtimeMs, before.mtimeMs);
  assert.deepEqual(await readdir(folder), ['knowledge-cards.bin']);
});

test('what another process left unfinished goes when it is old, and stays while somebody may be writing it', async () => {
  await kept();
  const part = join(folder, 'knowledge-cards.bin.1.part');
  await copyFile(file, part);
  await kept();
  assert.ok((await readdir(folder)).includes('knowledge-cards.bin.1.part'));
  await utimes(part, 0, 0);
  await kept();
  assert.deepEqual(await readdir(folder), ['knowledge-cards.bin']);
});

test('a process that is killed while it writes, again and again, leaves whole what was kept before', async () => {
  await kept();
  const before = await readFile(file);
  const writer = `
    import { createCardStore } from ${JSON.stringify(new URL('./card-store.ts', import.meta.url).href)};
    const card = Int32Array.from({ length: 400 }, (_, place) => place);
    const shelf = { termParts: 1, termsIn() {}, readAnew: 0, areTrue: true,
      *cards() { process.stdout.write('.'); for (;;) yield { lines: ['x'], cuts: [], card }; } };
    await createCardStore(${JSON.stringify(folder)}, console.error).write({}, shelf, () => false);`;
  for (const ms of [0, 20, 60]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resume) => child.stdout.once('data', resume));
    await new Promise((resume) => setTimeout(resume, ms));
    child.kill('SIGKILL');
    await new Promise((resume) => child.once('exit', resume));
    assert.deepEqual(await readFile(file), before);
  }
  assert.equal((await store.read(words))?.size, articles.length);
});

test('cards that are not what their texts give are found out, and the base is built of the texts', async () => {
  await kept();
  const filed = (await store.read(words))!;
  const lies: KeptCards = {
    of: (...asked) =>
      filed.of(...asked)?.map((number, place, { length }) => (place === length - 1 ? number ^ 1 : number)),
  };
  assert.equal(indexOf(articles.slice(0, 5), lies).cards.areTrue, false);

  const told: unknown[] = [];
  const base = await createKnowledgeBase(
    { changedSince: async (revision) => ({ revision: '1', changed: revision === '0' ? changed : [] }) },
    {
      onError: (error) => told.push(error),
      cards: {
        read: async () => ({ ...lies, size: 1, release: () => undefined }),
        write: async () => undefined,
      },
    },
  );
  assert.equal(told.length, 1);
  assert.deepEqual(base.find(articles[3]!.title, 'zh').articles[0]?.[0]?.nearestQuestion, articles[3]!.title);
});

const changed = articles.map((article) => ({ articleId: article.id, editions: [article] }));

test('a base keeps what it read, and the next one reads nothing of it anew', async () => {
  await rm(file, { force: true });
  let revision = 0;
  const source = {
    changedSince: async (since: string) => ({
      revision: String(revision + 1),
      changed: since === '0' ? changed : [],
    }),
  };
  const first = await createKnowledgeBase(source, { cards: store });
  await until(() => readdir(folder).then((names) => names.includes('knowledge-cards.bin')));
  await first.close();
  const written = await stat(file);
  revision = 5;
  const second = await createKnowledgeBase(source, { cards: store });
  await second.close();
  assert.equal((await stat(file)).mtimeMs, written.mtimeMs);
  for (const question of questions.slice(0, 40))
    assert.deepEqual(second.find(question, 'zh'), first.find(question, 'zh'));
  assert.deepEqual(errors, []);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resume) => setTimeout(resume, 20));
}
