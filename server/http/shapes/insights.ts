import { z } from 'zod';
import type {
  ArticleHealth,
  Demand,
  Example,
  Gap,
  InsightSettings,
  RisingAlert,
} from '../../../core/protocol/insights.ts';
import type { ArticleTrouble } from '../../../core/terms/article-trouble.ts';
import { count, duration, language, list, shapeOf, share, time } from './shape-of.ts';

/** What all conversations say together. */

const text = z.string();
const trend = list(count).describe('oldest first');

const example = shapeOf<Example>('Example')(z.strictObject({ text, conversationId: z.uuid(), at: time }));

const gap = shapeOf<Gap>('Gap')(
  z.strictObject({
    id: z.uuid(),
    language,
    name: text,
    size: count,
    unanswered: count,
    asked: count,
    before: count,
    trend,
    causes: list(
      z.strictObject({
        cause: z.enum([
          'unknown',
          'unclear',
          'asked-again',
          'not-helped',
          'mood-fell',
          'handed-over',
          'low-rating',
          'corrected',
        ]),
        count,
      }),
    ),
    examples: list(example),
    agentMs: duration,
    articleId: text.nullable(),
    draftId: text.nullable(),
  }),
);
export const gaps = z.strictObject({ gaps: list(gap) });
export const begunDraft = z.strictObject({ articleId: text });

const alert = shapeOf<RisingAlert>('RisingAlert')(
  z.strictObject({
    id: z.uuid(),
    name: text,
    language,
    startedAt: time,
    raisedAt: time,
    endedAt: time.nullable(),
    windowMinutes: z.number(),
    count,
    expected: z.number(),
    chancePerWeek: z.number(),
    total: count,
    trend,
    examples: list(example),
    articleId: text.nullable(),
    acknowledgedBy: text.nullable(),
    dismissedBy: text.nullable(),
  }),
);
export const rising = z.strictObject({ alerts: list(alert), watchedSince: time.nullable() });

const demanded = shapeOf<Demand>('Demand')(
  z.strictObject({ key: text, object: text, count, before: count, trend, examples: list(example) }),
);
export const demand = z.strictObject({ demand: list(demanded) });

const trouble = shapeOf<ArticleTrouble>('ArticleTrouble')(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('review-due'), since: time }),
    z.strictObject({ kind: z.literal('expired'), since: time }),
    z.strictObject({ kind: z.literal('date-passed'), date: text, since: time }),
    z.strictObject({ kind: z.literal('matter-moved'), recent: count, before: count, unchangedSince: time }),
    z.strictObject({ kind: z.literal('never-used'), days: z.number() }),
    z.strictObject({
      kind: z.literal('fails'),
      share,
      low: share,
      high: share,
      base: share,
      failed: count,
      answered: count,
      handedOver: count,
      askedAgain: count,
      ratedLow: count,
    }),
    z.strictObject({ kind: z.literal('competes'), with: text, title: text, times: count }),
  ]),
);

const health = shapeOf<ArticleHealth>('ArticleHealth')(
  z.strictObject({
    id: text,
    title: text,
    language,
    answered: count,
    updatedAt: time,
    troubles: list(trouble),
    agentMs: duration,
  }),
);
export const articleHealth = z.strictObject({
  articles: list(health),
  looked: count.describe('published articles that were looked at'),
  base: share.describe('answers that failed, of all'),
});

export const insightSettings = shapeOf<InsightSettings>('InsightSettings')(
  z.strictObject({ hourlyRate: z.number(), currency: text, isAssumed: z.boolean() }),
);
export const dismissed = z.strictObject({ dismissed: z.literal(true) });
export const acknowledged = z.strictObject({ acknowledged: z.literal(true) });
