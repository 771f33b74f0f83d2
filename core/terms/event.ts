import type { Actor } from './actor.ts';
import type { Citation } from './article.ts';
import type { Attachment } from './attachment.ts';
import type { Deadline } from './deadline.ts';
import type { HandoffReason } from './handoff-reason.ts';
import type { Language } from './language.ts';
import type { Perception } from './perception.ts';

/** What the assistant decided to do with one customer message. */
export type Decision = 'answer' | 'clarify' | 'offer-human' | 'hand-off' | 'small-talk';

/** An article that was considered, kept so that the decision can be explained later. */
export interface Considered {
  readonly articleId: string;
  readonly title: string;
  readonly confidence: number;
}

/** The codes of the honest messages that the system itself gives a customer who waits. */
export type NoticeCode = 'nobody-online' | 'still-waiting' | 'agent-changed' | 'answer-delayed';

/** How an agent sums up a conversation (小结). */
export type Disposition = 'solved' | 'solved-with-follow-up' | 'not-solved' | 'no-reply' | 'spam';

/** The body of every kind of event. The log is the truth: whatever is not here did not happen. */
export interface EventBodies {
  'conversation-opened': {
    readonly inboxId: string;
    readonly contactId: string;
    readonly language: Language;
  };
  'message-received': {
    readonly text: string;
    readonly attachments?: readonly Attachment[];
    readonly deadline?: Deadline;
  };
  /** `of` is the seq of the message that was perceived. */
  perceived: Perception & { readonly of: number };
  decided: {
    readonly of: number;
    readonly decision: Decision;
    readonly confidence: number;
    readonly reasons: readonly HandoffReason[];
    readonly considered: readonly Considered[];
    /** This turn brought the customer no further. */
    readonly noProgress: boolean;
    /** The question that was looked up, kept to notice when it is asked again. */
    readonly question?: string;
    /** The customer asked this before, in these or other words. */
    readonly repeated: boolean;
    readonly answerer: 'built-in' | 'model';
    /** Why the model's answer was not used, when it was asked. */
    readonly fallback?: string;
    readonly policyVersion: number;
  };
  'message-sent': {
    readonly text: string;
    readonly language?: Language;
    readonly citations?: readonly Citation[];
    readonly attachments?: readonly Attachment[];
    /** Questions that the customer may choose by one tap. */
    readonly choices?: readonly string[];
    /** The message offers a person; the clients draw the 转人工 button inside it. */
    readonly offersHuman?: boolean;
    /** The streamed answer that this message replaces on the screen. */
    readonly answerId?: string;
  };
  'handoff-requested': {
    readonly by: 'contact' | 'assistant' | 'system';
    readonly reasons: readonly HandoffReason[];
  };
  queued: {
    readonly queueId: string;
    /** Higher is served first; equal priorities by waiting time. */
    readonly priority: number;
    readonly reasons: readonly HandoffReason[];
    /** Keeps the earlier place when a conversation comes back to the queue through no fault of the customer. */
    readonly waitingSince?: number;
    readonly deadline?: Deadline;
  };
  assigned: { readonly agentId: string; readonly agentName: string; readonly deadline?: Deadline };
  transferred: {
    readonly fromAgentId: string;
    readonly toAgentId: string;
    readonly toAgentName: string;
    readonly note: string;
    readonly deadline?: Deadline;
  };
  'returned-to-assistant': { readonly agentId: string; readonly note: string };
  'note-added': { readonly text: string };
  'notice-given': { readonly code: NoticeCode; readonly position?: number; readonly deadline?: Deadline };
  resolved: { readonly disposition: Disposition; readonly note: string };
  reopened: Record<string, never>;
  rated: { readonly score: number; readonly comment: string };
}

export type EventKind = keyof EventBodies;

/** An event before the log has given it its place. `id` comes from whoever caused it, so a repeat is recognised. */
export type NewEvent = {
  [K in EventKind]: {
    readonly id: string;
    readonly kind: K;
    readonly actor: Actor;
    /** Epoch milliseconds, by the server's clock. */
    readonly at: number;
    readonly body: EventBodies[K];
  };
}[EventKind];

/** An event in the log: `seq` counts from 1 inside its conversation, without gaps. */
export type ConversationEvent = NewEvent & { readonly conversationId: string; readonly seq: number };

/** Narrow an event type by its kind. */
export type EventOf<K extends EventKind> = Extract<ConversationEvent, { kind: K }>;
