import type { ArticleReach } from '../../../core/terms/article.ts';
import type { Language } from '../../../core/terms/language.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';

/** `2026-12-01`, in the reader's time zone. */
function day(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * From when to when a clause holds, in words: `2026-12-01 起生效 · 至 2027-05-31`; the day named last is the last on
 * which it holds. Null where it has no dates.
 */
export function clauseDates(
  { effectiveFrom, expiresAt }: Pick<ArticleReach, 'effectiveFrom' | 'expiresAt'>,
  now: number,
  language: Language,
): string | null {
  const words = assistText.dates;
  const parts = [
    ...(effectiveFrom == null
      ? []
      : [fill((effectiveFrom > now ? words.comes : words.since)[language], { day: day(effectiveFrom) })]),
    ...(expiresAt == null
      ? []
      : [fill((expiresAt <= now ? words.ended : words.until)[language], { day: day(expiresAt - 1) })]),
  ];
  return parts.length > 0 ? parts.join(' · ') : null;
}
