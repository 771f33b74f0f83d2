import { alertSupervisor } from '../core/conversation/alert-commands.ts';
import type { QueueStanding } from '../core/conversation/notices.ts';
import { endOffer } from '../core/conversation/offer-commands.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import { requeue, tellStillWaiting } from '../core/conversation/queue-commands.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { WaitEstimate } from '../core/terms/event.ts';
import type { Policy } from '../core/terms/policy.ts';
import type { AppendResult, Log } from '../plugs/log.ts';
import { keepClocks } from './keep-sla.ts';
import { queueOf, timersFor } from './queue-standing.ts';

export interface KeepDeadline {
  readonly log: Log;
  readonly timers: Timers;
  readonly policy: () => Policy;
  /** The customer's place in the queue, from 1, and how long it may take. */
  readonly placeOf: (
    conversationId: string,
  ) => Promise<{ readonly position: number; readonly estimate: WaitEstimate | null }>;
  /** How its queue stands for this conversation. */
  readonly standingOf: (state: ConversationState) => QueueStanding;
  /** Answers without the model what the assistant still owes. */
  readonly answerBuiltIn: (conversationId: string, of: number) => Promise<unknown>;
  /** An agent let an offer pass. */
  readonly missedOffer: (agentId: string) => Promise<unknown>;
}

/** While nobody takes a message that was left, or a call that is due, a supervisor is called after so long again. */
const alertAgainMs = 3600_000;

/**
 * Does what must happen when a conversation's deadline or a promise of time has passed. Every server process may call
 * this for the same one: the command's id is made from it, so it happens once; and if somebody acted meanwhile, nothing
 * happens.
 */
export async function keepDeadline(needs: KeepDeadline, conversationId: string, at: number): Promise<void> {
  const state = await needs.log.state(conversationId);
  if (!state) return;
  await keepClocks(needs.log, state, at);
  const { deadline } = state;
  if (!deadline || deadline.at > at) return;
  const id = `deadline/${deadline.kind}/${deadline.at}`;
  const policy = needs.policy();
  const timers = timersFor(policy, state.queueId, needs.timers);
  const standing = needs.standingOf(state);
  const keep = (rule: (now: ConversationState) => ReturnType<typeof requeue>) =>
    append(needs.log, conversationId, id, (now) =>
      now?.deadline?.at === deadline.at && now.deadline.kind === deadline.kind ? rule(now) : { events: [] },
    );

  switch (deadline.kind) {
    case 'answer':
      if (state.unanswered !== null) await needs.answerBuiltIn(conversationId, state.unanswered);
      return;
    case 'queue-patience': {
      if (state.leftMessage) {
        await keep((now) => alertSupervisor(now, { id, at }, 'waiting-long', 'queue-patience', alertAgainMs));
        return;
      }
      const told = await needs.placeOf(conversationId);
      await keep((now) => tellStillWaiting(now, { id, at }, told, standing, timers));
      return;
    }
    case 'callback':
      await keep((now) => alertSupervisor(now, { id, at }, 'callback-due', 'callback', alertAgainMs / 4));
      return;
    case 'offer': {
      const asked = state.offer;
      if (!asked) return;
      const result = await keep((now) => endOffer(now, asked.agentId, 'expired', { id, at }, asked.at));
      if (result.kind === 'appended' && result.events.length > 0) await needs.missedOffer(asked.agentId);
      return;
    }
    case 'agent-reply': {
      const alerts = queueOf(policy, state.queueId).whenSilent === 'alert-supervisor';
      const result = await keep((now) =>
        alerts
          ? alertSupervisor(now, { id, at }, 'agent-silent', 'agent-reply', timers.agentSilenceMs)
          : requeue(now, { id, at }, 'agent-silent', standing, timers),
      );
      // An empty chair is noticed also where conversations are given without asking.
      const isLost = !alerts && result.kind === 'appended' && result.events.length > 0;
      if (isLost && state.owner.kind === 'agent') await needs.missedOffer(state.owner.agentId);
    }
  }
}

/** Gives a conversation on whose agent has lost the connection for longer than the grace. */
export async function leaveAgent(
  needs: Pick<KeepDeadline, 'log' | 'timers' | 'policy' | 'standingOf'>,
  conversationId: string,
  at: number,
): Promise<void> {
  const before = await needs.log.state(conversationId);
  if (before?.owner.kind !== 'agent' || before.customerWaitingSince === null) return;
  const { agentId } = before.owner;
  const id = `left/${agentId}/${before.assignedAt}/${before.customerWaitingSince}`;
  const timers = timersFor(needs.policy(), before.queueId, needs.timers);
  const standing = needs.standingOf(before);
  await append(needs.log, conversationId, id, (now) =>
    now?.owner.kind === 'agent' && now.owner.agentId === agentId
      ? requeue(now, { id, at }, 'agent-left', standing, timers)
      : { events: [] },
  );
}

function append(
  log: Log,
  conversationId: string,
  commandId: string,
  decide: Parameters<Log['append']>[0]['decide'],
): Promise<AppendResult> {
  return log.append({ conversationId, commandId, actorKey: 'system', decide });
}
