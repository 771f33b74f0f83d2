import type { ConversationEvent, EventBodies, EventOf } from '../terms/event.ts';
import type { Language } from '../terms/language.ts';
import type { QuestionCause, QuestionOutcome } from '../terms/question-outcome.ts';

/** One question of a customer to the assistant, and what became of it. */
export interface AskedQuestion {
  /** The place of the message in its conversation. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** As the customer wrote it, personal data and all. */
  readonly text: string;
  readonly language: Language;
  readonly outcome: QuestionOutcome;
  readonly causes: readonly QuestionCause[];
  /** The article that the answer cited first. */
  readonly articleId: string | null;
  /** Another article that fitted nearly as well. */
  readonly rivalId: string | null;
  /** Milliseconds of agents' time that it took, its share where several questions led to the same agent. */
  readonly agentMs: number;
}

/** A stretch with an agent longer than this was left open, not worked on: 2 hours. */
export const longestStretchMs = 2 * 3_600_000;
/** An article within this much of the first one's confidence competes with it. */
const rivalWithin = 0.15;
const leastRival = 0.35;
const strained: readonly string[] = ['angry', 'anxious', 'sad'];
const leastStrain = 0.5;
const leastFall = 0.2;
/** A rating up to this (of 5) says that it did not help. */
const lowRating = 2;
const unknownReasons: readonly string[] = [
  'nothing-known',
  'low-confidence',
  'no-progress',
  'repeated-question',
];

interface Draft {
  readonly seq: number;
  readonly at: number;
  readonly text: string;
  readonly language: Language;
  outcome: QuestionOutcome;
  readonly causes: Set<QuestionCause>;
  articleId: string | null;
  rivalId: string | null;
  agentMs: number;
}

/**
 * The questions of one conversation, oldest first, from all of its events in order. A question asked again is no
 * question of its own but marks the one before it; a choice tapped after the assistant asked back answers the question
 * that it asked back on. `likeness` compares two questions, 0..1.
 */
export function questionsOf(
  events: readonly ConversationEvent[],
  likeness: (one: string, other: string) => number,
): AskedQuestion[] {
  const questions: Draft[] = [];
  const messages = new Map<number, EventOf<'message-received'>>();
  const languages = new Map<number, Language>();
  let choices: readonly string[] = [];
  let waiting: Draft | undefined;
  let current: Draft | undefined;
  let strain = 0;
  let served: { since: number; of: readonly Draft[] } | undefined;
  let sinceHandover = 0;
  let servedByPeople = false;

  const blame = (question: Draft | undefined, cause: QuestionCause) => {
    if (!question || question.outcome === 'passed-on') return;
    question.causes.add(cause);
    if (question.outcome === 'answered') question.outcome = 'badly-answered';
  };
  const endStretch = (at: number) => {
    if (!served) return;
    const took = Math.min(longestStretchMs, Math.max(0, at - served.since));
    for (const question of served.of) question.agentMs += took / served.of.length;
    served = undefined;
  };

  for (const event of events) {
    switch (event.kind) {
      case 'message-received':
        messages.set(event.seq, event);
        break;
      case 'perceived': {
        const { of, language, emotion, intensity } = event.body;
        languages.set(of, language);
        const now = strained.includes(emotion) ? intensity : 0;
        if (current && of > current.seq && now >= leastStrain && now - strain >= leastFall && !served)
          blame(current, 'mood-fell');
        strain = now;
        break;
      }
      case 'decided': {
        const { of, question, decision, repeated, noProgress } = event.body;
        const message = messages.get(of);
        if (question === undefined || !message) {
          if (noProgress) blame(current, 'not-helped');
          break;
        }
        const earlier = repeated ? nearest(questions, question, likeness) : undefined;
        const chosen = choices.some((choice) => choice === message.body.text || choice === question);
        if (earlier) {
          blame(earlier, 'asked-again');
          if (decision === 'answer' && earlier.outcome === 'unanswered') earlier.outcome = 'badly-answered';
          current = earlier;
        } else if (waiting && chosen) {
          current = waiting;
        } else {
          current = {
            seq: of,
            at: message.at,
            text: message.body.text.trim() === '' || chosen ? question : message.body.text,
            language: languages.get(of) ?? 'zh',
            outcome: 'unanswered',
            causes: new Set(),
            articleId: null,
            rivalId: null,
            agentMs: 0,
          };
          questions.push(current);
        }
        settle(current, event.body, waiting === current || current === earlier);
        waiting = decision === 'clarify' ? current : undefined;
        choices = [];
        break;
      }
      case 'message-sent':
        if (event.actor.kind === 'agent') {
          servedByPeople = true;
          break;
        }
        choices = event.body.choices ?? [];
        if (current && current.articleId === null && event.body.citations?.[0])
          current.articleId = event.body.citations[0].articleId;
        break;
      case 'handoff-requested':
        if (current?.outcome === 'answered') blame(current, 'handed-over');
        break;
      case 'perception-corrected':
        if (event.body.what === 'intent' && event.body.from !== event.body.to)
          blame(
            questions.find(({ seq }) => seq === event.body.of),
            'corrected',
          );
        break;
      case 'assigned': {
        endStretch(event.at);
        servedByPeople = true;
        const since = questions.slice(sinceHandover);
        const failed = since.filter(({ outcome }) => outcome !== 'answered');
        const of = failed.length > 0 ? failed : since;
        if (of.length > 0) served = { since: event.at, of };
        break;
      }
      case 'returned-to-assistant':
      case 'queued':
        endStretch(event.at);
        break;
      case 'resolved':
        endStretch(event.at);
        sinceHandover = questions.length;
        waiting = undefined;
        break;
      case 'reopened':
        current = undefined;
        break;
      case 'rated':
        if (event.body.score <= lowRating && !servedByPeople) blame(questions.at(-1), 'low-rating');
        break;
    }
  }
  return questions.map((question) => ({
    ...question,
    causes: [...question.causes],
    agentMs: Math.round(question.agentMs),
  }));
}

function settle(question: Draft, decided: EventBodies['decided'], isAgain: boolean): void {
  const [first, second] = decided.considered;
  switch (decided.decision) {
    case 'answer':
      if (!isAgain || question.outcome === 'unanswered') {
        question.outcome = question.causes.has('asked-again') ? 'badly-answered' : 'answered';
        question.causes.delete('unclear');
      }
      question.articleId ??= first?.articleId ?? null;
      if (
        first &&
        second &&
        second.confidence >= leastRival &&
        first.confidence - second.confidence <= rivalWithin
      )
        question.rivalId = second.articleId;
      break;
    case 'clarify':
      if (!isAgain) question.causes.add('unclear');
      break;
    case 'offer-human':
      if (question.outcome !== 'badly-answered') question.outcome = 'unanswered';
      question.causes.add('unknown');
      break;
    case 'hand-off':
      if (decided.reasons.some(({ code }) => unknownReasons.includes(code))) question.causes.add('unknown');
      else if (!isAgain) question.outcome = 'passed-on';
      break;
    case 'small-talk':
      if (!isAgain) question.outcome = 'passed-on';
      break;
  }
}

/** The earlier question that the words ask again; the latest where none is like them. */
function nearest(
  questions: readonly Draft[],
  text: string,
  likeness: (one: string, other: string) => number,
): Draft | undefined {
  let best = questions.at(-1);
  let alike = 0;
  for (const question of questions) {
    const found = likeness(question.text, text);
    if (found > alike) {
      alike = found;
      best = question;
    }
  }
  return best;
}
