import { isShareable, placeholdersIn, sentencesOf } from '../core/assist/sentences.ts';
import { draftArticle } from '../core/knowledge/draft-article.ts';
import { inProductVoice } from '../core/knowledge/product-voice.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import type { Segment } from '../core/knowledge/terms-of-text.ts';
import { isFailure } from '../core/knowledge/turn-course.ts';
import { isAgentTalk, isInternal, isOnlyThisCase } from '../core/knowledge/turn-words.ts';
import { withoutOwnData } from '../core/knowledge/without-own-data.ts';
import { detectLanguage } from '../core/perception/language.ts';
import type { AssistUse, ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import { sinceOpening, turnsOf } from './turns-of-log.ts';

/** The kinds of events that tell which conversations were solved, and stayed so. */
export const solvedKinds = ['resolved', 'reopened', 'rated'] as const;
/**
 * The version of the rules by which solved conversations teach. MUST be raised when they give other words for the same
 * conversation: all of them are then learned from anew.
 */
export const solvedRules = 2;

/** What a solved conversation teaches: what was asked and what helped, without personal data. */
export interface SolvedLesson {
  readonly conversationId: string;
  readonly inboxId: string;
  readonly language: Language;
  readonly questions: readonly string[];
  readonly worked: string;
  readonly replies: readonly string[];
  readonly agentName: string;
  readonly resolvedAt: number;
}

/** What a reply of an agent teaches. */
export interface ReplyLesson {
  readonly conversationId: string;
  readonly seq: number;
  readonly agentId: string;
  readonly at: number;
  readonly language: Language;
  /** Sentences that a colleague may say, too. */
  readonly sentences: readonly string[];
  /** The reply without personal data. */
  readonly text: string;
  readonly assist: AssistUse | undefined;
}

const mostReplies = 8;
const longestReply = 600;
const longestWorked = 600;
/** Fewer characters than this solve nothing. */
const shortestReply = 8;

/** Undefined where no agent solved it, or where what they wrote helps nobody else. */
export function solvedLesson(
  event: EventOf<'resolved'>,
  events: readonly ConversationEvent[],
  segment: Segment,
): SolvedLesson | undefined {
  const { disposition } = event.body;
  if (event.actor.kind !== 'agent') return undefined;
  if (disposition !== 'solved' && disposition !== 'solved-with-follow-up') return undefined;
  const opened = events[0];
  if (opened?.kind !== 'conversation-opened') return undefined;
  const session = sinceOpening(events.filter(({ seq }) => seq <= event.seq));
  const language = session.findLast((one) => one.kind === 'perceived')?.body.language ?? opened.body.language;
  const drafted = draftArticle({ turns: turnsOf(session), language, segment });
  if (drafted.kind === 'nothing') return undefined;
  const replies = sinceLastFailure(session)
    .flatMap((one) =>
      one.kind === 'message-sent' && one.actor.kind === 'agent' ? [reusable(one.body.text, language)] : [],
    )
    .filter((text) => text.length >= shortestReply)
    .slice(-mostReplies);
  if (replies.length === 0) return undefined;
  return {
    conversationId: event.conversationId,
    inboxId: opened.body.inboxId,
    language,
    questions: [drafted.title, ...drafted.similarQuestions].map(withoutOwnData),
    worked: replies.join('\n').slice(0, longestWorked),
    replies,
    agentName: event.actor.name,
    resolvedAt: event.at,
  };
}

/** What follows the customer's last word that a try did not help: what came before it did not work. */
function sinceLastFailure(session: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const firstReply = session.findIndex((one) => one.kind === 'message-sent' && one.actor.kind === 'agent');
  const failed = session.findLastIndex((one) => one.kind === 'message-received' && isFailure(one.body.text));
  return firstReply >= 0 && failed > firstReply ? session.slice(failed) : session;
}

/**
 * What of a reply may be said to the next customer: not what was done for this one alone or promised on the quiet, nor
 * small talk, nor anything that tells who they are. An order's number leaves its place open.
 */
function reusable(text: string, language: Language): string {
  const kept = sentencesOf(text)
    .filter((sentence) => !isAgentTalk(sentence) && !isOnlyThisCase(sentence) && !isInternal(sentence))
    .map((sentence) => inProductVoice(removePersonalData(sentence, language)))
    .filter((sentence) => sentence !== '')
    .filter((sentence) => placeholdersIn(sentence).every((one) => isOrder(one)));
  return kept.join(language === 'zh' ? '' : ' ').slice(0, longestReply);
}

const isOrder = (placeholder: string) => placeholder === '[订单号]' || placeholder === '[order number]';

/** Undefined for what no agent wrote. */
export function replyLesson(event: EventOf<'message-sent'>): ReplyLesson | undefined {
  if (event.actor.kind !== 'agent') return undefined;
  const language = detectLanguage(event.body.text, 'zh');
  const text = removePersonalData(event.body.text, language).slice(0, longestReply);
  return {
    conversationId: event.conversationId,
    seq: event.seq,
    agentId: event.actor.id,
    at: event.at,
    language,
    sentences: [...new Set(sentencesOf(text).filter(isShareable))],
    text,
    assist: event.body.assist,
  };
}
