import type { Article } from '../terms/article.ts';
import type { IntentExample } from './learned-intent.ts';

/**
 * What the knowledge base teaches about intents: every published article's title and similar questions, labelled by its
 * topic, or by the article itself (of two translations, by the one that the other was made from).
 */
export const examplesOfArticles = (
  articles: readonly Pick<
    Article,
    'id' | 'topic' | 'title' | 'similarQuestions' | 'status' | 'translationOf'
  >[],
  label: 'topic' | 'article' = 'topic',
): IntentExample[] =>
  articles
    .filter(({ status }) => status === 'published')
    .flatMap(({ id, topic, title, similarQuestions, translationOf }) =>
      [title, ...similarQuestions].map((text) => ({
        text,
        intent: label === 'topic' ? topic : (translationOf ?? id),
      })),
    );
