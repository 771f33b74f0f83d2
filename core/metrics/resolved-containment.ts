import type { Bilingual } from '../terms/language.ts';
import { hasOutcome, isContained } from './containment.ts';
import { type ConversationFacts, type Measured, share } from './conversation-facts.ts';
import { passesFcr } from './fcr.ts';

export const definition: Bilingual = {
  zh: '闭环且真正解决的会话 ÷ 结果已定的会话（分母与机器人闭环率相同）。真正解决：助手最后一轮给出了答案，客户没有打 1–2 分，会话没有重新打开，同一客户 7 天内没有为同一问题再来。客户没打分时，由系统根据对话估计是否解决，明显没解决的不计入；打了分的以打分为准。',
  en: 'Contained conversations that were really resolved ÷ conversations whose outcome is known (the same denominator as containment). Really resolved: the assistant’s last turn was an answer, the customer did not rate it 1–2, the conversation was not reopened, and the same customer did not come back about the same issue within 7 days. Where there is no rating, what clearly looks unsolved by an estimate from the conversation does not count; a rating overrules the estimate.',
};

/** A rating at or below this says that the customer was not helped. */
const lowRating = 2;

/** An estimate below this says so where the customer did not: rather too few than many are called unsolved. */
export const unsolvedBelow = 0.35;

/** The customer's rating where there is one, else the estimate; without either nothing speaks against it. */
function isJudgedUnsolved({ rating, estimatedSolved }: ConversationFacts): boolean {
  if (rating !== null) return rating <= lowRating;
  return estimatedSolved !== null && estimatedSolved < unsolvedBelow;
}

/** What the assistant may decide at its last turn for the conversation to count as answered. */
const answered: ReadonlySet<string> = new Set(['answer', 'small-talk']);

/**
 * Contained and passing the FCR test, not judged unsolved, and ending in an answer. Small talk ("谢谢" after an answer) ends
 * a conversation as well as the answer does; a conversation of small talk alone asked for nothing and lacks nothing.
 */
export function isResolvedContained(
  facts: ConversationFacts,
  contacts: ReadonlyMap<string, readonly ConversationFacts[]>,
): boolean {
  return (
    isContained(facts) &&
    passesFcr(facts, contacts) &&
    facts.lastDecision !== null &&
    answered.has(facts.lastDecision) &&
    !isJudgedUnsolved(facts)
  );
}

/** Resolved containment (有效闭环率): over the same conversations as containment, so that the two can be compared. */
export function resolvedContainment(
  conversations: readonly ConversationFacts[],
  contacts: ReadonlyMap<string, readonly ConversationFacts[]>,
): Measured {
  return share(
    conversations.filter((facts) => isResolvedContained(facts, contacts)).length,
    conversations.filter(hasOutcome).length,
  );
}
