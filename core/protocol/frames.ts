import type { Attachment } from '../terms/attachment.ts';
import type { ErrorCode } from '../terms/error-code.ts';
import type { ConversationEvent, InsteadOfWaiting, WaitEstimate } from '../terms/event.ts';
import type { Colleague, ConversationSummary } from './views.ts';

/**
 * The frames of the live connection. The same frames travel over WebSocket (JSON text frames), over SSE (`data:` lines)
 * and in the answer of a long-poll. `docs/protocol.md` describes them for people who write a client.
 *
 * A cursor is never a time. For one conversation it is the `seq` of the last event the client has applied; for the
 * desk it is the opaque `cursor` of the last frame that carried one.
 */
export type ClientFrame =
  /** First frame of a customer's socket; the staff's socket is authenticated by its session cookie instead. */
  | { readonly type: 'authenticate'; readonly token: string }
  /** Every event of the conversation after `after`, then each new one as it happens. */
  | { readonly type: 'subscribe'; readonly conversationId: string; readonly after: number }
  | { readonly type: 'unsubscribe'; readonly conversationId: string }
  /** Staff only: the list of conversations as it changes. Without `after`, only what happens from now on. */
  | { readonly type: 'subscribe-desk'; readonly after?: string }
  /** Nobody is told twice a second; `text` lets the agent see what the customer is writing. */
  | { readonly type: 'typing'; readonly conversationId: string; readonly on: boolean }
  /** A customer's message, as `POST /api/conversations/{id}/messages`. `id` makes a repeat harmless. */
  | {
      readonly type: 'send';
      readonly conversationId: string;
      readonly id: string;
      readonly text: string;
      readonly attachments?: readonly string[];
      readonly products?: readonly string[];
    }
  /** One tap on 转人工, as `POST /api/conversations/{id}/human`. */
  | { readonly type: 'ask-human'; readonly conversationId: string; readonly id: string }
  | { readonly type: 'ping' };

export type ServerFrame =
  | { readonly type: 'ready'; readonly now: number; readonly cursor?: string }
  /** Events in order. `upTo` is the cursor after them: events between that the reader may not see are skipped in it. */
  | {
      readonly type: 'events';
      readonly conversationId: string;
      readonly events: readonly ConversationEvent[];
      readonly upTo: number;
    }
  /** Acknowledges a `send` or `ask-human` after it is durable. */
  | {
      readonly type: 'accepted';
      readonly id: string;
      readonly conversationId: string;
      readonly seq: number;
      readonly repeated: boolean;
    }
  /** Refuses a frame; `id` names the refused `send`, if it was one. */
  | { readonly type: 'refused'; readonly id?: string; readonly code: ErrorCode; readonly message: string }
  /** More words of an answer that is being written. Not in the log: `message-sent` with the same `answerId` replaces it. */
  | {
      readonly type: 'writing';
      readonly conversationId: string;
      readonly answerId: string;
      readonly text: string;
    }
  /** The answer that was being written will not come (a person was asked for, or the model failed). */
  | { readonly type: 'writing-stopped'; readonly conversationId: string; readonly answerId: string }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly by: 'contact' | 'agent' | 'assistant';
      readonly name?: string;
      readonly on: boolean;
    }
  /** Where the customer stands, from 1; sent to the customer whenever it changes. */
  | {
      readonly type: 'position';
      readonly conversationId: string;
      readonly position: number;
      readonly agentsOnline: number;
      /** How long it may take; null when nothing observed tells. */
      readonly estimate: WaitEstimate | null;
      /** What the customer may do instead of waiting. */
      readonly instead: readonly InsteadOfWaiting[];
    }
  /** Staff: a conversation as the list shows it, whenever anything in it changed. */
  | { readonly type: 'summary'; readonly conversation: ConversationSummary; readonly cursor: string }
  /** Staff: a colleague came, went or changed status. */
  | { readonly type: 'colleague'; readonly colleague: Colleague }
  /** Staff: an article was published, changed or drafted. */
  | { readonly type: 'knowledge'; readonly articleId: string; readonly status: string }
  /** Staff: an alert of a rising topic came, grew or ended; those who lead read it anew. */
  | { readonly type: 'insights' }
  | { readonly type: 'pong'; readonly now: number; readonly cursor?: string };

export type { Attachment };
