import { stepWord } from '../../../core/knowledge/step-word.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';

/** Shorter pieces occur everywhere ("好的", "thank you") and say nothing about where a text came from. */
const shortestHan = 6;
const shortestLatin = 14;

function tellsItsOrigin(piece: string): boolean {
  return piece.length >= (/\p{Script=Han}/u.test(piece) ? shortestHan : shortestLatin);
}

/** Letters, digits and Han only, in lower case, so that punctuation and layout make no difference. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The `seq` of every message that went into a draft: at least half of it, measured in characters of its sentences,
 * stands in the draft word for word. Very short sentences do not count.
 */
export function usedMessages(events: readonly ConversationEvent[], draft: string): ReadonlySet<number> {
  const haystack = bare(draft);
  const used = new Set<number>();
  for (const event of events) {
    if (event.kind !== 'message-received' && event.kind !== 'message-sent') continue;
    const pieces = event.body.text
      .split(/[。！？!?；;\n]|\.\s|，|,\s/)
      .map((piece) => bare(piece.trim().replace(stepWord, '')))
      .filter(tellsItsOrigin);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const found = pieces.reduce((sum, piece) => sum + (haystack.includes(piece) ? piece.length : 0), 0);
    if (length > 0 && found * 2 >= length) used.add(event.seq);
  }
  return used;
}
