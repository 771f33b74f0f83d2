import { z } from 'zod';
import { filledText, language, searchText, uuid } from './inputs.ts';

export const articleParams = z.object({ id: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/) });

const moment = z.int().min(0).max(8_640_000_000_000_000);

/** What an editor writes of an article, whether it is to be saved or only tried. */
export const articleContent = z.object({
  language,
  title: filledText(300),
  similarQuestions: z.array(filledText(300)).max(50),
  body: filledText(50_000),
  topic: filledText(60),
  /** Null takes the link away. */
  translationOf: searchText(100)
    .nullish()
    .transform((id) => id ?? undefined),
  /** `staff` is for colleagues alone. What is left out of the reach stays as it was; null and [] lift it. */
  audience: z.enum(['everyone', 'staff']).optional(),
  inboxIds: z.array(searchText(100)).max(100).optional(),
  products: z.array(filledText(100)).max(100).optional(),
  effectiveFrom: moment.nullish(),
  expiresAt: moment.nullish(),
  ownerId: uuid.nullish(),
  reviewAt: moment.nullish(),
});
