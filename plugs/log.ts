import type { Outcome } from '../core/conversation/outcome.ts';
import type { Seat } from '../core/conversation/seat.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { ErrorCode } from '../core/terms/error-code.ts';
import type { ConversationEvent, EventKind, NewEvent } from '../core/terms/event.ts';

export interface AppendRequest {
  readonly conversationId: string;
  /** Made by whoever asks. If an event of this id stands already, nothing is appended and that event is the answer. */
  readonly commandId: string;
  /** Whose command it is; a repeat of the id by somebody else is refused as `id-reused`. */
  readonly actorKey: string;
  /** The kind of the event that carries `commandId`; a repeat of the id for another kind is refused as `id-reused`. */
  readonly kind?: EventKind;
  /**
   * The agent whose capacity the command takes. Their lock is held too, so that their standing cannot change while
   * `decide` looks at it: an agent's last place is never given twice, by whatever process or way.
   */
  readonly claims?: string;
  /**
   * Runs while nobody else can append to the conversation. MUST be pure: it may run more than once. One of its events
   * carries `commandId` as its id. `null` means that the conversation does not exist yet; `seat` is how the agent of
   * `claims` stands, `null` without one or where there is no such agent.
   */
  readonly decide: (state: ConversationState | null, seat: Seat | null) => Outcome;
}

export type AppendResult =
  | {
      readonly kind: 'appended';
      readonly events: readonly ConversationEvent[];
      readonly state: ConversationState;
    }
  | { readonly kind: 'repeated'; readonly event: ConversationEvent; readonly state: ConversationState }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly state: ConversationState | null };

/** The append-only conversation log. */
export interface Log {
  /**
   * MUST NOT resolve before the events are committed with fsync. Rejects only when the store cannot be reached;
   * then the outcome is unknown, and the same request may be sent again without harm.
   */
  append(request: AppendRequest): Promise<AppendResult>;
  /** Events with `seq > after`, in order, at most `limit`. */
  read(conversationId: string, after: number, limit?: number): Promise<readonly ConversationEvent[]>;
  state(conversationId: string): Promise<ConversationState | null>;
}

/** The key under which an actor's commands are recognised. */
export function actorKey(actor: NewEvent['actor']): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}
