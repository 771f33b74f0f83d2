import { draftArticle, type Turn } from '../core/knowledge/draft-article.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import { insightDraftText } from '../core/text/insights.ts';
import { noTopic } from '../core/text/no-topic.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** What an article is begun with. */
export interface TopicDraft {
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  /** The answer comes from what an agent said; otherwise it is still to be written. */
  readonly isAnswered: boolean;
}

const mostSimilar = 8;
/** From this confidence on, the nearest article is about the same matter, and its topic fits. */
const sameMatter = 0.4;

/**
 * An article about what many ask: their words as its questions, and as its body what an agent explained in one of the
 * conversations that were solved, the fullest of them. Where nobody solved one yet, the questions and a place for the answer.
 */
export function draftForTopic(
  asked: { readonly name: string; readonly language: Language; readonly examples: readonly string[] },
  conversations: Iterable<readonly ConversationEvent[]>,
  knowledge: Knowledge,
): TopicDraft {
  const { name, language, examples } = asked;
  let body = '';
  for (const events of conversations) {
    const drafted = solvedBy(events)
      ? draftArticle({ turns: turnsOf(events), language, segment: knowledge.segment })
      : null;
    if (drafted?.kind === 'drafted' && drafted.body.length > body.length) body = drafted.body;
  }
  const [nearest] = knowledge.search(name, { languages: [language], limit: 1 });
  return {
    language,
    title: name.slice(0, 300),
    similarQuestions: [...new Set(examples)]
      .filter((text) => text !== name && text.length <= 300)
      .slice(0, mostSimilar),
    body: body || emptyBody(examples.length > 0 ? examples : [name], language),
    topic: nearest && nearest.confidence >= sameMatter ? nearest.passage.topic : noTopic[language],
    isAnswered: body !== '',
  };
}

/** An agent ended it as solved. */
function solvedBy(events: readonly ConversationEvent[]): boolean {
  const resolved = events.findLast(({ kind }) => kind === 'resolved');
  return (
    resolved?.kind === 'resolved' &&
    resolved.actor.kind === 'agent' &&
    (resolved.body.disposition === 'solved' || resolved.body.disposition === 'solved-with-follow-up')
  );
}

function emptyBody(examples: readonly string[], language: Language): string {
  // A quote in a list, without what Markdown would read.
  const quotes = examples.slice(0, mostSimilar).map((text) => `- ${text.replace(/[\\`*_[\]<>#]/g, '\\$&')}`);
  const { asked, answer, toWrite } = insightDraftText;
  return `## ${asked[language]}\n\n${quotes.join('\n')}\n\n## ${answer[language]}\n\n${toWrite[language]}`;
}

function turnsOf(events: readonly ConversationEvent[]): Turn[] {
  return events.flatMap((event): Turn[] => {
    if (event.kind === 'message-received')
      return [{ speaker: 'contact', text: event.body.text, at: event.at }];
    if (event.kind !== 'message-sent') return [];
    const speaker = event.actor.kind === 'agent' ? 'agent' : 'assistant';
    return [{ speaker, text: event.body.text, at: event.at }];
  });
}
