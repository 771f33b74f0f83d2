import type { HandoffReasonCode } from '../terms/handoff-reason.ts';
import type { Language } from '../terms/language.ts';
import { handoffText } from '../text/assistant.ts';
import { handedOverText } from '../text/manner-turns.ts';
import { apologisesIn, withoutApologies } from './apology.ts';
import { choosePhrase } from './choose-phrase.ts';
import { isStrained } from './feeling.ts';
import { filled, type MannerFacts, mannerFor } from './manner-for.ts';

export interface HandedOver {
  readonly language: Language;
  readonly reason: HandoffReasonCode;
  /** Somebody can come; where nobody can, the notice that follows says what happens. */
  readonly canCome: boolean;
}

export interface HandOverWords {
  readonly text: string;
  readonly phrases: readonly string[];
}

/** A life comes first: these words stand alone. */
const urgent: readonly HandoffReasonCode[] = ['self-harm', 'safety'];
/** Where sympathy would sound like not having listened. */
const sober: readonly HandoffReasonCode[] = ['legal-threat', 'press', 'abuse', 'customer-returned'];
/** The words of a reason that say it themselves need it said no second time. */
const saysWhatGoesAlong = /一并转交|转过去|带过去|goes? along|everything (?:said|you)/i;

/**
 * What is said when a person takes over: the feeling is met, then why, what is passed on, and what happens next. Sorry
 * is said once in a conversation, here as everywhere.
 */
export function handOverWords(facts: MannerFacts, { language, reason, canCome }: HandedOver): HandOverWords {
  const why = handoffText[reason][language];
  if (urgent.includes(reason)) return { text: why, phrases: [] };
  const phrases: string[] = [];
  const say = (slot: string, phrasings: (typeof handedOverText)['next']): string => {
    const { id, text } = choosePhrase(slot, phrasings, { ...facts, language });
    phrases.push(id);
    return text;
  };
  const manner =
    sober.includes(reason) || !isStrained(facts) ? null : mannerFor(facts, { language, action: 'hand-off' });
  const acknowledgement = manner?.acknowledgement ?? null;
  phrases.push(...(manner?.phrases ?? []));
  const hasApology = facts.apologisedBefore || (acknowledgement !== null && apologisesIn(acknowledgement));
  const isNamed =
    facts.trouble === null ||
    acknowledgement?.includes(facts.trouble) ||
    namesIt(acknowledgement, facts.trouble);
  const passedOn = saysWhatGoesAlong.test(why)
    ? null
    : isNamed
      ? say('passed-on', handedOverText.passedOn)
      : filled(say('passed-on.trouble', handedOverText.passedOnTrouble), 'trouble', facts.trouble);
  const next = canCome ? say('next', handedOverText.next) : null;
  const parts = [acknowledgement, hasApology ? withoutApologies(why) : why, passedOn, next];
  const text = parts.filter((part) => part !== null && part !== '').join(language === 'zh' ? '' : ' ');
  return { text, phrases };
}

/** In English the trouble may begin the sentence. */
function namesIt(acknowledgement: string | null, trouble: string): boolean {
  return acknowledgement?.toLowerCase().includes(trouble.toLowerCase()) ?? false;
}
