import { htmlLanguage, useLanguage } from '../../../ui/language.ts';

/** A day as the page's language writes it, inside a sentence. */
export function useDay(): (at: number) => string {
  const { language } = useLanguage();
  return (at) =>
    new Date(at).toLocaleDateString(htmlLanguage(language), {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
    });
}
