import { fnvOf } from '../chance/fnv.ts';
import type { Language } from '../terms/language.ts';
import type { Phrasings } from '../text/manner.ts';

/** A phrase that was chosen; `id` is kept in the log, so that the next choice is another one. */
export interface ChosenPhrase {
  readonly id: string;
  readonly text: string;
}

export interface Choosing {
  readonly language: Language;
  /** The same seed chooses the same: the conversation and the turn. */
  readonly seed: string;
  /** Ids of phrases that were said in this conversation, oldest first. */
  readonly spoken: readonly string[];
}

/**
 * One of several phrasings: by the seed among those not said yet, never the one that was said last. With `inOrder` the
 * first of them, which is the one to begin with.
 */
export function choosePhrase(
  slot: string,
  phrasings: Phrasings,
  { language, seed, spoken }: Choosing,
  inOrder = false,
): ChosenPhrase {
  const texts = phrasings[language];
  const said = spoken
    .filter((id) => id.startsWith(`${slot}/`))
    .map((id) => Number(id.slice(slot.length + 1)));
  const all = texts.map((_, place) => place);
  const fresh = all.filter((place) => !said.includes(place));
  const others = all.filter((place) => place !== said.at(-1));
  const open = fresh.length > 0 ? fresh : others.length > 0 ? others : all;
  const place = open[inOrder ? 0 : hashOf(`${seed}:${slot}`) % open.length]!;
  return { id: `${slot}/${place}`, text: texts[place]! };
}

/** The low bits of FNV alone follow the last character. */
function hashOf(text: string): number {
  const hash = fnvOf(text);
  return (hash ^ (hash >>> 15)) >>> 0;
}
