import { isFrozen, sameTextKey } from '../core/learning/frozen-set.ts';
import type { NewExample } from './examples-from-log.ts';

/** What is asked of an article. */
interface Teaching {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly updatedAt: number;
  readonly updatedBy: string;
}

/**
 * The intents that articles teach: title and similar questions, labelled by the topic. An id says which article and
 * which words, so that a row somebody removed is known again, and changed words make another. Without the removed.
 */
export function knowledgeExamples(articles: readonly Teaching[], removed: ReadonlySet<string>): NewExample[] {
  const examples = new Map<string, NewExample>();
  for (const { id, topic, title, similarQuestions, updatedAt, updatedBy } of articles)
    for (const text of [title, ...similarQuestions]) {
      const key = sameTextKey(text);
      const exampleId = `knowledge/${id}/${key.slice(0, 80)}`;
      if (key === '' || removed.has(exampleId) || examples.has(exampleId)) continue;
      examples.set(exampleId, {
        id: exampleId,
        model: 'intent',
        text,
        label: topic,
        source: 'knowledge',
        conversationId: null,
        seq: null,
        author: updatedBy,
        at: updatedAt,
        isFrozen: isFrozen(text),
        predicted: null,
      });
    }
  return [...examples.values()];
}

/**
 * The rows that a model is made of: of several with the same text the latest counts, and what people said before what
 * articles say. `told` is oldest first.
 */
export function rowsOf(told: readonly NewExample[], fromKnowledge: readonly NewExample[]): NewExample[] {
  const rows = new Map<string, NewExample>();
  for (const example of [...fromKnowledge, ...told]) rows.set(sameTextKey(example.text), example);
  return [...rows.values()];
}
