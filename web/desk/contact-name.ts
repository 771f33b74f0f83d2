import type { Bilingual } from '../../core/terms/language.ts';
import { deskText } from '../../core/text/desk.ts';
import { fill } from '../../core/text/fill.ts';

/** What to call a contact: by name, or as a visitor with the beginning of the id, so that two are told apart. */
export function contactName(
  contact: { readonly id: string; readonly name: string },
  t: (entry: Bilingual) => string,
): string {
  return contact.name.trim() || fill(t(deskText.list.visitor), { code: contact.id.slice(0, 4) });
}
