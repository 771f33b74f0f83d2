import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language } from '../core/terms/language.ts';

/** A customer's sentence and the articles that answer it; none when the shop's knowledge base cannot. */
export interface DemoQuestion {
  readonly text: string;
  readonly language: Language;
  readonly relevant: readonly string[];
  /** A bare word that fits many articles: the assistant is to ask back. */
  readonly expect?: 'clarify';
}

/** The questions that weights and thresholds are fitted on. */
export const tunedQuestions = 'questions.jsonl';
/** Held out: measured, never tuned on, so that its figures tell what new customers meet. */
export const unseenQuestions = 'questions-unseen.jsonl';

/**
 * The demo shop's evaluation questions, one JSON object a line. `file` is a path.
 *
 * @throws Error that names the line when one is not a question.
 */
export function loadQuestions(file = join(import.meta.dirname, tunedQuestions)): DemoQuestion[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (error) {
      throw new Error(`${basename(file)}:${index + 1}: not JSON`, { cause: error });
    }
    if (!isQuestion(row))
      throw new Error(`${basename(file)}:${index + 1}: expected text, language and relevant`);
    return row;
  });
}

function isQuestion(row: unknown): row is DemoQuestion {
  if (typeof row !== 'object' || row === null) return false;
  const { text, language, relevant, expect } = row as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    text.trim() !== '' &&
    (language === 'zh' || language === 'en') &&
    (expect === undefined || expect === 'clarify') &&
    Array.isArray(relevant) &&
    relevant.every((id) => typeof id === 'string')
  );
}
