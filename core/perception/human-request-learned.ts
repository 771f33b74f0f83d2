import type { TextModel } from '../learning/text-model.ts';
import { asksWhoSpeaks } from './asks-who-speaks.ts';
import type { Clause } from './human-request-clauses.ts';
import { isInstruction } from './human-request-instructions.ts';
import { requestWindows } from './human-request-windows.ts';

/** The classes of the weights, in their order. */
export const humanRequestClasses = ['other', 'request'] as const;

/** From this probability on the learned opinion hears a wish where the rules hear none. */
export const surely = 0.47;
/** The same where the words of the clause itself speak against a wish: a refusal, a report, hours, money. */
export const surelyInSpite = 0.67;
/** Below it a wish that the rules hear is not believed. */
export const hardly = 0.14;

/** Praise or blame of the staff, and who says to be of the staff: 「你们客服人真好」, 「我是你们的客服」. */
const isTalkOfStaff =
  /客服[^,。!?]{0,4}?(?:真|很|挺|太|特别|非常|还|蛮|都)?(?:不错|真好|很好|挺好|太好|可以啊|棒|赞|耐心|热情|专业|负责)|(?:^|[,。!])(?:我|本人|俺)(?:就|也)?是(?:你们|贵|咱们|这|一名|个)?[^,。!?]{0,6}客服|\b(?:your|the) (?:agents?|staff|support|service|people) (?:(?:is|are|was|were) )?(?:very |so |really )?(?:nice|great|kind|helpful|friendly|patient)\b/;

/** What was left undone so far is a complaint, and a person comes for that: 「上次的投诉到现在没人处理」. */
const isTaleOfNeglect =
  /^[^,]*(?:上次|之前|到现在|至今)[^,]*(?:没有?人|无人)(?:处理|管|回复?|解决|跟进)[^,\p{Script=Han}]*$/u;

/** What the weights say of a message. */
export interface LearnedRequest {
  /** That the message asks for a person: 0 to 1, of its likeliest window. */
  readonly probability: number;
  /** The clauses of the likeliest window that is sure enough to be heard without the rules. */
  readonly words?: readonly string[];
}

/**
 * How likely a message asks for a person, and in which of its clauses. Courtesies, what a courier is told, and whoever
 * asks who speaks are no wishes, whatever the weights say.
 */
export function learnedRequest(clauses: readonly Clause[], model: TextModel): LearnedRequest {
  let probability = 0;
  let words: readonly string[] | undefined;
  let heard = 0;
  for (const { text, quotes, view, isAgainst } of requestWindows(clauses)) {
    const own = model.probabilities(view)[1]!;
    const isHeard = own >= (isAgainst ? surelyInSpite : surely) && own > heard;
    if (own <= probability && !isHeard) continue;
    if (isTalkOfStaff.test(text) || isTaleOfNeglect.test(text)) continue;
    if (asksWhoSpeaks(text) || isInstruction(text)) continue;
    probability = Math.max(probability, own);
    if (isHeard) [heard, words] = [own, quotes];
  }
  return words === undefined ? { probability } : { probability, words };
}
