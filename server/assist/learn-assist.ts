import type { AssistChange } from '../../adapters/store/assist.ts';
import { refOf } from '../../core/assist/ref-of.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { assistKinds, replyLesson, solvedLesson } from '../../services/assist-lessons.ts';
import type { LogPages } from '../jobs/log-pages.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';

/** Conversations longer than this teach by their beginning only. */
const mostEvents = 5_000;
const forgetEveryMs = 3600_000;

/**
 * Reads from the log what the help beside conversations is made of. All of it is written in the transaction that moves
 * the cursor, so that every reply counts once; reading the log again from its start makes the same rows.
 */
export function learnAssist(plugs: Plugs, pages: LogPages): LogReader {
  let changes: AssistChange[] = [];
  let forgotten = 0;

  async function changesBy(event: ConversationEvent): Promise<AssistChange[]> {
    const { conversationId } = event;
    switch (event.kind) {
      case 'resolved': {
        if (event.actor.kind !== 'agent') return [];
        const events = await plugs.log.read(conversationId, 0, mostEvents);
        const solved = solvedLesson(event, events, plugs.knowledgeBase.knowledge.segment);
        return solved ? [{ kind: 'solved', solved }] : [];
      }
      case 'reopened':
        return [{ kind: 'reopened', conversationId }];
      case 'rated':
        return [{ kind: 'rated', conversationId, score: event.body.score }];
      case 'message-sent': {
        const lesson = replyLesson(event);
        if (!lesson) return [];
        const { assist, sentences, language, ...reply } = lesson;
        const { agentId, at } = lesson;
        return [
          {
            kind: 'replied',
            reply: {
              ...reply,
              shown: assist?.shown ?? [],
              taken: assist?.taken ?? [],
              edited: assist?.edited ?? null,
            },
            sentences: sentences.map((text) => ({ id: refOf(text), language, text, agentId, at })),
          },
        ];
      }
      default:
        return [];
    }
  }

  const reader = followLog(plugs, pages, {
    name: 'assist',
    lock: 4_200_011,
    kinds: assistKinds,
    async before(events) {
      changes = [];
      for (const event of events) {
        try {
          changes.push(...(await changesBy(event)));
        } catch (error) {
          // A store that is away passes, and the reader comes back; anything else is this conversation's own trouble.
          if ((error as { code?: string }).code !== undefined) throw error;
          plugs.journal.error('job', 'a conversation could not help others', error, {
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
