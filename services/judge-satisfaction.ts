import {
  estimateSatisfaction,
  type HeardDialogue,
  type HeardMessage,
} from '../core/perception/satisfaction.ts';
import type { SatisfactionModel } from '../core/perception/satisfaction-model.ts';
import type { SatisfactionView } from '../core/protocol/satisfaction.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { Log } from '../plugs/log.ts';

/** No more of a conversation is judged. */
export const mostEvents = 5_000;
const longestCourse = 30;

/**
 * What the customer said and heard since the conversation was last taken up again, as the estimate reads it. Notes,
 * notices and whatever else the customer does not see as an answer are left out.
 */
export function heardOf(
  events: readonly ConversationEvent[],
): HeardDialogue & { readonly seqs: readonly number[] } {
  const start = events.findLastIndex(({ kind }) => kind === 'reopened');
  const messages: HeardMessage[] = [];
  const seqs: number[] = [];
  let language: Language = 'zh';
  let rating: number | null = null;
  let disposition: HeardDialogue['disposition'] = null;
  const change = (of: number, what: Partial<HeardMessage>) => {
    const place = seqs.lastIndexOf(of);
    if (place >= 0) messages[place] = { ...messages[place]!, ...what };
  };
  events.forEach((event, place) => {
    if (event.kind === 'conversation-opened') language = event.body.language;
    if (place < start) return;
    switch (event.kind) {
      case 'message-received':
        messages.push({ by: 'contact', text: event.body.text });
        seqs.push(event.seq);
        break;
      case 'message-sent':
        messages.push({ by: event.actor.kind === 'agent' ? 'agent' : 'assistant', text: event.body.text });
        seqs.push(event.seq);
        break;
      case 'perceived':
        language = event.body.language;
        change(event.body.of, { perception: event.body });
        break;
      case 'decided': {
        const { of, decision, noProgress, repeated } = event.body;
        change(of, { decision, noProgress, repeated });
        break;
      }
      case 'resolved':
        disposition = event.actor.kind === 'agent' ? event.body.disposition : null;
        break;
      case 'rated':
        rating = event.body.score;
        break;
    }
  });
  return { language, messages, rating, disposition, seqs };
}

/**
 * The estimate of a conversation and how it came to be, message by message. Undefined without a conversation. The
 * learned estimate takes a few milliseconds: between two of them others get their turn.
 */
export async function judgeSatisfaction(
  needs: { readonly log: Pick<Log, 'read'>; readonly satisfactionModel?: SatisfactionModel | undefined },
  conversationId: string,
): Promise<SatisfactionView | undefined> {
  const events = await needs.log.read(conversationId, 0, mostEvents);
  if (events.length === 0) return undefined;
  const { seqs, ...heard } = heardOf(events);
  const places = heard.messages.flatMap(({ by }, place) => (by === 'contact' ? [place] : []));
  const course: SatisfactionView['course'][number][] = [];
  for (const place of places.slice(-longestCourse)) {
    const soFar = { ...heard, rating: null, disposition: null, messages: heard.messages.slice(0, place + 1) };
    const { satisfaction } = estimateSatisfaction(soFar, needs.satisfactionModel);
    course.push({ seq: seqs[place]!, satisfaction });
    await new Promise(setImmediate);
  }
  return { conversationId, ...estimateSatisfaction(heard, needs.satisfactionModel), course };
}
