import type { Bilingual } from '../../../core/terms/language.ts';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';

/** How a figure stands to the period before, in words. */
export function changeWords(now: number, before: number, t: (words: Bilingual) => string): string {
  if (before === 0) return t(insightText.new);
  if (now === before) return t(insightText.same);
  return fill(t(now > before ? insightText.more : insightText.fewer), { count: Math.abs(now - before) });
}
