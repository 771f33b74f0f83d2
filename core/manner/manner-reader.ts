import type { Language } from '../terms/language.ts';
import { apologisesIn } from './apology.ts';
import { claimsFeeling } from './claimed-feelings.ts';
import { sentencesOf, withoutClauses } from './clauses.ts';
import { blames, isCheerful, promisesBeyond, sobered } from './unfit-words.ts';

/** Why a text cannot be said in this manner, where leaving words out does not mend it. */
export type MannerFault =
  | 'claimed-feeling'
  | 'apologised-again'
  | 'cheerful'
  | 'blame'
  | 'promise'
  | 'long-winded';

export interface MannerRules {
  readonly language: Language;
  /** Angry, anxious or sad: nothing cheerful, nothing long. */
  readonly isStrained: boolean;
  /** The mood is one to be met before the answer. */
  readonly isToBeMet: boolean;
  /** Sorry was said in this conversation already. */
  readonly apologisedBefore: boolean;
  /** What is said first where the text leaves the mood unmet. */
  readonly acknowledgement: string | null;
  /** The trouble, named by which meets it too. */
  readonly trouble: string | null;
  /** The words of the sources and of the question. */
  readonly sources: string;
}

/** Reads a model's words as they come, leaves out what does not suit, and says when nothing can be mended. */
export interface MannerReader {
  /** More words; returns those that may be shown. */
  add(words: string): string;
  /** No more words come; returns those that were held. */
  end(): string;
  /** Everything read so far that may be said. Complete after `end`. */
  readonly text: string;
  readonly fault: MannerFault | undefined;
  /** The text begins with the matter: the acknowledgement must be said before it. Known with its first sentence. */
  readonly isUnmet: boolean;
}

/** Under stress nobody reads more: Chinese characters, or English words. */
export const longestStrained: Readonly<Record<Language, number>> = { zh: 320, en: 140 };

/** Words without an end are not held for ever. In characters. */
const longestHeld = 400;
/** From here on a sentence may need mending, and is shown only when it is complete. */
const mayNeedMending =
  /我|真|很|非常|特别|十分|抱歉|对不|不好意思|谅|歉|赔|听到|听了|看到|看了|得知|感|深|高兴|开心|荣幸|乐意|心疼|让人|替您|为您|换[作做成]|设身|拥抱|抱抱|遗憾|滋味|理解|体会|\bI\b|\b[Ww]e\b|\b(?:me|us|[Mm]y|[Oo]ur)\b|\b(?:It?|T|Tha?t?|This?|M|My|O|Our?|H)$|\b(?:It|That|This)(?: (?:\w{0,8}$|(?:pains|breaks|saddens|hurts|upsets|worries|bothers|troubles|moves|delights|makes|must)))|\b[Hh]ugs?\b|\bhow you\b|\b[Hh]eavy heart|shoes|\b[Hh]eart|[Ss]orry|[Aa]polog|[Rr]egret|[Ss]adden/u;
const meeting =
  /抱歉|对不起|不好意思|歉意|着急|很急|急|失望|麻烦|不便|耽误|费神|费心|不好受|难为|不容易|久等|意外|没想到|不满|sorry|apolog|urgent|worr|frustrat|disappoint|trouble|inconvenien|surpris|unexpected|wait|time matters|annoy|hard\b/i;

export function createMannerReader(rules: MannerRules): MannerReader {
  const isHeld = rules.isStrained || rules.isToBeMet;
  let open = '';
  let emitted = 0;
  let text = '';
  let isUnmet = false;
  let isBegun = false;
  let hasApologised = rules.apologisedBefore;
  let fault: MannerFault | undefined;

  function mended(sentence: string): string {
    const unfit = (reason: MannerFault): string => {
      fault ??= reason;
      return '';
    };
    if (blames(sentence)) return unfit('blame');
    if (promisesBeyond(sentence, rules.sources)) return unfit('promise');
    let words: string | null = withoutClauses(sentence, claimsFeeling);
    if (words === null) return unfit('claimed-feeling');
    const [first, further] = hasApologised ? ['', words] : afterApology(words);
    if (apologisesIn(further)) {
      const without = withoutClauses(further, apologisesIn);
      if (without === null && !/\[\d/.test(further)) return unfit('apologised-again');
      words = without === '' ? first.replace(/[，,；;：:\s]+$/, '。') : first + (without ?? further);
    }
    if (rules.isStrained) {
      words = withoutClauses(words, isCheerful);
      if (words === null) return unfit('cheerful');
      words = sobered(words);
    }
    if (!isBegun && /[\p{L}\p{N}]/u.test(words)) {
      isBegun = true;
      const names = rules.trouble !== null && words.toLowerCase().includes(rules.trouble.toLowerCase());
      isUnmet = rules.isToBeMet && !meeting.test(words) && !names;
      if (isUnmet && rules.acknowledgement !== null && apologisesIn(rules.acknowledgement))
        hasApologised = true;
    }
    hasApologised ||= apologisesIn(words);
    return words;
  }

  function take(sentence: string): string {
    const all = mended(sentence);
    const words = text === '' ? all.trimStart() : all;
    text += words;
    // What was shown of it already is not shown again.
    const more = words.slice(emitted);
    emitted = 0;
    return more;
  }

  return {
    get text() {
      return text;
    },
    get fault() {
      return fault;
    },
    get isUnmet() {
      return isUnmet;
    },
    add(words) {
      open += words;
      const sentences = sentencesOf(open);
      // The last one may go on.
      open = sentences.pop() ?? '';
      let more = sentences.map(take).join('');
      if (open.length > longestHeld) {
        more += take(open);
        open = '';
      } else if (!isHeld) {
        const from = open.search(mayNeedMending);
        const upTo = from < 0 ? open.length : from;
        more += open.slice(emitted, upTo);
        emitted = Math.max(emitted, upTo);
      }
      return more;
    },
    end() {
      const more = take(open);
      open = '';
      if (rules.isStrained && sizeOf(text) > longestStrained[rules.language]) fault ??= 'long-winded';
      return more;
    },
  };
}

/** A sentence in two: up to its first apology, and what comes after that clause. */
function afterApology(sentence: string): readonly [string, string] {
  const clauses = sentence.split(/(?<=[，,；;])/);
  const place = clauses.findIndex(apologisesIn);
  if (place < 0) return [sentence, ''];
  return [clauses.slice(0, place + 1).join(''), clauses.slice(place + 1).join('')];
}

function sizeOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + (text.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0);
}
