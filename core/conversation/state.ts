import type { Deadline } from '../terms/deadline.ts';
import type {
  Decision,
  Disposition,
  EventBodies,
  PreviousConversation,
  SpokenManner,
} from '../terms/event.ts';
import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { Language } from '../terms/language.ts';
import type { Owner } from '../terms/owner.ts';
import type { Emotion } from '../terms/perception.ts';
import type { KeptEstimate } from '../terms/satisfaction.ts';
import type { SkillNeed } from '../terms/skill.ts';
import type { SlaClock } from '../terms/sla.ts';
import type { Risk } from '../terms/triage.ts';

/** The customer's mood at one message. */
export interface Mood {
  readonly seq: number;
  readonly at: number;
  readonly emotion: Emotion;
  readonly intensity: number;
}

/**
 * Everything that the rules need to know of one conversation, derived from its events and from nothing else.
 * The `conversation` row stores it; `rebuild-projections` derives it again. All times are epoch milliseconds.
 */
export interface ConversationState {
  readonly id: string;
  readonly inboxId: string;
  readonly contactId: string;
  readonly language: Language;
  readonly channel: string;
  readonly status: 'open' | 'resolved';
  readonly owner: Owner;
  readonly lastSeq: number;
  readonly openedAt: number;
  readonly updatedAt: number;
  /** The last message that the customer can see, cut for a list. */
  readonly preview: {
    readonly text: string;
    readonly by: 'contact' | 'assistant' | 'agent';
    readonly at: number;
  } | null;
  /** Customer messages since the assistant took (or got back) the conversation. */
  readonly assistantTurns: number;
  readonly assistantSince: number;
  readonly turnsWithoutProgress: number;
  readonly repeatedQuestions: number;
  /** The customer's latest questions to the assistant, oldest first, at most five. */
  readonly questions: readonly string[];
  /** The products that the customer's latest message is about, where the host told. */
  readonly products: readonly string[];
  /** The first passage that each of the assistant's latest answers cited, as `articleId#ordinal`, oldest first, at most five. */
  readonly answered: readonly string[];
  /** All passages that its latest answers cited, in the same form, at most twelve; states of earlier versions have none. */
  readonly told?: readonly string[];
  /** The questions that the assistant's last message offered to choose from. */
  readonly choices: readonly string[];
  /** The assistant's last message offered a human. */
  readonly humanOffered: boolean;
  /** Whether the assistant has said sorry, and its latest phrases, oldest first, at most sixteen. */
  readonly spoken: SpokenManner;
  /** The mood's course, oldest first, at most twenty. */
  readonly moods: readonly Mood[];
  /** The customer message that the assistant still owes an answer to. */
  readonly unanswered: number | null;
  readonly handoff: { readonly at: number; readonly reasons: readonly HandoffReason[] } | null;
  /** The first handoff of all, which a reopening does not undo: the reports count it. */
  readonly firstHandoff: { readonly at: number; readonly reasons: readonly HandoffReason[] } | null;
  /** What the assistant decided at its last turn. */
  readonly lastDecision: Decision | null;
  /** The article that the assistant answered with first: what the conversation is about. */
  readonly topic: string | null;
  /** The place in the queue. With the assistant as owner: nobody could come, and the wish for a person stands. */
  readonly waitingSince: number | null;
  readonly priority: number;
  /** The priority that it was first queued with since the handoff; null before. */
  readonly firstPriority: number | null;
  readonly queueId: string | null;
  /** What an agent must have beyond what the queue asks for. */
  readonly skills: readonly SkillNeed[];
  readonly segment: string | null;
  /** How much of an agent's capacity it takes. */
  readonly weight: number;
  readonly risks: readonly Risk[];
  /** The latest score of complexity, 0 to 100; null before the first. */
  readonly complexity: number | null;
  readonly labels: readonly string[];
  /** The agent who should get it first, if free. */
  readonly preferredAgentId: string | null;
  /** The offer that stands, and the deadline that goes on when it ends. */
  readonly offer: {
    readonly agentId: string;
    readonly at: number;
    readonly until: number;
    readonly resumes: Deadline | null;
  } | null;
  /** Who did not take it since it waits, the latest last, at most twenty. */
  readonly declined: readonly { readonly agentId: string; readonly at: number }[];
  /** Colleagues who help in notes. */
  readonly helpers: readonly string[];
  /** The promises of time that run. */
  readonly clocks: readonly SlaClock[];
  /** The customer does not wait at the screen. */
  readonly leftMessage: {
    readonly at: number;
    readonly way: 'message' | 'callback';
    readonly slotFrom: number | null;
  } | null;
  /** A supervisor was called and nothing has happened since. */
  readonly alert: { readonly at: number; readonly why: EventBodies['supervisor-alerted']['why'] } | null;
  readonly assignedAt: number | null;
  readonly lastAgentId: string | null;
  /** Since when the customer waits for the agent who owns the conversation. */
  readonly customerWaitingSince: number | null;
  readonly firstHumanReplyAt: number | null;
  /** Milliseconds that agents owned the conversation, up to the last change of owner. */
  readonly handledMs: number;
  readonly deadline: Deadline | null;
  readonly resolution: {
    readonly at: number;
    readonly disposition: Disposition;
    readonly by: 'assistant' | 'agent' | 'system';
    /** Absent where nothing was estimated, as in what ended before estimates were made. */
    readonly estimate?: KeptEstimate;
  } | null;
  readonly rating: number | null;
  readonly reopenings: number;
  /** Where the contact's last conversation ended, for one that began after it. */
  readonly previous: PreviousConversation | null;
}
