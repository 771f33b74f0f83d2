import type { EventBodies } from '../terms/event.ts';
import type { SlaClock } from '../terms/sla.ts';

/** An event about promises of time, before somebody gives it an id. */
export type SlaEvent = {
  [K in 'sla-warned' | 'sla-breached' | 'sla-changed']: { readonly kind: K; readonly body: EventBodies[K] };
}['sla-warned' | 'sla-breached' | 'sla-changed'];

function dueKind(clock: SlaClock, at: number): 'sla-warned' | 'sla-breached' | null {
  if (clock.paused || clock.breached) return null;
  if (at >= clock.dueAt) return 'sla-breached';
  return !clock.warned && at >= clock.warnAt ? 'sla-warned' : null;
}

/** The warnings and breaches that are due and not yet in the log. Who is past the end is not warned as well. */
export function clockEvents(clocks: readonly SlaClock[], at: number): readonly SlaEvent[] {
  return clocks.flatMap((clock): SlaEvent[] => {
    const kind = dueKind(clock, at);
    const { target, ruleId, dueAt } = clock;
    return kind ? [{ kind, body: { target, ruleId, dueAt } }] : [];
  });
}

/** The clocks after those events: marked, so that nothing is said twice. The same array when nothing is due. */
export function afterDue(clocks: readonly SlaClock[], at: number): readonly SlaClock[] {
  if (!clocks.some((clock) => dueKind(clock, at))) return clocks;
  return clocks.map((clock) => {
    const kind = dueKind(clock, at);
    return kind ? { ...clock, warned: true, breached: kind === 'sla-breached' } : clock;
  });
}
