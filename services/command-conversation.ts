import type { Outcome } from '../core/conversation/outcome.ts';
import type { Seat } from '../core/conversation/seat.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { Actor } from '../core/terms/actor.ts';
import type { EventKind } from '../core/terms/event.ts';
import { type AppendResult, actorKey, type Log } from '../plugs/log.ts';

/**
 * Carries out one of the rules of `core/conversation` on a conversation: under its lock, once for each `commandId`,
 * durable when this resolves. `claims` names the agent whose capacity it takes; the rule then sees how they stand.
 */
export function commandConversation(
  needs: { readonly log: Log },
  command: {
    readonly conversationId: string;
    readonly commandId: string;
    readonly kind: EventKind;
    readonly actor: Actor;
    readonly claims?: string;
  },
  rule: (state: ConversationState | null, seat: Seat | null) => Outcome,
): Promise<AppendResult> {
  return needs.log.append({
    conversationId: command.conversationId,
    commandId: command.commandId,
    kind: command.kind,
    actorKey: actorKey(command.actor),
    ...(command.claims === undefined ? {} : { claims: command.claims }),
    decide: rule,
  });
}
