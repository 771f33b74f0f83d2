import { previewOf } from './preview.ts';
import type { ConversationState } from './state.ts';

/**
 * What a list says of a conversation in one line: the last words. While the customer waits for a person, the assistant's
 * last words only say that one is coming, the same in every line; what was asked stands there instead.
 */
export function listLine(state: ConversationState): ConversationState['preview'] {
  const { owner, preview, questions } = state;
  const asked = questions.at(-1);
  if (owner.kind !== 'queue' || preview?.by !== 'assistant' || !asked) return preview;
  return { text: previewOf(asked, undefined), by: 'contact', at: preview.at };
}
