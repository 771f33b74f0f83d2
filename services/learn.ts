import { draftArticle, type Turn } from '../core/knowledge/draft-article.ts';
import type { ArticleView } from '../core/protocol/views.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { Log } from '../plugs/log.ts';

/** What learning asks of the store of articles. */
export interface Drafts {
  add(
    draft: {
      readonly id: string;
      readonly language: Language;
      readonly title: string;
      readonly similarQuestions: readonly string[];
      readonly body: string;
      readonly topic: string;
      readonly status: 'draft';
      readonly sourceConversationId: string;
    },
    by: string,
    at: number,
  ): Promise<ArticleView | undefined>;
  find(id: string): Promise<ArticleView | undefined>;
}

/** From this confidence on, the nearest article is about the same matter, and its topic fits. */
const sameMatter = 0.4;

/**
 * Drafts an article from a conversation that a human resolved, for a reviewer to judge. A conversation gives at most
 * one draft, however often this is called; one that taught nothing gives none.
 */
export async function learn(
  needs: {
    readonly log: Pick<Log, 'read' | 'state'>;
    readonly articles: Drafts;
    readonly knowledge: Knowledge;
  },
  resolved: EventOf<'resolved'>,
): Promise<ArticleView | undefined> {
  const events = await needs.log.read(resolved.conversationId, 0, 5000);
  const current = sinceOpening(events.filter(({ seq }) => seq <= resolved.seq));
  const language = current.findLast((event) => event.kind === 'perceived')?.body.language ?? 'zh';
  const drafted = draftArticle({ turns: turnsOf(current), language, segment: needs.knowledge.segment });
  if (drafted.kind === 'nothing') return undefined;
  const [nearest] = needs.knowledge
    .within({ audience: 'staff' })
    .search(drafted.title, { languages: [language], limit: 1 });
  return needs.articles.add(
    {
      id: `learned-${resolved.conversationId}`,
      language,
      title: drafted.title,
      similarQuestions: drafted.similarQuestions,
      body: drafted.body,
      topic: nearest && nearest.confidence >= sameMatter ? nearest.passage.topic : 'general',
      status: 'draft',
      sourceConversationId: resolved.conversationId,
    },
    resolved.actor.kind === 'agent' ? resolved.actor.name : 'Tandem',
    resolved.at,
  );
}

/** A reopened conversation is a new matter: only the latest part is what was resolved. */
function sinceOpening(events: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const start = events.findLastIndex(({ kind }) => kind === 'reopened');
  return start < 0 ? events : events.slice(start);
}

function turnsOf(events: readonly ConversationEvent[]): Turn[] {
  return events.flatMap((event): Turn[] => {
    if (event.kind === 'message-received')
      return [{ speaker: 'contact', text: event.body.text, at: event.at }];
    if (event.kind !== 'message-sent') return [];
    return [
      { speaker: event.actor.kind === 'agent' ? 'agent' : 'assistant', text: event.body.text, at: event.at },
    ];
  });
}
