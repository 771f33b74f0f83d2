import type { Deadline } from '../terms/deadline.ts';
import type { ConversationEvent, Decision, Disposition } from '../terms/event.ts';
import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { Language } from '../terms/language.ts';
import type { Owner } from '../terms/owner.ts';
import type { Emotion } from '../terms/perception.ts';

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
  /** The passages that the assistant's latest answers cited, as `articleId#ordinal`, oldest first, at most five. */
  readonly answered: readonly string[];
  /** The questions that the assistant's last message offered to choose from. */
  readonly choices: readonly string[];
  /** The assistant's last message offered a human. */
  readonly humanOffered: boolean;
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
  readonly waitingSince: number | null;
  readonly priority: number;
  readonly queueId: string | null;
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
  } | null;
  readonly rating: number | null;
  readonly reopenings: number;
}

const previewLength = 120;

function previewOf(text: string, attachments: readonly { name: string }[] | undefined): string {
  const flat = (text || attachments?.map((attachment) => attachment.name).join(' ') || '')
    .replace(/\s+/g, ' ')
    .trim();
  // Never through the middle of a character that takes two units: half of one is no text.
  return flat.length > previewLength
    ? `${flat.slice(0, previewLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : flat;
}

/** The assistant starts afresh: what it failed at before an agent or a resolution no longer counts against it. */
const freshStart = (at: number) => ({
  assistantTurns: 0,
  assistantSince: at,
  turnsWithoutProgress: 0,
  repeatedQuestions: 0,
  questions: [] as readonly string[],
  answered: [] as readonly string[],
  choices: [] as readonly string[],
  humanOffered: false,
});

/** Time that the present agent adds when ownership ends at `at`. */
function handledUntil(state: ConversationState, at: number): number {
  return (
    state.handledMs + (state.owner.kind === 'agent' && state.assignedAt !== null ? at - state.assignedAt : 0)
  );
}

function opened(event: Extract<ConversationEvent, { kind: 'conversation-opened' }>): ConversationState {
  return {
    id: event.conversationId,
    inboxId: event.body.inboxId,
    contactId: event.body.contactId,
    language: event.body.language,
    status: 'open',
    owner: { kind: 'assistant' },
    lastSeq: event.seq,
    openedAt: event.at,
    updatedAt: event.at,
    preview: null,
    ...freshStart(event.at),
    moods: [],
    unanswered: null,
    handoff: null,
    firstHandoff: null,
    lastDecision: null,
    topic: null,
    waitingSince: null,
    priority: 0,
    queueId: null,
    assignedAt: null,
    lastAgentId: null,
    customerWaitingSince: null,
    firstHumanReplyAt: null,
    handledMs: 0,
    deadline: null,
    resolution: null,
    rating: null,
    reopenings: 0,
  };
}

/**
 * The state after one more event. Pure: the projection in the store and a rebuild from the log are this function.
 * Throws when the event does not follow (`seq` has a gap, or the first event does not open the conversation):
 * that is a damaged log, which nobody may read on over.
 */
export function applyEvent(state: ConversationState | null, event: ConversationEvent): ConversationState {
  if (state === null) {
    if (event.kind !== 'conversation-opened' || event.seq !== 1) {
      throw new Error(`conversation ${event.conversationId} starts with ${event.kind} at ${event.seq}`);
    }
    return opened(event);
  }
  if (event.seq !== state.lastSeq + 1) {
    throw new Error(`conversation ${event.conversationId}: event ${event.seq} follows ${state.lastSeq}`);
  }
  return { ...state, ...changesBy(state, event), lastSeq: event.seq, updatedAt: event.at };
}

/** The state after many events, from the start. */
export function stateOf(events: Iterable<ConversationEvent>): ConversationState | null {
  let state: ConversationState | null = null;
  for (const event of events) state = applyEvent(state, event);
  return state;
}

function changesBy(state: ConversationState, event: ConversationEvent): Partial<ConversationState> {
  switch (event.kind) {
    case 'conversation-opened':
      throw new Error(`conversation ${event.conversationId} is opened twice`);
    case 'message-received': {
      const preview = {
        text: previewOf(event.body.text, event.body.attachments),
        by: 'contact',
        at: event.at,
      } as const;
      if (state.owner.kind === 'agent') {
        return {
          preview,
          customerWaitingSince: state.customerWaitingSince ?? event.at,
          deadline:
            state.customerWaitingSince === null ? (event.body.deadline ?? state.deadline) : state.deadline,
        };
      }
      if (state.owner.kind !== 'assistant') return { preview };
      return {
        preview,
        assistantTurns: state.assistantTurns + 1,
        unanswered: event.seq,
        // Who writes again while an answer is owed does not wait longer for it.
        deadline: state.unanswered !== null ? state.deadline : (event.body.deadline ?? null),
      };
    }
    case 'perceived': {
      const { emotion, intensity, language, of } = event.body;
      return { language, moods: [...state.moods, { seq: of, at: event.at, emotion, intensity }].slice(-20) };
    }
    case 'decided': {
      const progressed = event.body.decision === 'answer' && !event.body.noProgress;
      return {
        lastDecision: event.body.decision,
        turnsWithoutProgress: event.body.noProgress
          ? state.turnsWithoutProgress + 1
          : progressed
            ? 0
            : state.turnsWithoutProgress,
        repeatedQuestions: state.repeatedQuestions + (event.body.repeated ? 1 : 0),
        questions: event.body.question
          ? [...state.questions, event.body.question].slice(-5)
          : state.questions,
      };
    }
    case 'message-sent': {
      const by = event.actor.kind === 'agent' ? 'agent' : 'assistant';
      const preview = { text: previewOf(event.body.text, event.body.attachments), by, at: event.at } as const;
      if (by === 'agent') {
        return {
          preview,
          customerWaitingSince: null,
          deadline: null,
          firstHumanReplyAt: state.firstHumanReplyAt ?? event.at,
        };
      }
      if (state.owner.kind !== 'assistant') return { preview };
      const cited = (event.body.citations ?? []).map(
        (citation) => `${citation.articleId}#${citation.ordinal}`,
      );
      return {
        preview,
        unanswered: null,
        deadline: null,
        topic: state.topic ?? event.body.citations?.[0]?.articleId ?? null,
        answered: [...state.answered, ...cited.slice(0, 1)].slice(-5),
        choices: event.body.choices ?? [],
        humanOffered: event.body.offersHuman ?? false,
      };
    }
    case 'handoff-requested':
      return {
        handoff: { at: event.at, reasons: event.body.reasons },
        firstHandoff: state.firstHandoff ?? { at: event.at, reasons: event.body.reasons },
      };
    case 'queued':
      return {
        owner: { kind: 'queue', queueId: event.body.queueId },
        queueId: event.body.queueId,
        priority: event.body.priority,
        waitingSince: event.body.waitingSince ?? event.at,
        handledMs: handledUntil(state, event.at),
        assignedAt: null,
        unanswered: null,
        customerWaitingSince: null,
        deadline: event.body.deadline ?? null,
      };
    case 'assigned':
    case 'transferred': {
      const agentId = event.kind === 'assigned' ? event.body.agentId : event.body.toAgentId;
      return {
        owner: { kind: 'agent', agentId },
        lastAgentId: agentId,
        handledMs: handledUntil(state, event.at),
        assignedAt: event.at,
        waitingSince: null,
        unanswered: null,
        customerWaitingSince: event.kind === 'assigned' ? event.at : state.customerWaitingSince,
        deadline: event.body.deadline ?? (event.kind === 'transferred' ? state.deadline : null),
      };
    }
    case 'returned-to-assistant':
      return {
        owner: { kind: 'assistant' },
        handledMs: handledUntil(state, event.at),
        assignedAt: null,
        customerWaitingSince: null,
        waitingSince: null,
        deadline: null,
        ...freshStart(event.at),
      };
    case 'note-added':
      return {};
    case 'notice-given':
      return event.body.deadline === undefined && state.deadline?.kind !== 'queue-patience'
        ? {}
        : { deadline: event.body.deadline ?? null };
    case 'resolved':
      return {
        status: 'resolved',
        owner: { kind: 'nobody' },
        handledMs: handledUntil(state, event.at),
        assignedAt: null,
        waitingSince: null,
        unanswered: null,
        customerWaitingSince: null,
        deadline: null,
        resolution: {
          at: event.at,
          disposition: event.body.disposition,
          by:
            event.actor.kind === 'agent'
              ? 'agent'
              : event.actor.kind === 'assistant'
                ? 'assistant'
                : 'system',
        },
      };
    case 'reopened':
      return {
        status: 'open',
        owner: { kind: 'assistant' },
        resolution: null,
        rating: null,
        handoff: null,
        reopenings: state.reopenings + 1,
        ...freshStart(event.at),
      };
    case 'rated':
      return { rating: event.body.score };
  }
}
