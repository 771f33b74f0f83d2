import { setImmediate as breathe } from 'node:timers/promises';
import type { AssistChange } from '../../adapters/store/assist.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { solvedKinds, solvedLesson, solvedRules } from '../../services/assist-lessons.ts';
import type { LogPages } from '../jobs/log-pages.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';

/** Conversations longer than this teach by their beginning only. */
const mostEvents = 5_000;

/**
 * Reads from the log which conversations agents solved, and what helped. Its cursor's name holds the version of the
 * rules: with new rules it reads the log from its start, in the background, and every conversation keeps what the old
 * ones made of it until its turn comes.
 */
export function learnSolved(plugs: Plugs, pages: LogPages): LogReader {
  let changes: AssistChange[] = [];

  async function changeBy(event: ConversationEvent): Promise<AssistChange | undefined> {
    const { conversationId, at } = event;
    if (event.kind === 'reopened') return { kind: 'reopened', conversationId, at };
    if (event.kind === 'rated') return { kind: 'rated', conversationId, at, score: event.body.score };
    if (event.kind !== 'resolved' || event.actor.kind !== 'agent') return undefined;
    const events = await plugs.log.read(conversationId, 0, mostEvents);
    const solved = solvedLesson(event, events, plugs.knowledgeBase.knowledge.segment);
    return solved ? { kind: 'solved', solved } : { kind: 'taught-nothing', conversationId, at };
  }

  return followLog(plugs, pages, {
    name: `solved/${solvedRules}`,
    lock: 4_200_018,
    kinds: solvedKinds,
    async before(events) {
      changes = [];
      for (const event of events) {
        await breathe();
        try {
          const change = await changeBy(event);
          if (change) changes.push(change);
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
      if (changes.length === 0) return;
      plugs.bus.publish({ type: 'assist' });
      await plugs.assistance.follow();
    },
  });
}
