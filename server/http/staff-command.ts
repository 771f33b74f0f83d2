import type { Outcome } from '../../core/conversation/outcome.ts';
import type { Seat } from '../../core/conversation/seat.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { EventKind } from '../../core/terms/event.ts';
import { commandConversation } from '../../services/command-conversation.ts';
import { timersFor } from '../../services/queue-standing.ts';
import type { Caller } from '../authorisation.ts';
import type { RouteNeeds } from './route.ts';

export type Staff = Extract<Caller, { kind: 'staff' }>;

/** A command of the staff, as the routes carry it out. */
export interface StaffCommand {
  readonly conversationId: string;
  readonly id: string;
  /** The kind of the event that carries `id`. */
  readonly kind: EventKind;
  /** The agent whose capacity it takes. */
  readonly claims?: string;
}

/** How the staff's routes act on a conversation: one way for all of them. */
export function staffCommands({ plugs, actions }: RouteNeeds) {
  return {
    /** Answers with the place of the command's event. Throws the refusal of the rule. */
    async act(
      staff: Staff,
      { conversationId, id, kind, claims }: StaffCommand,
      rule: (state: ConversationState | null, seat: Seat | null) => Outcome,
    ) {
      const actor = { kind: 'agent', id: staff.id, name: staff.name } as const;
      const result = await commandConversation(
        plugs,
        { conversationId, commandId: id, kind, actor, claims },
        rule,
      );
      return { ...actions.placeOf(result, id), result };
    },
    /** Waiting times of the queue where the conversation lies. */
    timersOf: (state: ConversationState | null) =>
      timersFor(plugs.policy().policy, state?.queueId, plugs.timers),
  };
}
