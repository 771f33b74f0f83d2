import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadArticles } from './load-articles.ts';
import { loadQuestions, unseenQuestions } from './load-questions.ts';
import { readArticle } from './read-article.ts';

const articles = loadArticles();
const questions = loadQuestions();
const unseen = loadQuestions(join(import.meta.dirname, unseenQuestions));
const ids = new Set(articles.map(({ id }) => id));
const ofLanguage = (language: string) => articles.filter((article) => article.language === language);

/** Texts that stand more than once. */
function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

test('the shop has at least 125 Chinese and 45 English articles', () => {
  assert.ok(ofLanguage('zh').length >= 125, `${ofLanguage('zh').length} Chinese`);
  assert.ok(ofLanguage('en').length >= 45, `${ofLanguage('en').length} English`);
});

test('no two articles share an id or a title, and no question leads to two articles', () => {
  assert.deepEqual(repeated(articles.map(({ id }) => id)), []);
  assert.deepEqual(
    repeated(articles.flatMap(({ title, similarQuestions }) => [title, ...similarQuestions])),
    [],
  );
});

test('every English article translates a Chinese one of the same topic', () => {
  const chinese = new Map(ofLanguage('zh').map((article) => [article.id, article]));
  const broken = ofLanguage('en').filter(
    ({ id, topic, translationOf }) =>
      id !== `${translationOf}.en` || chinese.get(translationOf!)?.topic !== topic,
  );
  assert.deepEqual(broken, []);
});

test('every article opens with a paragraph that can be said as the answer', () => {
  const broken = articles.filter(({ body, language }) => {
    const opening = body.split('\n')[0]!;
    const least = language === 'zh' ? 30 : 100;
    return /^(#|\||- |\d+\. )/.test(opening) || opening.length < least || opening.length > 420;
  });
  assert.deepEqual(
    broken.map(({ id }) => id),
    [],
  );
});

test('no article says how to solve what the demo leaves to a human', () => {
  const telling = articles.filter(({ title, body }) => /iOS|蓝牙|配对|bluetooth|pairing/i.test(title + body));
  assert.deepEqual(telling, []);
});

test('at least 260 questions test the assistant, 60 of them English and 60 without an answer', () => {
  assert.ok(questions.length >= 260, `${questions.length}`);
  assert.ok(questions.filter(({ language }) => language === 'en').length >= 60);
  assert.ok(questions.filter(({ relevant }) => relevant.length === 0).length >= 60);
});

test('every question names existing articles, stands once and is copied from no article', () => {
  const all = [...questions, ...unseen];
  assert.deepEqual(
    all.flatMap(({ relevant }) => relevant).filter((id) => !ids.has(id)),
    [],
  );
  assert.deepEqual(repeated(all.map(({ text }) => text)), []);
  const plain = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '');
  const written = new Set(
    articles.flatMap(({ title, similarQuestions }) => [title, ...similarQuestions].map(plain)),
  );
  assert.deepEqual(
    all.filter(({ text, relevant }) => relevant.length > 0 && written.has(plain(text))),
    [],
  );
});

const sound = '---\nid: a-b\ntitle: 标题？\ntopic: orders\nsimilar:\n  - 甲\n  - 乙\n---\n正文';

test('a sound file is read with all its parts', () => {
  assert.deepEqual(readArticle(sound, 'a-b.md', 'zh'), {
    id: 'a-b',
    language: 'zh',
    title: '标题？',
    topic: 'orders',
    similarQuestions: ['甲', '乙'],
    body: '正文',
  });
});

for (const [mistake, text, message] of [
  ['no front matter', '正文', 'a.md:1: the file begins'],
  ['front matter without an end', sound.replace('\n---\n正文', ''), 'a.md:7: a second line'],
  ['an unknown key', sound.replace('title:', 'titel:'), 'a.md:3: unknown key "titel"'],
  ['a key without a value', sound.replace('title: 标题？', 'title:'), 'a.md:3: expected "key: value"'],
  ['a key that stands twice', sound.replace('topic: orders', 'id: c'), 'a.md:4: "id" stands twice'],
  ['a missing title', sound.replace('title: 标题？\n', ''), 'a.md:7: "title" is missing'],
  ['an unknown topic', sound.replace('orders', 'weather'), 'a.md:4: unknown topic "weather"'],
  ['an id that is no slug', sound.replace('a-b', 'A b'), 'a.md:2: "A b" is not a slug'],
  ['too few similar questions', sound.replace('  - 乙\n', ''), 'a.md:5: "similar" holds 2 to 6'],
  ['a list item in the wrong place', sound.replace('topic: orders', '  - 丙'), 'a.md:4: a list item stands'],
  ['an empty body', sound.replace('正文', ' '), 'a.md:9: the body is empty'],
  [
    'a Chinese article with translationOf',
    sound.replace('topic', 'translationOf: x\ntopic'),
    'a.md:4: English',
  ],
] as const) {
  test(`${mistake} is refused with file and line`, () => {
    assert.throws(
      () => readArticle(text, 'a.md', 'zh'),
      (error: Error) => error.message.startsWith(message) || assert.fail(error.message),
    );
  });
}
