import type { Language } from '../../../core/terms/language.ts';

/** Whole sentences one after the other: Chinese puts no space between them. */
export function sentences(parts: readonly string[], language: Language): string {
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
}
