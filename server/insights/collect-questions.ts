import type { ConversationEvent } from '../../core/terms/event.ts';
import {
  changesOutcome,
  type KeptQuestion,
  questionOfDecision,
  questionsOfConversation,
  tellingKinds,
} from '../../services/asked-questions.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';

/** Conversations read whole at once, so that a long batch does not hold their events all in memory. */
const atOnce = 50;

/**
 * Keeps what customers ask and what becomes of it. A plain decision is a row by itself; what changes earlier outcomes
 * has its conversation read whole. Reading the log again makes the same rows.
 */
export function collectQuestions(plugs: Plugs): LogReader {
  const { knowledge } = plugs.knowledgeBase;

  function attempt<T>(conversationId: string, work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      plugs.journal.error('job', 'the questions of a conversation could not be read', error, {
        conversation: conversationId,
      });
      return otherwise;
    }
  }

  return followLog(plugs, {
    name: 'insights',
    lock: 4_200_010,
    kinds: tellingKinds,
    async before(events) {
      const whole = [...new Set(events.filter(changesOutcome).map(({ conversationId }) => conversationId))];
      const isWhole = new Set(whole);
      const rows: KeptQuestion[] = [];
      for (const event of events) {
        if (event.kind !== 'decided' || isWhole.has(event.conversationId)) continue;
        const row = attempt(event.conversationId, () => questionOfDecision(event, knowledge), null);
        if (row) rows.push(row);
      }
      await plugs.insightStore.putQuestions(rows);
      for (let from = 0; from < whole.length; from += atOnce) {
        const read = await plugs.pastConversations.events(whole.slice(from, from + atOnce));
        const questions: KeptQuestion[] = [];
        for (const [id, all] of read as ReadonlyMap<string, ConversationEvent[]>)
          questions.push(...attempt(id, () => questionsOfConversation(all, knowledge), []));
        await plugs.insightStore.putQuestions(questions);
      }
    },
  });
}
