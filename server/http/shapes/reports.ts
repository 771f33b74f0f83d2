import { z } from 'zod';
import type { ConfiguredModel, SystemView } from '../../../core/protocol/system.ts';
import type { Overview } from '../../../core/protocol/views.ts';
import { count, list, shapeOf, share, time } from './shape-of.ts';

/** The dashboard, and what an installation runs with. */

const figure = z.number().nullable();

export const overview = shapeOf<Overview>('Overview')(
  z.strictObject({
    from: time,
    to: time,
    figures: list(
      z.strictObject({
        name: z.enum([
          'conversations',
          'containment',
          'resolvedContainment',
          'timeToHuman',
          'timeToHumanP90',
          'aht',
          'fcr',
          'csat',
          'csatResponse',
        ]),
        value: figure,
        previous: figure,
        unit: z.enum(['share', 'milliseconds', 'count']),
        of: count,
      }),
    ),
    days: list(
      z.strictObject({
        day: z.string(),
        conversations: count,
        contained: count,
        handedOver: count,
        csat: share.nullable(),
      }),
    ),
    reasons: list(z.strictObject({ code: z.string(), count })),
  }),
);

const configured = { name: z.string(), host: z.string() };
export const system = shapeOf<SystemView>('System')(
  z.strictObject({
    model: shapeOf<ConfiguredModel>()(z.strictObject(configured)).nullable(),
    embedding: z.strictObject({ ...configured, known: count, awaited: count }).nullable(),
    articles: count.describe('published ones that this server holds'),
  }),
);
