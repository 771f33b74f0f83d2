import { asksForPerson } from '../terms/taught.ts';
import { type Risk, risks } from '../terms/triage.ts';
import { type PhraseKey, phraseKey } from './phrase-key.ts';

/** What somebody said of whole messages, one row a message. `label` of a risk is its name, or `none`. */
export interface TaughtPhrase {
  readonly matter: 'wish' | 'risk';
  readonly text: string;
  readonly label: string;
}

/** What was taught of a message; `wish` is absent where nothing was. */
export interface Taught {
  readonly wish?: 'human' | 'none';
  readonly risks: readonly Risk[];
}

/** What people judged on this installation, known again where the same words come again. */
export interface TaughtPhrases {
  readonly name: string;
  readonly version: string;
  readonly size: number;
  /** Undefined where nobody said anything of these words. Linear in the text, never throws. */
  of(text: string): Taught | undefined;
}

interface Entry {
  wish?: 'human' | 'none';
  readonly risks: Set<Risk>;
}

/**
 * Phrases out of rows, oldest first: of two that say different things of the same words the later counts. A message is
 * known again when it is the same as a whole – case, marks, courtesies and the traditional characters of service talk
 * aside – or sounds the same; never when it merely holds the phrase. A row whose words are nothing to be known by teaches nothing. That words carry no
 * risk is noted and has no effect: a risk that is heard too often costs less than one that is silenced. `keyOf` may
 * remember keys: reading a phrase takes a tenth of a millisecond.
 */
export function taughtPhrases(
  rows: readonly TaughtPhrase[],
  version: string,
  keyOf: (text: string) => PhraseKey | null = phraseKey,
): TaughtPhrases {
  const byLetters = new Map<string, Entry>();
  const bySound = new Map<string, Entry>();
  for (const row of rows) {
    const key = keyOf(row.text);
    if (!key) continue;
    const entry: Entry = byLetters.get(key.letters) ?? { risks: new Set() };
    if (row.matter === 'wish') entry.wish = row.label === asksForPerson ? 'human' : 'none';
    const risk = row.matter === 'risk' ? risks.find((one) => one === row.label) : undefined;
    if (risk) entry.risks.add(risk);
    byLetters.set(key.letters, entry);
    if (key.sound !== null) bySound.set(key.sound, entry);
  }
  return {
    name: 'phrases',
    version,
    size: byLetters.size,
    of(text) {
      if (byLetters.size === 0) return undefined;
      const key = phraseKey(text);
      if (!key) return undefined;
      const entry = byLetters.get(key.letters) ?? (key.sound === null ? undefined : bySound.get(key.sound));
      return entry && { ...entry, risks: risks.filter((risk) => entry.risks.has(risk)) };
    },
  };
}
