import { cutIntoPassages } from '../../core/knowledge/passages.ts';
import type { EventOf } from '../../core/terms/event.ts';
import { type Lesson, lessonsOf, teachingKinds } from '../../services/examples-from-log.ts';
import { mayTellUseful, usefulArticles } from '../../services/useful-articles.ts';
import type { LogPages } from '../jobs/log-pages.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';

/** As far back as the question before a reply is looked for. */
const mostBefore = 200;
/** Conversations longer than this teach by their beginning only. */
const mostEvents = 5_000;

/**
 * Turns what people put right into rows to learn from, as it happens: corrections, ratings, handoffs that were not needed, and
 * articles that agents put into their replies. Reading the log again from its start makes the same rows, and none that somebody removed.
 */
export function collectExamples(plugs: Plugs, pages: LogPages): LogReader {
  const { knowledge } = plugs.knowledgeBase;
  const needs = {
    similarity: knowledge.similarity,
    async passagesOf(articleId: string) {
      const article = await plugs.articles.find(articleId);
      return article ? cutIntoPassages(article).map(({ text }) => text) : [];
    },
  };

  async function lessons(event: Teaching): Promise<Lesson[]> {
    try {
      if (event.kind === 'message-sent') {
        if (!mayTellUseful(event)) return [];
        const before = await plugs.log.read(
          event.conversationId,
          Math.max(0, event.seq - mostBefore),
          mostBefore,
        );
        return usefulArticles(event, before).map((example) => ({ kind: 'put', example }));
      }
      const events = await plugs.log.read(event.conversationId, 0, mostEvents);
      return await lessonsOf(event, events, needs);
    } catch (error) {
      // A store that is away passes, and the reader comes back; anything else is this conversation's own trouble.
      if ((error as { code?: string }).code !== undefined) throw error;
      plugs.journal.error('job', 'no example could be made of a conversation', error, {
        conversation: event.conversationId,
      });
      return [];
    }
  }

  return followLog(plugs, pages, {
    name: 'examples',
    lock: 4_200_006,
    kinds: [...teachingKinds, 'message-sent'],
    async before(events) {
      for (const event of events) {
        if (!isTeaching(event)) continue;
        for (const lesson of await lessons(event))
          if (lesson.kind === 'put') await plugs.examples.put([lesson.example], plugs.now());
          else await plugs.examples.withdraw(lesson.id);
        if (event.kind === 'perception-corrected' && event.body.what === 'wish')
          await plugs.tellUnderstanding();
      }
    },
  });
}

type Teaching = EventOf<(typeof teachingKinds)[number] | 'message-sent'>;
const isTeaching = (event: { kind: string }): event is Teaching =>
  event.kind === 'message-sent' || (teachingKinds as readonly string[]).includes(event.kind);
