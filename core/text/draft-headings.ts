import type { Bilingual } from '../terms/language.ts';

/** Headings of what a drafted article says besides its steps; customers read them. */
export const draftHeadings = {
  conditions: { zh: '适用条件', en: 'When this applies' },
  avoid: { zh: '注意', en: 'What not to do' },
} as const satisfies Record<string, Bilingual>;
