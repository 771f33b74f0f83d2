import { z } from 'zod';
import type { DictionaryVersion } from '../../../core/terms/dictionary.ts';
import { filledText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/articles.ts';

/** As long as the segmenter keeps a word whole. */
const word = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .refine((text) => /^[^\s]{2,20}$/.test(text), 'must be one word of 2 to 20 characters');
const synonyms = z.array(filledText(40)).min(2).max(50);

/** The installation's own words: names that stay whole, and words that mean the same. */
export function dictionaryRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Knowledge'];

  app.get(
    '/api/dictionary',
    {
      config: { action: 'dictionary.read' },
      schema: {
        tags,
        summary: 'The words of this house; version 0 is the empty one',
        response: { 200: shapes.dictionary },
      },
    },
    (): Promise<DictionaryVersion> => plugs.dictionary.latest(),
  );

  app.put(
    '/api/dictionary',
    {
      config: { action: 'dictionary.change', refuses: ['version-conflict'] },
      schema: {
        tags,
        summary: 'Save over a version; every process cuts its texts anew within seconds',
        body: z.object({
          basedOn: z.int().min(0),
          words: z.array(word).max(5_000),
          synonyms: z.array(synonyms).max(2_000),
        }),
        response: { 200: shapes.dictionary },
      },
    },
    async (request): Promise<DictionaryVersion> => {
      const { basedOn, words, synonyms: groups } = request.body;
      const result = await plugs.dictionary.save(
        { words: [...new Set(words)], synonyms: groups.map((group) => [...new Set(group)]) },
        basedOn,
        staffOf(request).name,
        plugs.now(),
      );
      if (result.kind === 'version-conflict')
        throw new Refusal('version-conflict', { dictionary: result.dictionary });
      plugs.bus.publish({ type: 'knowledge' });
      // Saved it is: a process that cannot read the store just now takes the words over with its next look.
      void plugs.knowledgeBase
        .follow()
        .catch((error) => plugs.journal.error('http', 'the words were not taken over at once', error));
      return result.dictionary;
    },
  );
}
