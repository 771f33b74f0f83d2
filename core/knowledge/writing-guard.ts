import { citationMarker, groundednessOf, termsOfSources, unsupportedFigures } from './check-citations.ts';
import { claimsAction } from './claimed-action.ts';
import { tellsOfHidden } from './for-model.ts';
import { foreignLinks } from './foreign-links.ts';
import {
  leastGrounded,
  longestAnswer,
  noAnswer,
  type Sources,
  sourceText,
  visible,
  type WrittenRefusal,
} from './judge-written.ts';
import { isNonsense } from './nonsense.ts';

/** What may be shown after some more words, or why the answer need not go on. */
export type Guarded =
  | { readonly kind: 'show'; readonly text: string }
  | { readonly kind: 'stop'; readonly reason: WrittenRefusal };

/** So much is read before anything is shown: enough to tell a refusal from an answer. */
const firstLook = 14;
/** Words that have nothing to do with the sources are not shown; when they go on so long, they never will be. */
const longestBeginning = 300;
/** How often words without an end of a sentence are looked at. */
const lookEvery = 80;
/** `1.` at the head of a list item ends nothing. */
const sentenceEnd = /[。！？!?\n]|(?<!\d)\.(?=\s)/g;
/** From here on a sentence is shown only as far as its figures are found in the sources. */
const figure =
  /\p{Nd}|[零〇一二两三四五六七八九十百千]+(?:个?(?:天|日|元|块|折|年|月|周|星|小|分|秒|工|公|千|斤|克|米|厘|倍|%|百|次|件|号)|个?$)/u;
/** From here on it is shown only when it is complete and checked: addresses, open brackets. */
const address = /[@[［【<]|https?|www\.|\w\.\w/u;
/** The end of a clause, once it is certain that no figure goes on behind it as in 1,000. */
const clauseEnd = /[，,；;、](?=\s?[^\p{Nd}\s])/gu;

/**
 * Watches an answer while it is written. Words are shown as they come, once they have begun to be those of the sources;
 * from a figure on a clause is held until it is complete and its figures are found in the sources, from an address on
 * the whole sentence. What cannot become a good answer is stopped at once, which saves the time. `judgeWritten` has the
 * last word on the whole.
 *
 * Citation markers are not shown: the message that replaces the words has them, with its sources.
 */
export function createWritingGuard(sources: Sources): { add(words: string): Guarded } {
  const known = sourceText(sources);
  let raw = '';
  let text = '';
  let sentenceStart = 0;
  let shown = 0;
  let looked = 0;
  // Across languages nothing can be compared.
  let isGrounded = sources.passages.every(({ language }) => language !== sources.language);
  const terms = isGrounded ? new Set<string>() : termsOfSources(sources.passages, sources.segment);

  function faultOf(sentence: string): WrittenRefusal | undefined {
    const words = sentence.replace(citationMarker, '');
    if (unsupportedFigures(words, sources.passages, sources.question).length > 0) return 'unsupported-figure';
    if (foreignLinks(sentence, known).length > 0) return 'foreign-link';
    if (tellsOfHidden(sentence)) return 'hidden-data';
    return undefined;
  }

  return {
    add(words) {
      raw += words;
      text += visible(words);
      const stop = (reason: WrittenRefusal): Guarded => ({ kind: 'stop', reason });
      if (text.includes(noAnswer)) return stop('no-answer');
      if (raw.length > longestAnswer) return stop('too-long');
      if (raw.length - looked >= lookEvery || /[。！？!?\n]$/.test(raw)) {
        looked = raw.length;
        if (isNonsense(raw, sources.language)) return stop('nonsense');
      }

      const ends = [...text.slice(sentenceStart).matchAll(sentenceEnd)].map(
        ({ index }) => sentenceStart + index,
      );
      for (const end of ends) {
        const fault = faultOf(text.slice(sentenceStart, end + 1));
        if (fault) return stop(fault);
        if (claimsAction(text.slice(sentenceStart, end + 1))) return stop('claimed-action');
        sentenceStart = end + 1;
      }
      const open = text.slice(sentenceStart);
      if (claimsAction(open)) return stop('claimed-action');
      if (sentenceStart === 0 && text.length < firstLook) return { kind: 'show', text: '' };
      const plain = isGrounded ? '' : text.replace(citationMarker, '');
      isGrounded ||= groundednessOf(plain, terms, sources.segment) >= leastGrounded;
      if (!isGrounded)
        return text.length > longestBeginning ? stop('ungrounded') : { kind: 'show', text: '' };

      const upTo = sentenceStart + safeLength(open, (clauses) => faultOf(clauses) === undefined);
      if (upTo <= shown) return { kind: 'show', text: '' };
      const more = text.slice(shown, upTo).replace(citationMarker, '');
      shown = upTo;
      return { kind: 'show', text: more };
    },
  };
}

/** How much of an unfinished sentence may be shown. */
function safeLength(open: string, isSound: (clauses: string) => boolean): number {
  // Complete markers are no figures; blanks keep the places.
  const words = open.replace(citationMarker, (marker) => ' '.repeat(marker.length));
  const plain = before(address, words);
  let checked = 0;
  if (figure.test(plain))
    for (const { index } of plain.matchAll(clauseEnd))
      if (isSound(plain.slice(0, index))) checked = index + 1;
  const rest = words.slice(checked);
  const unsafe = Math.min(before(figure, rest).length, before(address, rest).length);
  if (unsafe < rest.length) return checked + unsafe;
  for (let length = Math.min(noAnswer.length - 1, words.length); length > 0; length--)
    if (words.endsWith(noAnswer.slice(0, length))) return words.length - length;
  return words.length;
}

/** A text up to what the pattern finds first. */
function before(pattern: RegExp, text: string): string {
  const from = text.search(pattern);
  return from < 0 ? text : text.slice(0, from);
}
