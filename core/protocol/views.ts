import type { Role } from '../terms/actor.ts';
import type { AgentProfile, AgentStatus, AwayReason } from '../terms/agent-status.ts';
import type { Article, ArticleStatus, Audience, Citation } from '../terms/article.ts';
import type { Disposition, EventBodies, InsteadOfWaiting, WaitEstimate } from '../terms/event.ts';
import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { Bilingual, Language } from '../terms/language.ts';
import type { Owner } from '../terms/owner.ts';
import type { PacketCore } from '../terms/packet.ts';
import type { Emotion, MoodCourse } from '../terms/perception.ts';
import type { SlaClock } from '../terms/sla.ts';

/** All times in these shapes are epoch milliseconds; all ids are strings. */

/** The person served, as the staff sees them. */
export interface ContactView {
  readonly id: string;
  readonly name: string;
  /** The host site vouched for who this is. */
  readonly verified: boolean;
  readonly externalId?: string;
  readonly email?: string;
  readonly phone?: string;
  /** Whatever the host site told: tier, city, plan … */
  readonly attributes: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** One row of the desk's list. */
export interface ConversationSummary {
  readonly id: string;
  readonly inboxId: string;
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly verified: boolean;
    readonly tier?: string;
  };
  readonly language: Language;
  readonly status: 'open' | 'resolved';
  readonly owner: Owner;
  /** Name of the agent who owns it, or who owned it last. */
  readonly agentName?: string;
  readonly lastSeq: number;
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly preview: {
    readonly text: string;
    readonly by: 'contact' | 'assistant' | 'agent';
    readonly at: number;
  } | null;
  readonly waitingSince: number | null;
  readonly customerWaitingSince: number | null;
  /** When somebody must have acted, if a deadline runs. */
  readonly deadlineAt: number | null;
  readonly mood: { readonly emotion: Emotion; readonly intensity: number } | null;
  readonly reasons: readonly HandoffReason[];
  readonly priority: number;
  /** Where it waits, or waited last. */
  readonly queueId: string | null;
  /** Who is asked to take it, until when. */
  readonly offer: { readonly agentId: string; readonly at: number; readonly until: number } | null;
  readonly segment: string | null;
  readonly labels: readonly string[];
  readonly complexity: number | null;
  /** Colleagues who help in notes. */
  readonly helpers: readonly string[];
  readonly clocks: readonly SlaClock[];
  readonly leftMessage: {
    readonly at: number;
    readonly way: 'message' | 'callback';
    readonly slotFrom: number | null;
  } | null;
  readonly alert: { readonly at: number; readonly why: EventBodies['supervisor-alerted']['why'] } | null;
  readonly rating: number | null;
  readonly disposition: Disposition | null;
  /** The reader has not seen the events after this seq; equal to `lastSeq` when all is read. */
  readonly readSeq: number;
}

/** An agent as colleagues see them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly presence: AgentStatus;
  /** With `away`: why, and what the agent wrote beside `other`. */
  readonly awayReason?: AwayReason;
  readonly awayNote?: string;
  /** Since when the status stands; with `wrap-up` also until when at most. */
  readonly presenceSince: number;
  readonly wrapUpUntil?: number;
  /** Conversations that the agent owns now. */
  readonly open: number;
  /** Work in units of capacity: what the agent owns and is being offered. */
  readonly load: number;
  readonly profile: AgentProfile;
}

/** How the day goes, for whoever leads it. Shares from 0 to 1, times in ms; null where there is nothing to measure. */
export interface Board {
  readonly at: number;
  readonly queues: readonly {
    readonly id: string;
    readonly name: Bilingual;
    readonly isOpen: boolean;
    readonly opensAt: number | null;
    readonly waiting: number;
    /** Of these, asked of an agent right now. */
    readonly offered: number;
    readonly leftMessages: number;
    readonly longestWaitMs: number;
    /** Agents who serve it: online, and with room. */
    readonly online: number;
    readonly free: number;
    readonly handling: number;
    readonly estimate: WaitEstimate | null;
    /** Since midnight of the queue's calendar. */
    readonly today: {
      readonly handedOver: number;
      readonly connected: number;
      readonly left: number;
      readonly within30s: number | null;
      readonly medianWaitMs: number | null;
      readonly breaches: number;
    };
  }[];
  readonly agents: readonly (Colleague & {
    readonly queueIds: readonly string[];
    readonly handledToday: number;
    /** Handling ÷ (handling + available), today. */
    readonly occupancy: number | null;
    /** The longest that one of the agent's customers waits for a reply. */
    readonly longestReplyWaitMs: number;
  })[];
  /** Who waits, the most urgent first, and conversations with an alert or a breach; at most 200. */
  readonly conversations: readonly ConversationSummary[];
}

/** A reply that the agent may take over with one key. */
export interface SuggestedReply {
  readonly text: string;
  readonly citation?: Citation;
  readonly confidence: number;
  /** `staff` for what is internal: to be read, not to be put before a customer. */
  readonly audience?: Audience;
}

/** Everything the agent needs before the first keystroke (转人工信息包). */
export interface HandoffPacket extends Omit<PacketCore, 'moods'> {
  /** How the mood went, whether the strain grows, and how it is now. */
  readonly mood: {
    readonly course: PacketCore['moods'];
    readonly trend: MoodCourse['trend'];
    readonly now: Emotion;
  };
  readonly conversationId: string;
  readonly contact: ContactView;
  /** Earlier conversations, newest first. */
  readonly history: readonly {
    readonly id: string;
    readonly openedAt: number;
    readonly question: string;
    readonly resolvedBy: 'assistant' | 'agent' | 'system' | null;
    readonly agentName?: string;
    readonly disposition: Disposition | null;
    readonly rating: number | null;
  }[];
  /** Orders and the like that the host system told of this contact. */
  readonly records: readonly {
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly suggestions: readonly SuggestedReply[];
}

/** An article as the console lists and edits it. */
export interface ArticleView extends Article {
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly publishedAt: number | null;
  /** How often an answer cited it in the last 30 days. */
  readonly citedCount: number;
  /** A draft that a conversation proposed and nobody has decided on: it is read and judged as the proposal of this id. */
  readonly isProposed: boolean;
  /** The published versions that answer now or later, oldest first; empty in a list of versions. */
  readonly editions: readonly EditionView[];
  /** The same content in other languages; only where one article is read. */
  readonly translations?: readonly TranslationView[];
}

/** A published version with the window that its writer gave it. Epoch milliseconds. */
export interface EditionView {
  readonly version: number;
  readonly effectiveFrom: number | null;
  readonly expiresAt: number | null;
  readonly audience: Audience;
}

/** An article of the same content in another language. */
export interface TranslationView {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly status: ArticleStatus;
  readonly updatedAt: number;
  /** It is the one that was translated. */
  readonly isOriginal: boolean;
}

/** What the widget learns when it boots. */
export interface BootResult {
  readonly token: string;
  /** Epoch milliseconds; boot again with `visitor` before it passes. */
  readonly expiresAt: number;
  /** Secret that makes this browser the same visitor next time. Store it; send it as `visitor`. */
  readonly visitor: string;
  readonly contact: { readonly id: string; readonly name: string; readonly verified: boolean };
  /** Use this id for the first message when there is no conversation yet. */
  readonly conversationId: string;
  /** Cursor of the last event, 0 when nothing has been said. */
  readonly lastSeq: number;
  readonly inbox: InboxFace;
}

/** Whether a person is there for customers of an inbox: the answer of `GET /api/standing`. */
export interface InboxStanding {
  readonly isOpen: boolean;
  /** When somebody is there again; null while it is open, or when nobody knows. */
  readonly opensAt: number | null;
  readonly agentsOnline: number;
  /** What a customer may do instead of waiting. */
  readonly instead: readonly InsteadOfWaiting[];
  /** Times at which somebody may be called, the soonest first. */
  readonly callbackSlots: readonly { readonly from: number; readonly to: number }[];
}

/** How an inbox presents itself to customers. */
export interface InboxFace {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly greeting: Readonly<Record<Language, string>>;
  readonly suggestions: Readonly<Record<Language, readonly string[]>>;
  readonly accent: string;
  readonly assistantName: Readonly<Record<Language, string>>;
  readonly maximumUploadBytes: number;
}

/** An inbox as the console edits it. */
export interface InboxView extends InboxFace {
  /** Origins that may embed the widget; empty means every origin. */
  readonly allowedOrigins: readonly string[];
  /** Refuse visitors whom the host site does not vouch for. */
  readonly requireIdentity: boolean;
  readonly identityKeyId: string;
  /** Shown once, right after it was made. */
  readonly identitySecret?: string;
}

/** The dashboard's figures over a period, each with its numerator and denominator, so that it can be checked. */
export interface Overview {
  readonly from: number;
  readonly to: number;
  readonly figures: readonly {
    readonly name:
      | 'conversations'
      | 'containment'
      | 'resolvedContainment'
      | 'timeToHuman'
      | 'timeToHumanP90'
      | 'aht'
      | 'fcr'
      | 'csat'
      | 'csatResponse';
    /** A share from 0 to 1, or milliseconds, or a count: see `unit`. Null when there is nothing to measure. */
    readonly value: number | null;
    readonly previous: number | null;
    readonly unit: 'share' | 'milliseconds' | 'count';
    readonly of: number;
  }[];
  readonly days: readonly {
    readonly day: string;
    readonly conversations: number;
    readonly contained: number;
    readonly handedOver: number;
    readonly csat: number | null;
  }[];
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
}
