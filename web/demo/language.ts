import type { Language } from '../../core/terms/language.ts';

/** The language that the address asks for with `?lang=`, else the reader's first, Chinese before all others. */
export function pageLanguage(search: string, ofReader: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  const first = ofReader
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => tag === 'zh' || tag === 'en');
  return first === 'en' ? 'en' : 'zh';
}

/** The same page in the other language. */
export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}
