import type { Bilingual } from '../terms/language.ts';

/** Skills that come along, as people read them; one that a house names itself is read as it was named. */
const known: Readonly<Record<string, Bilingual>> = {
  products: { zh: '商品', en: 'Products' },
  returns: { zh: '退换货', en: 'Returns' },
  care: { zh: '客诉', en: 'Complaints' },
};

/** The name of a skill for people. */
export function skillName(skill: string): Bilingual {
  return Object.hasOwn(known, skill) ? known[skill]! : { zh: skill, en: skill };
}
