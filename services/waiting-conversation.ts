import type { ConversationState } from '../core/conversation/state.ts';
import type { WaitingConversation } from '../core/routing/contract.ts';
import { nextOpening } from '../core/sla/calendar.ts';
import type { Policy } from '../core/terms/policy.ts';
import { calendarOf, queueOf } from './queue-standing.ts';

/** What was served this long ago counts half. */
const halfLifeMs = 14 * 24 * 3600_000;

/** When each agent last served this contact, by agent id; as the router's `history` from 0 to 1. */
export function historyOf(
  served: readonly (readonly [agentId: string, at: number])[],
  now: number,
): Record<string, number> {
  return Object.fromEntries(served.map(([id, at]) => [id, 0.5 ** (Math.max(0, now - at) / halfLifeMs)]));
}

/**
 * Since when somebody waits, for the order of serving. Whoever left a message while the queue was closed waits from its
 * opening on: else a night's messages would stand before everybody who is at the screen in the morning.
 */
export function waitsSince(
  policy: Policy,
  queueId: string | null,
  waitingSince: number,
  leftAt: number | null,
): number {
  if (leftAt === null) return waitingSince;
  const calendar = calendarOf(policy, queueOf(policy, queueId));
  const opens = calendar ? nextOpening(calendar, leftAt) : leftAt;
  return Math.max(waitingSince, opens ?? leftAt);
}

/** A state in a queue as the router takes it. */
export function waitingConversation(
  state: ConversationState,
  policy: Policy,
  history: Readonly<Record<string, number>>,
): WaitingConversation {
  const { leftMessage } = state;
  const slot = leftMessage?.way === 'callback' ? leftMessage.slotFrom : null;
  return {
    id: state.id,
    queueId: state.queueId ?? '',
    priority: state.priority,
    waitingSince: waitsSince(
      policy,
      state.queueId,
      state.waitingSince ?? state.updatedAt,
      leftMessage?.at ?? null,
    ),
    skills: state.skills,
    language: state.language,
    weight: state.weight,
    preferredAgentId: state.preferredAgentId,
    history,
    declined: state.declined,
    ...(slot === null ? {} : { notBefore: slot }),
  };
}
