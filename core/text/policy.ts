import type { Bilingual, Language } from '../terms/language.ts';
import { fill } from './fill.ts';

/** What the server itself writes beside a version of the policy. */
export const policyText = {
  shippedNote: { zh: '随安装提供的策略', en: 'The policy that comes with the installation' },
  restoredNote: { zh: '恢复到版本 {version}', en: 'Back to version {version}' },
} satisfies Record<string, Bilingual>;

/** The note of the first version, as it is kept: whoever reads it, in whichever language. */
export const storedShippedNote = `${policyText.shippedNote.zh} · ${policyText.shippedNote.en}`;

/** A version's note in the reader's language, where the server wrote it; what people wrote stays as it is. */
export function policyNote(note: string, language: Language): string {
  const { shippedNote, restoredNote } = policyText;
  if (note === storedShippedNote) return shippedNote[language];
  const [before = ''] = restoredNote.zh.split('{version}');
  const version = note.startsWith(before) ? note.slice(before.length) : '';
  return /^\d+$/.test(version) ? fill(restoredNote[language], { version }) : note;
}
