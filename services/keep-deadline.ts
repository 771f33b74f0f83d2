import type { Timers } from '../core/conversation/outcome.ts';
import { requeue, tellStillWaiting } from '../core/conversation/queue-commands.ts';
import type { AppendResult, Log } from '../plugs/log.ts';

export interface KeepDeadline {
  readonly log: Log;
  readonly timers: Timers;
  /** The customer's place in the queue, from 1. */
  readonly positionOf: (conversationId: string) => Promise<number>;
  readonly agentsOnline: () => number;
  /** Answers without the model what the assistant still owes. */
  readonly answerBuiltIn: (conversationId: string, of: number) => Promise<unknown>;
}

/**
 * Does what must happen when a conversation's deadline has passed. Every server process may call this for the same
 * deadline: the command's id is made from it, so it happens once; and if somebody acted meanwhile, nothing happens.
 */
export async function keepDeadline(needs: KeepDeadline, conversationId: string, at: number): Promise<void> {
  const state = await needs.log.state(conversationId);
  const deadline = state?.deadline;
  if (!state || !deadline || deadline.at > at) return;
  const id = `deadline/${deadline.kind}/${deadline.at}`;
  const isStill = (now: typeof state | null) =>
    now?.deadline?.at === deadline.at && now.deadline.kind === deadline.kind;
  switch (deadline.kind) {
    case 'answer':
      if (state.unanswered !== null) await needs.answerBuiltIn(conversationId, state.unanswered);
      return;
    case 'queue-patience': {
      const position = await needs.positionOf(conversationId);
      await append(needs.log, conversationId, `${id}`, (now) =>
        now && isStill(now)
          ? tellStillWaiting(now, { id, at }, position, needs.agentsOnline(), needs.timers)
          : { events: [] },
      );
      return;
    }
    case 'agent-reply':
      await append(needs.log, conversationId, id, (now) =>
        now && isStill(now)
          ? requeue(now, { id, at }, 'agent-silent', needs.agentsOnline(), needs.timers)
          : { events: [] },
      );
  }
}

/** Gives a conversation on whose agent has lost the connection for longer than the grace. */
export async function leaveAgent(
  needs: Pick<KeepDeadline, 'log' | 'timers' | 'agentsOnline'>,
  conversationId: string,
  at: number,
): Promise<void> {
  const before = await needs.log.state(conversationId);
  if (before?.owner.kind !== 'agent' || before.customerWaitingSince === null) return;
  const { agentId } = before.owner;
  const id = `left/${agentId}/${before.assignedAt}/${before.customerWaitingSince}`;
  await append(needs.log, conversationId, id, (now) =>
    now?.owner.kind === 'agent' && now.owner.agentId === agentId
      ? requeue(now, { id, at }, 'agent-left', needs.agentsOnline(), needs.timers)
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
