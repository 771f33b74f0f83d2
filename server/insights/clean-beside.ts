import type { AskedQuestion } from '../../core/insights/question-outcome.ts';
import type { CleanWords } from '../../services/asked-questions.ts';
import { type StandingThread, standingThread } from '../threads/standing-thread.ts';

type Words = Pick<AskedQuestion, 'text' | 'language'>;

export interface CleanTask {
  readonly number: number;
  readonly questions: readonly Words[];
}

/** As many as there were questions, in their order: what was cleaned, or why it could not be. */
export type CleanAnswer = readonly (CleanWords | { readonly error: string })[];

/** A thousand questions take a twentieth of a second; longer, and the thread hangs. */
const limitMs = 60_000;

/**
 * Cleans the words of questions beside the server: under load every message leaves a question to be kept, and the rules
 * for personal data cost as much as understanding it did. The thread starts with the first question.
 */
export function cleanBeside() {
  let thread: StandingThread<CleanTask, CleanAnswer> | undefined;
  return {
    /** Rejects when the thread fails; the next call starts another. */
    async clean(questions: readonly Words[]): Promise<CleanAnswer> {
      if (questions.length === 0) return [];
      if (!thread || thread.isGone)
        thread = standingThread(new URL('./clean-worker.ts', import.meta.url), undefined, {
          limitMs,
          heapMb: 128,
        });
      const words = questions.map(({ text, language }) => ({ text, language }));
      return await thread.ask((number) => ({ number, questions: words }));
    },
    close: async () => thread?.end('the server is closing'),
  };
}
