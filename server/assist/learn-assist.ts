import type { AssistChange } from '../../adapters/store/assist.ts';
import { refOf } from '../../core/assist/ref-of.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { replyLesson } from '../../services/assist-lessons.ts';
import type { LogPages } from '../jobs/log-pages.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';

const forgetEveryMs = 3600_000;

/**
 * Reads from the log what agents wrote, for the help beside conversations. All of it is written in the transaction that moves
 * the cursor, so that every reply counts once; reading the log again from its start makes the same rows.
 */
export function learnAssist(plugs: Plugs, pages: LogPages): LogReader {
  let changes: AssistChange[] = [];
  let forgotten = 0;

  function changeBy(event: ConversationEvent): AssistChange | undefined {
    const lesson = event.kind === 'message-sent' ? replyLesson(event) : undefined;
    if (!lesson) return undefined;
    const { assist, sentences, language, ...reply } = lesson;
    const { agentId, at } = lesson;
    return {
      kind: 'replied',
      reply: {
        ...reply,
        shown: assist?.shown ?? [],
        taken: assist?.taken ?? [],
        edited: assist?.edited ?? null,
      },
      sentences: sentences.map((text) => ({ id: refOf(text), language, text, agentId, at })),
    };
  }

  const reader = followLog(plugs, pages, {
    name: 'assist',
    lock: 4_200_011,
    kinds: ['message-sent'],
    async before(events) {
      changes = [];
      for (const event of events) {
        try {
          const change = changeBy(event);
          if (change) changes.push(change);
        } catch (error) {
          plugs.journal.error('job', 'a reply could not help others', error, {
            conversation: event.conversationId,
          });
        }
      }
    },
    async within(_events, client) {
      for (const change of changes) await plugs.assistStore.put(change, client);
    },
    async after() {
      if (changes.length > 0) {
        plugs.bus.publish({ type: 'assist' });
        await plugs.assistance.follow();
      }
      if (plugs.now() - forgotten < forgetEveryMs) return;
      forgotten = plugs.now();
      await plugs.assistStore.forget(forgotten);
    },
  });
  return reader;
}
