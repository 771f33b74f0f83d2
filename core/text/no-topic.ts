import type { Bilingual } from '../terms/language.ts';

/** The topic of an article of which nobody has said one yet. */
export const noTopic: Bilingual = { zh: '其他', en: 'General' };
