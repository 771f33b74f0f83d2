import type { Bilingual } from '../../../core/terms/language.ts';
import type { SlaTarget } from '../../../core/terms/sla.ts';
import { routingText, slaWord } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { clock as time } from '../time.ts';
import type { Standing } from './standing.ts';

/** `0:42`, `+1:05` since the promise was broken, `‖ 3:00` while it stands still. */
export function countdown(standing: Standing): string {
  if (standing.tone === 'over') return `+${time(-standing.leftMs)}`;
  return standing.tone === 'paused' ? `‖ ${time(standing.leftMs)}` : time(standing.leftMs);
}

/** How a promise stands, as a sentence for hover and screen readers. */
export function sentenceOf(target: SlaTarget, standing: Standing, t: (entry: Bilingual) => string): string {
  const { left, over, paused, pausedHelp } = routingText.sla;
  const values = { target: t(slaWord[target]), time: time(Math.abs(standing.leftMs)) };
  if (standing.tone === 'over') return fill(t(over), values);
  if (standing.tone === 'paused') return `${fill(t(paused), values)} · ${t(pausedHelp)}`;
  return fill(t(left), values);
}
