import type { ArticleView } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import type { ArticleFields } from '../calls.ts';

/** An article that nobody has written yet, in the reader's language. */
export function blankFields(language: Language): ArticleFields {
  return { language, title: '', similarQuestions: [], body: '', topic: '' };
}

/** What can be edited of a stored article. */
export function fieldsOf(article: ArticleView): ArticleFields {
  const { language, title, similarQuestions, body, topic, translationOf } = article;
  return { language, title, similarQuestions, body, topic, ...(translationOf ? { translationOf } : {}) };
}

/** Whether two sets of fields are the same to their last character. */
export function sameFields(a: ArticleFields, b: ArticleFields): boolean {
  return (
    a.language === b.language &&
    a.title === b.title &&
    a.body === b.body &&
    a.topic === b.topic &&
    (a.translationOf ?? '') === (b.translationOf ?? '') &&
    a.similarQuestions.length === b.similarQuestions.length &&
    a.similarQuestions.every((question, index) => question === b.similarQuestions[index])
  );
}

/** The whole article as lines of text, for comparing versions. */
export function textOf(fields: ArticleFields, language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  return [
    `${knowledgeText.title[language]}${colon}${fields.title}`,
    `${knowledgeText.topic[language]}${colon}${fields.topic}`,
    ...fields.similarQuestions.map((question) => `${knowledgeText.similar[language]}${colon}${question}`),
    '',
    fields.body,
  ].join('\n');
}
