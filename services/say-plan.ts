import type { AnswerAgain } from '../core/knowledge/answer-again.ts';
import { composeAnswer } from '../core/knowledge/compose-answer.ts';
import { isOwnNumber } from '../core/knowledge/own-number.ts';
import { apologisesIn, withoutApologies } from '../core/manner/apology.ts';
import { choosePhrase } from '../core/manner/choose-phrase.ts';
import { isStrained } from '../core/manner/feeling.ts';
import { handOverWords } from '../core/manner/hand-over.ts';
import { type Manner, mannerFor } from '../core/manner/manner-for.ts';
import type { Citation } from '../core/terms/article.ts';
import type { EventBodies } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import { assistantText } from '../core/text/assistant.ts';
import { fill } from '../core/text/fill.ts';
import { againText, furtherText, turnText } from '../core/text/manner-turns.ts';
import type { ResponsePlan } from './plan-response.ts';

/** An answer in the words of a model, already checked against its sources and for its manner. */
export interface WrittenAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly answerId: string;
  /** The model left the customer's mood unmet: the built-in acknowledgement comes first. */
  readonly isUnmet?: boolean;
}

export interface SayPlan {
  readonly language: Language;
  /** Somebody can take over now. */
  readonly canCome: boolean;
}

/** The words that carry a plan out, for a `message-sent`: composed by the rules, or a model's in the same manner. */
export function sayPlan(
  plan: ResponsePlan,
  { language, canCome }: SayPlan,
  written?: WrittenAnswer,
): EventBodies['message-sent'] {
  const offersHuman = plan.offersHuman || undefined;
  switch (plan.decision) {
    case 'hand-off': {
      const reason = plan.reasons[0]?.code ?? 'customer-asked';
      const { text, phrases } = handOverWords(plan.manner, { language, reason, canCome });
      return { text, ...remembered(text, phrases) };
    }
    case 'clarify': {
      const titles = [
        ...new Map(plan.chosen.map(({ passage }) => [passage.articleId, passage.title])).values(),
      ];
      const manner = mannerFor(plan.manner, {
        language,
        action: 'clarify',
        isOnlyChoice: titles.length === 1,
      });
      const text = sentences(language, manner.acknowledgement, manner.lead);
      return { text, choices: titles.slice(0, 3), offersHuman, ...remembered(text, manner.phrases) };
    }
    case 'answer':
      return withFurther(sayAnswer(plan, language, written), written ? undefined : plan.further, language);
    case 'offer-human': {
      const manner = mannerFor(plan.manner, { language, action: 'offer-human' });
      const lead = isOwnNumber(plan.question ?? '') ? assistantText.ownNumber[language] : manner.lead;
      const text = sentences(language, manner.acknowledgement, lead);
      return { text, offersHuman: true, ...remembered(text, manner.phrases) };
    }
    case 'small-talk': {
      const { text, phrases } = sayInPassing(plan, language);
      return { text, offersHuman, ...remembered(text, phrases) };
    }
  }
}

/** The manner of an answer: what stands before and after it, whoever writes it. */
export function mannerOfAnswer(plan: ResponsePlan, language: Language, text: string): Manner {
  return mannerFor(plan.manner, {
    language,
    action: 'answer',
    hasTime: tellsTime.test(text.split('\n', 1)[0]!),
    offersHuman: plan.offersHuman,
    isAgain: plan.repeated || plan.toldAgain,
  });
}

const tellsTime =
  /\d\s*(?:个)?(?:小时|分钟|天|工作日|周|个月)|\d\s+(?:working |business )?(?:hours?|minutes?|days?|weeks?)\b/;

function sayAnswer(
  plan: ResponsePlan,
  language: Language,
  written: WrittenAnswer | undefined,
): EventBodies['message-sent'] {
  if (plan.again && !written) return sayAgain(plan, plan.again, language);
  const isShort = isStrained(plan.manner);
  const answer =
    written ?? composeAnswer({ candidate: plan.chosen[0]!, candidates: plan.candidates, language, isShort });
  const manner = mannerOfAnswer({ ...plan, toldAgain: false }, language, answer.text);
  const opening = !written
    ? sentences(language, manner.acknowledgement, manner.lead)
    : written.isUnmet
      ? manner.acknowledgement
      : '';
  const text = [opening, answer.text, manner.closing].filter(Boolean).join('\n\n');
  return {
    text,
    citations: answer.citations,
    offersHuman: plan.offersHuman || undefined,
    answerId: written?.answerId,
    ...remembered(`${opening}\n${written?.text ?? ''}`, manner.phrases),
  };
}

/** The answers to what else was asked, shortly, and the question back about what was not understood of it. */
function withFurther(
  said: EventBodies['message-sent'],
  further: ResponsePlan['further'],
  language: Language,
): EventBodies['message-sent'] {
  if (!further) return said;
  const texts = [said.text];
  const citations = [...(said.citations ?? [])];
  for (const { chosen, candidates } of further.answers) {
    const candidate = chosen[0]!;
    const answer = composeAnswer({ candidate, candidates, language, isShort: true });
    texts.push(`${fill(furtherText.answer[language], { title: candidate.passage.title })}\n\n${answer.text}`);
    citations.push(...answer.citations);
  }
  if (further.choices.length > 0) texts.push(furtherText.choices[language]);
  return {
    ...said,
    text: texts.join('\n\n'),
    citations,
    ...(further.choices.length > 0 && { choices: further.choices }),
  };
}

/** Nothing is told in full twice: only what is left, or that all was said, and the way on. */
function sayAgain(plan: ResponsePlan, again: AnswerAgain, language: Language): EventBodies['message-sent'] {
  const told = again.kind === 'nothing' ? '' : again.answer.text;
  const manner = mannerOfAnswer(plan, language, told);
  const others = again.kind === 'nothing' ? again.others : [];
  const slot = others.length > 0 ? 'others' : again.kind;
  const lead = choosePhrase(`again.${slot}`, againText[slot], { ...plan.manner, language }, true);
  const opening = sentences(language, manner.acknowledgement, lead.text);
  // Where nothing is left, the words say already what can be done.
  const closing = again.kind === 'nothing' && !isStrained(plan.manner) ? null : manner.closing;
  return {
    text: [opening, told, closing].filter(Boolean).join('\n\n'),
    citations: again.kind === 'nothing' ? again.citations : again.answer.citations,
    ...(others.length > 0 && { choices: others }),
    offersHuman: plan.offersHuman || undefined,
    ...remembered(opening, [...manner.phrases, lead.id]),
  };
}

function sayInPassing({ phrase = 'empty', manner }: ResponsePlan, language: Language) {
  const chosen: string[] = [];
  const say = (slot: 'thanks' | 'farewell' | 'confirmed' | 'denied' | 'stillHere', isOrdered: boolean) => {
    const { id, text } = choosePhrase(slot, turnText[slot], { ...manner, language }, isOrdered);
    chosen.push(id);
    return text;
  };
  // What these say matters more than the mood.
  if (phrase === 'greeting') return { text: assistantText.hello[language], phrases: chosen };
  if (phrase === 'identity' || phrase === 'attachment')
    return { text: assistantText[phrase][language], phrases: chosen };
  if (isStrained(manner)) {
    const { acknowledgement, phrases } = mannerFor(manner, { language, action: 'hand-off' });
    const rest = phrase === 'denied' ? withoutApologies(say('denied', true)) : say('stillHere', false);
    return { text: sentences(language, acknowledgement, rest), phrases: [...phrases, ...chosen] };
  }
  const text = phrase === 'empty' ? assistantText.empty[language] : say(phrase, true);
  return { text: manner.apologisedBefore ? withoutApologies(text) : text, phrases: chosen };
}

function sentences(language: Language, ...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(language === 'zh' ? '' : ' ');
}

/** Kept in the log only where there is something to remember. */
function remembered(said: string, phrases: readonly string[]): Pick<EventBodies['message-sent'], 'manner'> {
  const apologised = apologisesIn(said);
  return apologised || phrases.length > 0 ? { manner: { apologised, phrases } } : {};
}
