import { nobodyHere, type QueueStanding } from '../core/conversation/notices.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import { queueEvents } from '../core/conversation/queue-commands.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { NewEvent } from '../core/terms/event.ts';
import type { HandoffReason } from '../core/terms/handoff-reason.ts';

/** What is known of the agents when somebody writes again. */
export interface ReturnToAgent {
  /** Whether this agent could be asked now. Looked at again, exactly, when the conversation is offered. */
  readonly isFree: (agentId: string) => boolean;
  readonly standingOf: (state: ConversationState) => QueueStanding;
}

/**
 * The agent who resolved the conversation a moment ago, if they are free: whoever writes again so soon means the same
 * matter. Null otherwise; then the assistant answers.
 */
export function agentToReturnTo(
  before: ConversationState | null,
  needs: ReturnToAgent | undefined,
  withinMs: number,
  at: number,
): string | null {
  const agentId = before?.lastAgentId ?? null;
  if (!needs || agentId === null || before?.resolution?.by !== 'agent') return null;
  if (at - before.resolution.at > withinMs || !needs.isFree(agentId)) return null;
  // Where the queue is closed by now, the assistant answers the question rather than only keep a place.
  return nobodyHere(needs.standingOf(before)) === null ? agentId : null;
}

/** Queues a conversation that was just opened again for the agent who knows it. Others may take it if they cannot. */
export function returnToAgent(
  before: ConversationState,
  agentId: string,
  command: { readonly id: string; readonly at: number },
  needs: ReturnToAgent,
  timers: Timers,
): NewEvent[] {
  const { id, at } = command;
  const reasons: HandoffReason[] = [{ code: 'customer-returned' }];
  const { queueId } = before;
  // Raised once for an agent who fell silent is not raised for good.
  const priority = before.firstPriority ?? before.priority;
  const target = {
    ...needs.standingOf(before),
    queueId: queueId ?? 'default',
    priority,
    preferredAgentId: agentId,
  };
  return [
    {
      id: `${id}/handoff`,
      kind: 'handoff-requested',
      actor: { kind: 'system' },
      at,
      body: { by: 'system', reasons },
    },
    ...queueEvents({ id: `${id}/handoff`, at }, reasons, target, timers),
  ];
}
