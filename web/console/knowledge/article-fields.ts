import type { ArticleView } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import type { ArticleFields } from '../calls.ts';
import { momentOf } from './moment.ts';

/** An article that nobody has written yet, in the reader's language. */
export function blankFields(language: Language): ArticleFields {
  return {
    language,
    title: '',
    similarQuestions: [],
    body: '',
    topic: '',
    audience: 'everyone',
    inboxIds: [],
    products: [],
    effectiveFrom: null,
    expiresAt: null,
    ownerId: null,
    reviewAt: null,
  };
}

/** What can be edited of a stored article. */
export function fieldsOf(article: ArticleView): ArticleFields {
  const { language, title, similarQuestions, body, topic, translationOf } = article;
  return {
    language,
    title,
    similarQuestions,
    body,
    topic,
    ...(translationOf ? { translationOf } : {}),
    audience: article.audience ?? 'everyone',
    inboxIds: article.inboxIds ?? [],
    products: article.products ?? [],
    effectiveFrom: article.effectiveFrom ?? null,
    expiresAt: article.expiresAt ?? null,
    ownerId: article.ownerId ?? null,
    reviewAt: article.reviewAt ?? null,
  };
}

/** Whether two sets of fields are the same to their last character. */
export function sameFields(a: ArticleFields, b: ArticleFields): boolean {
  const names = Object.keys({ ...a, ...b }) as (keyof ArticleFields)[];
  return names.every((name) => JSON.stringify(a[name] ?? '') === JSON.stringify(b[name] ?? ''));
}

/** Names of inboxes and colleagues, for people to read; an id that nobody knows stays an id. */
export interface Names {
  inbox(id: string): string;
  colleague(id: string): string;
}

/** The whole article as lines of text, for comparing versions. What does not narrow it has no line. */
export function textOf(fields: ArticleFields, language: Language, names: Names): string {
  const colon = language === 'zh' ? '：' : ': ';
  const line = (label: { readonly zh: string; readonly en: string }, value: string) =>
    `${label[language]}${colon}${value}`;
  const moment = (label: { readonly zh: string; readonly en: string }, at: number | null) =>
    at === null ? [] : [line(label, momentOf(at, language))];
  return [
    line(knowledgeText.title, fields.title),
    line(knowledgeText.topic, fields.topic),
    ...(fields.audience === 'staff' ? [line(reachText.audience, reachText.staff[language])] : []),
    ...fields.inboxIds.map((id) => line(reachText.inboxes, names.inbox(id))),
    ...fields.products.map((product) => line(reachText.products, product)),
    ...moment(reachText.effectiveFrom, fields.effectiveFrom),
    ...moment(reachText.expiresAt, fields.expiresAt),
    ...(fields.ownerId ? [line(reachText.owner, names.colleague(fields.ownerId))] : []),
    ...moment(reachText.reviewAt, fields.reviewAt),
    ...fields.similarQuestions.map((question) => line(knowledgeText.similar, question)),
    '',
    fields.body,
  ].join('\n');
}
