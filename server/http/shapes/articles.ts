import { z } from 'zod';
import type { ArticleList, PublicArticle } from '../../../core/protocol/articles.ts';
import type {
  ArticlePreview,
  JudgedQuestionView,
  PreviewedQuestion,
} from '../../../core/protocol/preview.ts';
import type { ArticleView } from '../../../core/protocol/views.ts';
import type { DictionaryVersion } from '../../../core/terms/dictionary.ts';
import type { PreviewedAnswer } from '../../../core/terms/preview.ts';
import { count, language, list, shapeOf, share, time } from './shape-of.ts';
import { articleStatus, audience, citation, decision, handoffReason, perception } from './terms.ts';

/** The knowledge base as it is read and worked on. */

const id = z.string();

export const publicArticle = shapeOf<PublicArticle>('PublicArticle')(
  z.strictObject({
    id,
    language,
    title: z.string(),
    body: z.string().describe('Markdown'),
    topic: z.string(),
    version: z.int().min(1),
    updatedAt: time,
    effectiveFrom: time.nullable(),
    expiresAt: time.nullable(),
    place: z
      .strictObject({ ordinal: count.nullable(), change: z.enum(['same', 'changed', 'gone']) })
      .optional()
      .describe('where the passage that was asked for stands now'),
  }),
);

export const article = shapeOf<ArticleView>('Article')(
  z.strictObject({
    id,
    language,
    title: z.string(),
    similarQuestions: list(z.string()),
    body: z.string().describe('Markdown; headings cut it into passages'),
    topic: z.string(),
    status: articleStatus,
    version: z.int().min(1),
    translationOf: id.optional(),
    sourceConversationId: id.optional(),
    ownerId: id.nullable().optional(),
    reviewAt: time.nullable().optional(),
    audience: audience.optional().describe('everyone where it is missing'),
    inboxIds: list(id).optional(),
    products: list(z.string()).optional(),
    effectiveFrom: time.nullable().optional(),
    expiresAt: time.nullable().optional(),
    updatedAt: time,
    updatedBy: z.string(),
    publishedAt: time.nullable(),
    citedCount: count.describe('answers that cited it in the last 30 days'),
    isProposed: z.boolean(),
    editions: list(
      z.strictObject({
        version: z.int().min(1),
        effectiveFrom: time.nullable(),
        expiresAt: time.nullable(),
        audience,
      }),
    ).describe('published versions that answer now or later, oldest first'),
    translations: list(
      z.strictObject({
        id,
        language,
        title: z.string(),
        status: articleStatus,
        updatedAt: time,
        isOriginal: z.boolean(),
      }),
    ).optional(),
  }),
);

export const articleList = shapeOf<ArticleList>()(
  z.strictObject({
    articles: list(article),
    total: count.describe('of all that match'),
    topics: list(z.string()),
    products: list(z.string()),
    counts: z.record(articleStatus, count),
    marks: list(z.string()).optional().describe('the sought words as they stand in the titles'),
    meant: z.string().optional().describe('the sought words as they may have been meant'),
  }),
);
export const articleVersions = z.strictObject({ versions: list(article) });
export const savedArticle = z.strictObject({ article });

export const dictionary = shapeOf<DictionaryVersion>('Dictionary')(
  z.strictObject({
    version: count,
    by: z.string(),
    at: time,
    words: list(z.string()),
    synonyms: list(list(z.string())),
  }),
);

/** What the assistant would do with somebody's words. */
export const triedWords = z.strictObject({
  decision,
  confidence: share,
  reasons: list(handoffReason),
  answer: z.strictObject({ text: z.string(), citations: list(citation) }),
  choices: list(z.string()),
  candidates: list(
    z.strictObject({
      article: z.strictObject({ id, title: z.string(), language, ordinal: count }),
      confidence: share,
      excerpt: z.string(),
    }),
  ),
  perception,
});

const previewedAnswer = shapeOf<PreviewedAnswer>('PreviewedAnswer')(
  z.strictObject({
    kind: z.enum(['answer', 'clarify', 'unknown']),
    articleId: id.nullable(),
    title: z.string().nullable(),
    confidence: share,
    text: z.string(),
  }),
);
const verdict = z.enum(['better', 'worse', 'likely-better', 'likely-worse', 'unclear']);

const previewedQuestion = shapeOf<PreviewedQuestion>()(
  z.strictObject({
    text: z.string(),
    language,
    times: count,
    conversationId: z.uuid().nullable(),
    change: z.enum(['gained', 'lost', 'other-article', 'reworded', 'clarified']),
    verdict,
    before: previewedAnswer,
    after: previewedAnswer,
    judged: z.strictObject({ id, articleId: id.nullable() }).nullable(),
  }),
);

export const articlePreview = shapeOf<ArticlePreview>('ArticlePreview')(
  z.strictObject({
    at: time,
    questions: count,
    since: time,
    judged: z.strictObject({ total: count, before: count, after: count }),
    verdicts: z.record(verdict, count),
    meaning: z
      .strictObject({ questions: count, texts: count })
      .nullable()
      .describe('what the embedding model did not tell in time; null where none is asked'),
    changes: list(previewedQuestion),
  }),
);

export const judgedQuestion = shapeOf<JudgedQuestionView>('JudgedQuestion')(
  z.strictObject({
    id,
    text: z.string(),
    articleId: id.nullable().describe('null: nothing should answer it'),
    language,
    title: z.string().nullable(),
    by: z.string(),
    at: time,
  }),
);
export const judgedQuestions = z.strictObject({ questions: list(judgedQuestion) });
