/** Cleans the words of questions on a thread of its own. Messages: see `clean-beside.ts`. */
import { parentPort } from 'node:worker_threads';
import { cleanWords } from '../../services/asked-questions.ts';
import type { CleanAnswer, CleanTask } from './clean-beside.ts';

parentPort?.on('message', ({ number, questions }: CleanTask) => {
  const answer: CleanAnswer = questions.map((question) => {
    try {
      return cleanWords(question);
    } catch (error) {
      return { error: (error as Error).message };
    }
  });
  parentPort?.postMessage({ number, answer });
});
