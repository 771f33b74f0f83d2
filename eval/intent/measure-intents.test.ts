import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { examplesOfArticles } from '../../core/perception/article-examples.ts';
import {
  type IntentExample,
  type LearnedIntents,
  readIntents,
} from '../../core/perception/learned-intent.ts';
import { learnIntents, trainIntents } from '../../core/perception/train-intents.ts';
import { loadArticles } from '../../demo/load-articles.ts';
import { loadQuestions, unseenQuestions } from '../../demo/load-questions.ts';

const articles = loadArticles().map((article) => ({ ...article, status: 'published' as const }));
const topics = new Map(articles.map(({ id, topic }) => [id, topic]));
const topicOf = (relevant: readonly string[]) => {
  const found = new Set(relevant.map((id) => topics.get(id)));
  return found.size === 1 ? [...found][0]! : null;
};
/** Questions whose articles stand on one shelf. */
const labelled = (file: string): IntentExample[] =>
  loadQuestions(file).flatMap(({ text, relevant }) => {
    const intent = topicOf(relevant);
    return intent === null ? [] : [{ text, intent }];
  });
const unseenFile = join(import.meta.dirname, '../../demo', unseenQuestions);
const unseen = labelled(unseenFile);
const shareRight = (learned: LearnedIntents) =>
  unseen.filter(({ text, intent }) => learned.of(text).intent === intent).length / unseen.length;
const judged = learnIntents(examplesOfArticles(articles), { version: 'test' });

test('the articles alone teach the topics of the demo shop’s unseen questions', () => {
  const share = shareRight(readIntents(judged.weights));
  assert.ok(share > 0.8, `${share}`);
});

test('fewer than ten examples for each of a hundred narrow matters already name the matter of an unseen question', () => {
  const chinese = articles.filter(({ language }) => language === 'zh');
  const examples = examplesOfArticles(chinese, 'article');
  assert.ok(examples.length < 10 * chinese.length);
  const learned = readIntents(trainIntents(examples, { version: 'test' }));
  const asked = loadQuestions(unseenFile).filter(
    ({ language, relevant }) => language === 'zh' && relevant.length > 0,
  );
  const right = asked.filter(({ text, relevant }) => relevant.includes(learned.of(text).intent));
  assert.ok(right.length / asked.length > 0.7, `${right.length} of ${asked.length}`);
});

test('of the readings with 0.8 four in five are right, within seven points', () => {
  const sure = judged.heldBack.filter(({ probability }) => probability >= 0.7 && probability < 0.9);
  const right = sure.filter(({ example, intent }) => example.intent === intent).length / sure.length;
  const said = sure.reduce((sum, { probability }) => sum + probability, 0) / sure.length;
  assert.ok(sure.length > 50, `${sure.length}`);
  assert.ok(Math.abs(right - said) <= 0.07, `${right} for ${said}`);
});
