import { shareOf } from '../learning/odds.ts';
import type { Decision, Disposition } from '../terms/event.ts';
import type { Language } from '../terms/language.ts';
import type { Emotion, Perception } from '../terms/perception.ts';
import type { SatisfactionEstimate, SatisfactionReason, SatisfactionSign } from '../terms/satisfaction.ts';
import { mergedTurns } from './dialogue-structure.ts';
import { isAsking, knowsNothing, outcomeWords } from './outcome-words.ts';
import { judgeDialogue, type SatisfactionModel } from './satisfaction-model.ts';

/** One message that the customer wrote or saw. */
export interface HeardMessage {
  readonly by: 'contact' | 'assistant' | 'agent';
  readonly text: string;
  /** Of a customer's message, as far as it was perceived. */
  readonly perception?: Pick<Perception, 'emotion' | 'intensity' | 'act' | 'wantsHuman'>;
  /** Of the assistant's: what it decided, and whether it brought the customer further. */
  readonly decision?: Decision;
  readonly noProgress?: boolean;
  readonly repeated?: boolean;
}

/** A conversation as far as it has come. */
export interface HeardDialogue {
  readonly language: Language;
  readonly messages: readonly HeardMessage[];
  readonly rating: number | null;
  /** An agent's, where one ended it. */
  readonly disposition: Disposition | null;
}

/** A mark of 1 to 5 as odds of "solved", in logarithms. */
const oddsOfRating = [-3.5, -2.5, 0.3, 2.2, 3.5];
const startingOdds = 0.2;
/** A mood's weight in satisfaction against its weight in "solved": who is angry may still have been helped. */
const moodShare = 1.6;
const moodSigns: ReadonlySet<SatisfactionSign> = new Set([
  'upset',
  'pleased',
  'calmed',
  'worsened',
  'thanks',
]);
const strain: Readonly<Record<Emotion, number>> = {
  angry: 1,
  anxious: 0.5,
  sad: 0.7,
  surprised: 0.1,
  neutral: 0,
  pleased: -0.6,
};
/**
 * How much of what was learned is believed, where it was learned in the language of the conversation, and the loudest it
 * may speak, in log odds: it learned from angrier conversations than a shop's, where it is far too sure.
 */
const trustInWeights = 0.5;
const loudest = 0.8;

/**
 * How the conversation went for the customer so far, with the signs that say so. A rating is the customer's own word
 * and settles it. Without `model`, or in a language that it was not learned from, by the hand-set log odds of the signs
 * alone. Pure; linear in the text.
 */
export function estimateSatisfaction(
  dialogue: HeardDialogue,
  model?: SatisfactionModel | null,
): SatisfactionEstimate {
  if (dialogue.rating !== null) return rated(dialogue.rating);
  const signs = signsOf(dialogue);
  const learned = model && dialogue.language === 'zh' ? learnedSign(dialogue, model) : null;
  const reasons = [...signs, ...(learned ? [learned.reason] : [])];
  const odds = reasons.reduce((sum, { weight }) => sum + weight, startingOdds);
  const pleasure = signs.reduce(
    (sum, { sign, weight }) => sum + weight * (moodSigns.has(sign) ? moodShare : 0.7),
    learned?.pleasure ?? 0,
  );
  return {
    satisfaction: rounded(shareOf(pleasure)),
    solved: rounded(shareOf(odds)),
    by: learned ? 'weights' : 'rules',
    reasons: reasons
      .filter(({ weight }) => Math.abs(weight) >= 0.15)
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight)),
  };
}

function rated(score: number): SatisfactionEstimate {
  const weight = oddsOfRating[score - 1] ?? 0;
  return {
    satisfaction: (score - 1) / 4,
    solved: rounded(shareOf(weight)),
    by: 'rules',
    reasons: [{ sign: 'rated', weight, figures: { score } }],
  };
}

function learnedSign({ messages }: HeardDialogue, model: SatisfactionModel) {
  const turns = mergedTurns(
    messages.map(({ by, text }) => ({ by: by === 'contact' ? 'contact' : 'business', text })),
  );
  // What was learned was learned from conversations in which somebody answered.
  if (turns.length < 2) return null;
  const { solved, satisfaction } = judgeDialogue(model, turns);
  const share = Math.min(0.99, Math.max(0.01, solved));
  return {
    reason: {
      sign: 'words' as const,
      weight: bounded(
        trustInWeights * (Math.log(share / (1 - share)) - Math.log(model.prior / (1 - model.prior))),
      ),
    },
    pleasure: bounded(trustInWeights * 2 * (satisfaction - model.usual)),
  };
}

function signsOf(dialogue: HeardDialogue): SatisfactionReason[] {
  const { messages } = dialogue;
  const contact = messages.filter(({ by }) => by === 'contact');
  const answers = messages.filter(({ decision }) => decision !== undefined);
  return [
    ...dispositionSign(dialogue.disposition),
    ...lastWordSigns(messages),
    ...moodSignsOf(contact),
    ...countSign('asked-again', -0.7, answers.filter(({ repeated }) => repeated).length),
    ...countSign('no-progress', -0.6, answers.filter(({ noProgress }) => noProgress).length),
    ...countSign('same-answer', -0.9, sameAnswers(messages)),
    ...answerSign(messages),
    ...waitingSigns(messages),
  ];
}

function dispositionSign(disposition: Disposition | null): SatisfactionReason[] {
  if (disposition === 'solved') return [{ sign: 'agent-says-solved', weight: 1.6 }];
  if (disposition === 'solved-with-follow-up') return [{ sign: 'agent-says-solved', weight: 0.8 }];
  return disposition === 'not-solved' ? [{ sign: 'agent-says-unsolved', weight: -3 }] : [];
}

const weightOfAct = { thanks: 1.5, confirmation: 1, farewell: 0.8, denial: -1.6 } as const;
const signOfAct = {
  thanks: 'thanks',
  confirmation: 'confirms',
  farewell: 'thanks',
  denial: 'denies',
} as const;

/** What the customer said last, after the first answer. */
function lastWordSigns(messages: readonly HeardMessage[]): SatisfactionReason[] {
  const firstAnswer = messages.findIndex(({ by }) => by !== 'contact');
  const last = messages.findLast(
    ({ by }, place) => by === 'contact' && firstAnswer >= 0 && place > firstAnswer,
  );
  if (!last) return [];
  const { solved, unsolved } = outcomeWords(last.text);
  if (unsolved.length > 0) return [{ sign: 'says-unsolved', weight: -2.2, evidence: unsolved }];
  const act = last.perception?.act;
  const ofAct: SatisfactionReason[] =
    act === 'thanks' || act === 'confirmation' || act === 'farewell' || act === 'denial'
      ? [{ sign: signOfAct[act], weight: weightOfAct[act] }]
      : [];
  return solved.length > 0 ? [{ sign: 'says-solved', weight: 2.4, evidence: solved }, ...ofAct] : ofAct;
}

/** The mood now, and where it came from. The last message counts whole, the one before it half. */
function moodSignsOf(contact: readonly HeardMessage[]): SatisfactionReason[] {
  const course = contact.flatMap(({ perception }) =>
    perception ? [strain[perception.emotion] * perception.intensity] : [],
  );
  const now = course.at(-1) ?? 0;
  const before = course.at(-2) ?? 0;
  const level = now + (now === 0 ? before / 2 : 0);
  const change = course.length < 2 ? 0 : now - Math.max(...course.slice(0, -1));
  return [
    ...(level > 0.1 ? [{ sign: 'upset' as const, weight: -1.8 * level, figures: { intensity: level } }] : []),
    ...(level < -0.1 ? [{ sign: 'pleased' as const, weight: -1.6 * level }] : []),
    ...(change < -0.25 && now <= 0 ? [{ sign: 'calmed' as const, weight: 0.4 }] : []),
    ...(change > 0.25 ? [{ sign: 'worsened' as const, weight: -0.5 }] : []),
  ];
}

const mostCounted = 3;

function countSign(sign: SatisfactionSign, each: number, count: number): SatisfactionReason[] {
  return count === 0
    ? []
    : [{ sign, weight: each * Math.min(mostCounted, count), figures: { times: count } }];
}

/** How often the customer was told word for word what they had been told before. */
function sameAnswers(messages: readonly HeardMessage[]): number {
  const told = messages.filter(({ by }) => by !== 'contact').map(({ text }) => text.trim());
  return told.length - new Set(told).size;
}

/** How the assistant's last word but small talk left the matter; where no decision is known, by its words. */
function answerSign(messages: readonly HeardMessage[]): SatisfactionReason[] {
  const last = messages.findLast(({ decision }) => decision !== undefined && decision !== 'small-talk');
  if (!last) {
    const said = messages.findLast(({ by }) => by !== 'contact');
    return said && knowsNothing(said.text) ? [{ sign: 'not-answered', weight: -1.2 }] : [];
  }
  if (last.decision === 'answer' && !last.noProgress) return [{ sign: 'answered', weight: 0.8 }];
  // A handoff is judged by what the agent did.
  const agentCame = messages.slice(messages.indexOf(last)).some(({ by }) => by === 'agent');
  return agentCame ? [] : [{ sign: 'not-answered', weight: -1.2 }];
}

/** Somebody still waits: for an answer, or for a person. */
function waitingSigns(messages: readonly HeardMessage[]): SatisfactionReason[] {
  const last = messages.at(-1);
  const asked = messages.findLastIndex(({ perception }) => perception?.wantsHuman);
  const isAskedInVain = asked >= 0 && !messages.slice(asked).some(({ by }) => by === 'agent');
  return [
    ...(last?.by === 'contact' && last.perception?.emotion !== 'pleased' && isAsking(last.text)
      ? [{ sign: 'left-waiting' as const, weight: -1.2 }]
      : []),
    ...(isAskedInVain ? [{ sign: 'wants-human' as const, weight: -1 }] : []),
  ];
}

const bounded = (odds: number) => Math.max(-loudest, Math.min(loudest, odds));
const rounded = (share: number) => Math.round(share * 1000) / 1000;
