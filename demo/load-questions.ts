import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/terms/language.ts';

/** A customer's sentence and the articles that answer it; none when the shop's knowledge base cannot. */
export interface DemoQuestion {
  readonly text: string;
  readonly language: Language;
  readonly relevant: readonly string[];
}

/**
 * The demo shop's evaluation questions, one JSON object a line.
 *
 * @throws Error that names the line when one is not a question.
 */
export function loadQuestions(file = join(import.meta.dirname, 'questions.jsonl')): DemoQuestion[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (error) {
      throw new Error(`questions.jsonl:${index + 1}: not JSON`, { cause: error });
    }
    if (!isQuestion(row))
      throw new Error(`questions.jsonl:${index + 1}: expected text, language and relevant`);
    return row;
  });
}

function isQuestion(row: unknown): row is DemoQuestion {
  if (typeof row !== 'object' || row === null) return false;
  const { text, language, relevant } = row as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    text.trim() !== '' &&
    (language === 'zh' || language === 'en') &&
    Array.isArray(relevant) &&
    relevant.every((id) => typeof id === 'string')
  );
}
