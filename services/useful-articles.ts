import { askedOf } from '../core/assist/asked.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { isFrozen } from '../core/learning/frozen-set.ts';
import { detectLanguage } from '../core/perception/language.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { UsefulSource } from '../core/terms/useful-source.ts';
import type { NewExample } from './examples-from-log.ts';

/** A reply further from what was taken is the agent's own. */
const mostEdited = 0.6;
const asItStood = 0.1;

/** Whether a reply of an agent may say which article was useful. */
export const mayTellUseful = ({ actor, body }: EventOf<'message-sent'>): boolean =>
  actor.kind === 'agent' && (body.assist?.taken.length ?? 0) > 0 && (body.assist?.edited ?? 0) <= mostEdited;

/**
 * The articles that an agent put into a reply, each a row for the order of searches: the customer's words without personal
 * data, the article, and whether it was sent as it stood. `events` are those before the reply, oldest first. The same
 * events give the same rows.
 */
export function usefulArticles(
  reply: EventOf<'message-sent'>,
  events: readonly ConversationEvent[],
): NewExample[] {
  const { assist } = reply.body;
  if (!assist || !mayTellUseful(reply)) return [];
  const { text: asked, of } = askedOf(events.filter(({ seq }) => seq < reply.seq));
  const text = removePersonalData(asked, detectLanguage(asked, 'zh')).replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  const source: UsefulSource = (assist.edited ?? 0) <= asItStood ? 'article-sent' : 'article-edited';
  const articles = new Set(assist.taken.flatMap(({ kind, ref }) => articleIn(kind, ref) ?? []));
  return [...articles].map((articleId) => ({
    id: `useful/${reply.conversationId}/${reply.seq}/${articleId}`,
    model: 'retrieval',
    text,
    label: articleId,
    source,
    conversationId: reply.conversationId,
    seq: of,
    author: reply.actor.kind === 'agent' ? reply.actor.name : '',
    at: reply.at,
    isFrozen: isFrozen(text),
    predicted: null,
  }));
}

/** The article of a piece of help; none where it is the team's own words. See `assist-view.ts` for the references. */
function articleIn(kind: string, ref: string): string | undefined {
  const rest = kind === 'passage' ? ref : /^(?:article|step):(.+)$/s.exec(ref)?.[1];
  const end = rest?.lastIndexOf('#') ?? -1;
  return rest !== undefined && end > 0 ? rest.slice(0, end) : undefined;
}
