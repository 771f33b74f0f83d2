import type { AskedQuestion } from '../../core/insights/question-outcome.ts';
import {
  changesOutcome,
  keptQuestion,
  questionOfDecision,
  questionsOfConversation,
  tellingKinds,
} from '../../services/asked-questions.ts';
import type { LogPages } from '../jobs/log-pages.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';
import { cleanBeside } from './clean-beside.ts';

/** Conversations read whole at once, so that a long batch does not hold their events all in memory. */
const atOnce = 50;

/**
 * Keeps what customers ask and what becomes of it. A plain decision is a row by itself; what changes earlier outcomes
 * has its conversation read whole. Reading the log again makes the same rows.
 */
export function collectQuestions(plugs: Plugs, pages: LogPages): LogReader {
  const { knowledge } = plugs.knowledgeBase;
  const beside = cleanBeside();

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

  async function keep(asked: readonly { question: AskedQuestion; of: string }[]): Promise<void> {
    const cleaned = await beside.clean(asked.map(({ question }) => question));
    const rows = cleaned.map((words, place) => {
      const { question, of } = asked[place]!;
      return attempt(
        of,
        () => {
          if ('error' in words) throw new Error(words.error);
          return keptQuestion(question, of, words, knowledge);
        },
        null,
      );
    });
    await plugs.questionTopics.putQuestions(rows.filter((row) => row !== null));
  }

  const reader = followLog(plugs, pages, {
    name: 'insights',
    lock: 4_200_010,
    kinds: tellingKinds,
    async before(events) {
      const whole = [...new Set(events.filter(changesOutcome).map(({ conversationId }) => conversationId))];
      const isWhole = new Set(whole);
      const single = events.flatMap((event) => {
        if (event.kind !== 'decided' || isWhole.has(event.conversationId)) return [];
        const question = attempt(event.conversationId, () => questionOfDecision(event), null);
        return question ? [{ question, of: event.conversationId }] : [];
      });
      await keep(single);
      for (let from = 0; from < whole.length; from += atOnce) {
        const read = await plugs.pastConversations.events(whole.slice(from, from + atOnce));
        await keep(
          [...read].flatMap(([of, all]) =>
            attempt(of, () => questionsOfConversation(all, knowledge), []).map((question) => ({
              question,
              of,
            })),
          ),
        );
      }
    },
  });
  return {
    caughtUp: () => reader.caughtUp(),
    async close() {
      await reader.close();
      await beside.close();
    },
  };
}
