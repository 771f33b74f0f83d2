import type { Actor } from './actor.ts';
import type { Citation } from './article.ts';
import type { Attachment } from './attachment.ts';
import type { Deadline } from './deadline.ts';
import type { HandoffReason } from './handoff-reason.ts';
import type { Language } from './language.ts';
import type { CorrectedMatter, Disagreement, Opinion, Perception } from './perception.ts';
import type { RoutingExplanation } from './routing.ts';
import type { KeptEstimate } from './satisfaction.ts';
import type { SkillNeed } from './skill.ts';
import type { SlaClock, SlaTarget } from './sla.ts';
import type { TriageVerdict } from './triage.ts';

/** What the assistant decided to do with one customer message. */
export type Decision = 'answer' | 'clarify' | 'offer-human' | 'hand-off' | 'small-talk';

/** An article that was considered, kept so that the decision can be explained later. */
export interface Considered {
  readonly articleId: string;
  readonly title: string;
  readonly confidence: number;
}

/** The codes of the honest messages that the system itself gives a customer who waits. */
export type NoticeCode =
  | 'nobody-online'
  | 'still-waiting'
  | 'agent-changed'
  | 'answer-delayed'
  /** Outside business hours; `opensAt` says when somebody is there again. */
  | 'closed'
  /** A message or a wish to be called was left, and what happens with it. */
  | 'message-taken';

/** What a customer may do instead of waiting. */
export type InsteadOfWaiting = 'message' | 'callback' | 'assistant';

/** A range, since nobody knows to the second. Milliseconds from now. */
export interface WaitEstimate {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How an agent came by a conversation. */
export type AssignmentWay = 'offer' | 'auto' | 'pull' | 'take-over' | 'return';

/** Why an offer ended without the agent taking it. */
export type OfferEnd = 'declined' | 'expired' | 'left' | 'withdrawn';

/** How an agent sums up a conversation (小结). */
export type Disposition = 'solved' | 'solved-with-follow-up' | 'not-solved' | 'no-reply' | 'spam';

/** Where the contact's last conversation ended: what somebody who takes up the next one ought to know. */
export interface PreviousConversation {
  readonly conversationId: string;
  readonly resolvedAt: number;
  readonly disposition: Disposition;
  readonly by: 'assistant' | 'agent' | 'system';
  readonly agentId: string | null;
  /** What it was about, in the customer's words. */
  readonly question: string;
}

/** What kind of help stood beside the conversation: see `core/protocol/assist.ts`. */
export type AssistKind = 'reply' | 'passage' | 'solved' | 'step' | 'ghost' | 'written';

/** What help an agent had before them when they sent a reply, and what became of it. */
export interface AssistUse {
  /** What was on the screen, by its reference; at most 12. */
  readonly shown: readonly { readonly kind: AssistKind; readonly ref: string }[];
  /** What the agent put into the reply; empty where they wrote it themselves. */
  readonly taken: readonly { readonly kind: AssistKind; readonly ref: string }[];
  /** How far the reply sent is from what was taken, 0 (as it was) to 1; null where nothing was taken. */
  readonly edited: number | null;
}

/** Phrases that the assistant chose, as ids, and whether it said sorry. */
export interface SpokenManner {
  readonly apologised: boolean;
  readonly phrases: readonly string[];
}

/** The body of every kind of event. The log is the truth: whatever is not here did not happen. */
export interface EventBodies {
  'conversation-opened': {
    readonly inboxId: string;
    readonly contactId: string;
    readonly language: Language;
    /** `web` where none is named. */
    readonly channel?: string;
    /** The contact's last conversation, which ended too long ago to be taken up again. */
    readonly previous?: PreviousConversation;
  };
  'message-received': {
    readonly text: string;
    readonly attachments?: readonly Attachment[];
    /** The products that it is about as far as the host knows: of the page it was written on, or of the customer. */
    readonly products?: readonly string[];
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
    /** The first article is for this product, which `of` tells that the customer has: that spoke for it. */
    readonly own?: { readonly product: string; readonly of: string };
    readonly triage?: TriageVerdict;
    /**
     * How likely a person was needed, 0 to 1, where that was asked: as it was acted on, and as it was before the
     * installation's own recalibration, which learns from it; `weights` tells what was asked.
     */
    readonly needsHuman?: { readonly probability: number; readonly raw: number; readonly weights: string };
  };
  /** What a model made of the message `of`, and where that differs from what the rules had made of it. */
  'second-opinion': {
    readonly of: number;
    readonly opinion: Opinion;
    readonly disagreements: readonly Disagreement[];
  };
  /** Somebody put right what was understood of the message `of`; the latest counts. */
  'perception-corrected': {
    readonly of: number;
    readonly what: CorrectedMatter;
    /** What was perceived, of a wish for a person `human` or `none`; null where nothing was. */
    readonly from: string | null;
    readonly to: string;
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
    /** On an agent's reply: what help they had and what they did with it. Never shown to the customer. */
    readonly assist?: AssistUse;
    /** What of the assistant's manner is to be remembered, so that it neither repeats itself nor says sorry twice. */
    readonly manner?: SpokenManner;
  };
  'handoff-requested': {
    readonly by: 'contact' | 'assistant' | 'system';
    readonly reasons: readonly HandoffReason[];
    /** Where no message was decided on: the tap on 转人工. */
    readonly triage?: TriageVerdict;
  };
  queued: {
    readonly queueId: string;
    /** Higher is served first; equal priorities by waiting time. */
    readonly priority: number;
    readonly reasons: readonly HandoffReason[];
    /** Keeps the earlier place when a conversation comes back to the queue through no fault of the customer. */
    readonly waitingSince?: number;
    /** What an agent must have beyond what the queue asks for. */
    readonly skills?: readonly SkillNeed[];
    readonly segment?: string | null;
    /** How much of an agent's capacity it takes. */
    readonly weight?: number;
    /** Goes to this agent first if they are free: whoever knows the matter. */
    readonly preferredAgentId?: string;
    readonly policyVersion?: number;
    /**
     * Nobody can come: the assistant carries on, and the wish for a person stands. The place is kept (`waitingSince`),
     * and the conversation is queued in earnest as soon as somebody can.
     */
    readonly meanwhile?: 'assistant';
    readonly deadline?: Deadline;
  };
  /** Shown to one agent, who accepts it (`assigned`) or not (`offer-ended`). The queue still owns it. */
  offered: {
    readonly agentId: string;
    readonly agentName: string;
    readonly routing: RoutingExplanation;
    readonly deadline: Deadline;
  };
  'offer-ended': { readonly agentId: string; readonly why: OfferEnd; readonly reason?: string };
  assigned: {
    readonly agentId: string;
    readonly agentName: string;
    readonly how?: AssignmentWay;
    readonly routing?: RoutingExplanation;
    readonly deadline?: Deadline;
  };
  transferred: {
    readonly fromAgentId: string;
    readonly toAgentId: string;
    readonly toAgentName: string;
    readonly note: string;
    readonly deadline?: Deadline;
  };
  'returned-to-assistant': { readonly agentId: string; readonly note: string };
  /**
   * `whisper`: from a supervisor to the agent who serves, now: `to`. `withheld` is never in the log: it stands in the
   * views of whom the whisper is not for, in place of its words.
   */
  'note-added': {
    readonly text: string;
    readonly whisper?: boolean;
    readonly to?: string;
    readonly withheld?: true;
  };
  /** A second agent helps in notes; the owner stays the only one who speaks to the customer. */
  'helper-added': { readonly agentId: string; readonly agentName: string; readonly note: string };
  'helper-removed': { readonly agentId: string };
  'labels-changed': { readonly labels: readonly string[] };
  'notice-given': {
    readonly code: NoticeCode;
    readonly position?: number;
    readonly estimate?: WaitEstimate;
    readonly opensAt?: number;
    readonly instead?: readonly InsteadOfWaiting[];
    readonly deadline?: Deadline;
  };
  /** The customer need not wait at the screen: somebody comes back to them. What they wrote is a message before it. */
  'message-left': {
    readonly way: 'message' | 'callback';
    readonly phone?: string;
    readonly email?: string;
    /** When they want to be called; epoch milliseconds. */
    readonly slot?: { readonly from: number; readonly to: number };
    readonly deadline?: Deadline;
  };
  /** All clocks of the conversation as they stand from now on. */
  'sla-changed': { readonly clocks: readonly SlaClock[] };
  'sla-warned': { readonly target: SlaTarget; readonly ruleId: string; readonly dueAt: number };
  'sla-breached': { readonly target: SlaTarget; readonly ruleId: string; readonly dueAt: number };
  /** A supervisor must look. Ends with the next reply or change of owner. */
  'supervisor-alerted': {
    readonly why: 'agent-silent' | 'waiting-long' | 'callback-due' | 'nobody-left';
    readonly deadline?: Deadline;
  };
  resolved: {
    readonly disposition: Disposition;
    readonly note: string;
    /** How it went for the customer, where nobody said so: estimated when the assistant ended it. */
    readonly estimate?: KeptEstimate;
  };
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
