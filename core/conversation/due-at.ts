import type { ConversationState } from './state.ts';

/**
 * When somebody must look at a conversation next if nobody acts: its deadline, or the warning or the end of a promise
 * of time, whichever comes first. Epoch milliseconds; null when nothing is waited for.
 */
export function dueAt(state: Pick<ConversationState, 'deadline' | 'clocks'>): number | null {
  let earliest = state.deadline?.at ?? null;
  for (const clock of state.clocks) {
    if (clock.paused || clock.breached) continue;
    const next = clock.warned ? clock.dueAt : Math.min(clock.warnAt, clock.dueAt);
    if (earliest === null || next < earliest) earliest = next;
  }
  return earliest;
}
