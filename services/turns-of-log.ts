import type { Turn } from '../core/knowledge/draft-article.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';

/** A reopened conversation is a new matter: only the latest part is what was resolved. */
export function sinceOpening(events: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const start = events.findLastIndex(({ kind }) => kind === 'reopened');
  return start < 0 ? events : events.slice(start);
}

/** What was said to one another. Notes of the agents are no part of it, and so of nothing that is made from it. */
export function turnsOf(events: readonly ConversationEvent[]): Turn[] {
  return events.flatMap((event): Turn[] => {
    if (event.kind === 'message-received')
      return [{ speaker: 'contact', text: event.body.text, at: event.at }];
    if (event.kind !== 'message-sent') return [];
    return [
      { speaker: event.actor.kind === 'agent' ? 'agent' : 'assistant', text: event.body.text, at: event.at },
    ];
  });
}

export function languageSpoken(events: readonly ConversationEvent[]): Language {
  return events.findLast((event) => event.kind === 'perceived')?.body.language ?? 'zh';
}
