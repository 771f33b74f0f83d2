import type { Bilingual, Language } from '../../../core/terms/language.ts';
import type { SlaTarget } from '../../../core/terms/sla.ts';
import { routingText, slaWord } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { dayOf, sameDay, clock as time, timeOfDay } from '../time.ts';
import type { Standing } from './standing.ts';

const words = routingText.sla;

/** What sentences about promises need: the reader's language, and now. */
export interface Reader {
  readonly language: Language;
  readonly t: (entry: Bilingual) => string;
  readonly now: number;
}

/** `0:42`, `+1:05` since the promise was broken, `‖ 3:00` while it stands still. */
export function countdown(standing: Standing): string {
  if (standing.tone === 'over') return `+${time(-standing.leftMs)}`;
  const stands = standing.tone === 'paused' || standing.tone === 'closed';
  return stands ? `‖ ${time(standing.leftMs)}` : time(standing.leftMs);
}

/** 「营业时间外，9:00 继续」 where a promise stands still by the clock on the wall; null where it does not. */
export function closedWords(standing: Standing, { language, t, now }: Reader): string | null {
  if (standing.tone !== 'closed') return null;
  const { opensAt } = standing;
  if (opensAt === null) return t(words.closed);
  const hour = timeOfDay(opensAt, language).replace(/^0(?=\d:)/, '');
  const at = sameDay(opensAt, now) ? hour : `${dayOf(opensAt, now, language)} ${hour}`;
  return fill(t(words.closedUntil), { time: at });
}

/** How a promise stands, as a sentence for hover and screen readers. */
export function sentenceOf(target: SlaTarget, standing: Standing, reader: Reader): string {
  const { t } = reader;
  const values = { target: t(slaWord[target]), time: time(Math.abs(standing.leftMs)) };
  if (standing.tone === 'over') return fill(t(words.over), values);
  if (standing.tone === 'paused') return `${fill(t(words.paused), values)} · ${t(words.pausedHelp)}`;
  const closed = closedWords(standing, reader);
  return closed ? `${fill(t(words.paused), values)} · ${closed}` : fill(t(words.left), values);
}
