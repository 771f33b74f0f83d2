import { useCallback, useSyncExternalStore } from 'react';
import type { Bilingual, Language } from '../../core/terms/language.ts';

const storageKey = 'tandem.language';
const listeners = new Set<() => void>();

/** Chinese for every browser that reads Chinese first, English for everybody else. */
export function languageOf(browserLanguage: string | undefined): Language {
  return browserLanguage?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function stored(): Language | null {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'zh' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

let current: Language =
  typeof window === 'undefined' ? 'zh' : (stored() ?? languageOf(globalThis.navigator?.language));

/** The language of the page at this moment, for code outside of React (requests, titles). */
export function currentLanguage(): Language {
  return current;
}

/** Changes the language at once everywhere and remembers the choice in this browser. */
export function chooseLanguage(language: Language): void {
  current = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that refuses storage still gets the language for this visit.
  }
  document.documentElement.lang = htmlLanguage(language);
  for (const listener of listeners) listener();
}

/** The value of `<html lang>`. */
export function htmlLanguage(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language, a way to change it, and `t`, which picks the sentence of an entry in a catalogue. */
export function useLanguage(): {
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly t: (entry: Bilingual) => string;
} {
  const language = useSyncExternalStore(subscribe, currentLanguage, currentLanguage);
  const t = useCallback((entry: Bilingual) => entry[language], [language]);
  return { language, chooseLanguage, t };
}
