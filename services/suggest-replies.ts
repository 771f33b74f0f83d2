import { citationOf, composeAnswer } from '../core/knowledge/compose-answer.ts';
import type { SuggestedReply } from '../core/protocol/views.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/**
 * Below this a passage would only be noise beside the agent's own thoughts. Confidences are calibrated and share out one
 * question: the second matter of a message often stands at a few hundredths.
 */
const leastConfidence = 0.02;
const mostSuggestions = 3;

/**
 * What the knowledge base can offer an agent for a customer's words, best first, one an article. What is internal is
 * among it and says so.
 */
export function suggestReplies(everyones: Knowledge, text: string, language: Language): SuggestedReply[] {
  if (text.trim() === '') return [];
  const knowledge = everyones.within({ audience: 'staff' });
  const found = knowledge.search(text, { languages: [language], limit: 8 });
  const candidates = found.length > 0 ? found : knowledge.search(text, { limit: 8 });
  const seen = new Set<string>();
  const suggestions: SuggestedReply[] = [];
  for (const candidate of candidates) {
    const { articleId } = candidate.passage;
    if (
      candidate.confidence < leastConfidence ||
      seen.has(articleId) ||
      suggestions.length === mostSuggestions
    )
      continue;
    seen.add(articleId);
    // The opening answers the article's question; a later section alone often begins in the middle of a list.
    const opening = candidates.find(
      ({ passage }) => passage.articleId === articleId && passage.ordinal === 0,
    );
    const chosen = opening ?? candidate;
    const { text: reply } = composeAnswer({ candidate: chosen, language });
    suggestions.push({
      text: reply,
      citation: citationOf(chosen.passage),
      confidence: candidate.confidence,
      ...(chosen.passage.audience === 'staff' ? { audience: 'staff' } : {}),
    });
  }
  return suggestions.sort((one, other) => other.confidence - one.confidence);
}
