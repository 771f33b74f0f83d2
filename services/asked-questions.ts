import { type Wish, wishIn } from '../core/insights/latent-demand.ts';
import { type AskedQuestion, questionsOf } from '../core/insights/question-outcome.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { withoutOwnData } from '../core/knowledge/without-own-data.ts';
import { detectLanguage } from '../core/perception/language.ts';
import type { ConversationEvent, EventKind, EventOf } from '../core/terms/event.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** A question without personal data, and what is wanted in it that no article offers. */
export interface KeptQuestion extends AskedQuestion {
  readonly conversationId: string;
  readonly wantedKey: string | null;
  readonly wanted: string | null;
}

/** The kinds of events that tell of questions, for whoever reads the log. */
export const tellingKinds = [
  'decided',
  'handoff-requested',
  'assigned',
  'resolved',
  'returned-to-assistant',
  'rated',
  'perception-corrected',
] as const satisfies readonly EventKind[];

const longestText = 500;
/** An article that holds so much of what is asked for offers it, or says that it is not offered. */
const offered = 0.9;

/** Whether what became of earlier questions may have changed, so that the conversation is to be read whole. */
export function changesOutcome(event: ConversationEvent): boolean {
  if (event.kind !== 'decided') return (tellingKinds as readonly string[]).includes(event.kind);
  return event.body.repeated || event.body.noProgress || event.body.decision === 'clarify';
}

/** The question of a decision by itself, without reading its conversation; null where nothing was looked up. */
export function questionOfDecision(event: EventOf<'decided'>): AskedQuestion | null {
  const { of, question, decision, considered, reasons } = event.body;
  if (question === undefined || decision === 'small-talk' || decision === 'clarify') return null;
  const isUnknown =
    decision === 'offer-human' ||
    reasons.some(({ code }) => code === 'nothing-known' || code === 'low-confidence');
  return {
    seq: of,
    at: event.at,
    text: question,
    language: detectLanguage(question, 'zh'),
    outcome: decision === 'answer' ? 'answered' : isUnknown ? 'unanswered' : 'passed-on',
    causes: isUnknown ? ['unknown'] : [],
    articleId: decision === 'answer' ? (considered[0]?.articleId ?? null) : null,
    rivalId: null,
    agentMs: 0,
  };
}

/** The questions of a conversation read whole, from its first event. */
export const questionsOfConversation = (
  events: readonly ConversationEvent[],
  knowledge: Pick<Knowledge, 'similarity'>,
): readonly AskedQuestion[] => questionsOf(events, knowledge.similarity);

/** A question's words without personal data, and what they wish for. */
export interface CleanWords {
  readonly text: string;
  readonly wish: Wish | null;
}

/** Takes personal data out of a question and reads what it wishes for: some fifty rules, a twentieth of a millisecond. */
export function cleanWords({ text, language }: Pick<AskedQuestion, 'text' | 'language'>): CleanWords {
  const clean = withoutOwnData(removePersonalData(text, language))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
  return { text: clean, wish: wishIn(clean, language) };
}

/** What is kept of a question; null where nothing was left of its words. */
export function keptQuestion(
  question: AskedQuestion,
  conversationId: string,
  { text, wish }: CleanWords,
  knowledge: Pick<Knowledge, 'search'>,
): KeptQuestion | null {
  if (text === '') return null;
  const isWanted = wish !== null && !isOffered(wish.object, knowledge);
  return {
    ...question,
    conversationId,
    text,
    wantedKey: isWanted ? wish.key : null,
    wanted: isWanted ? wish.object : null,
  };
}

const isOffered = (object: string, knowledge: Pick<Knowledge, 'search'>): boolean =>
  knowledge.search(object, { limit: 4 }).some(({ coverage }) => coverage.article >= offered);
