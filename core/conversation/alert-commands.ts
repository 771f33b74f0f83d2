import type { Deadline } from '../terms/deadline.ts';
import type { EventBodies } from '../terms/event.ts';
import type { Command, Outcome } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** Between two calls for a supervisor about the same wait, at most. */
const longestPauseMs = 24 * 3600_000;

/**
 * Calls a supervisor, and again after twice the time while nothing happens: the wait never loses its next step.
 *
 * @param kind which wait goes on
 * @param pauseMs from the first call to the second
 */
export function alertSupervisor(
  state: ConversationState,
  { id, at }: Command,
  why: EventBodies['supervisor-alerted']['why'],
  kind: Deadline['kind'],
  pauseMs: number,
): Outcome {
  const since = state.alert?.why === why ? at - state.alert.at : 0;
  const deadline = { kind, at: at + Math.min(longestPauseMs, Math.max(pauseMs, 2 * since)) };
  return {
    events: [{ id, kind: 'supervisor-alerted', actor: { kind: 'system' }, at, body: { why, deadline } }],
  };
}
