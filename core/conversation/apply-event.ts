import type { ConversationEvent, SpokenManner } from '../terms/event.ts';
import type { Emotion } from '../terms/perception.ts';
import type { SlaClock } from '../terms/sla.ts';
import type { TriageVerdict } from '../terms/triage.ts';
import { previewOf } from './preview.ts';
import type { ConversationState, Mood } from './state.ts';

/** Where an agent sees a feeling that nothing told: plain, and no more. */
const correctedIntensity = 0.4;
const mostTold = 12;

/** Nobody is offered or asked any more: the wait is over, or begins anew. */
const noWait = {
  offer: null,
  declined: [] as ConversationState['declined'],
  preferredAgentId: null,
  leftMessage: null,
  alert: null,
} as const;

/** The assistant starts afresh: what it failed at before an agent or a resolution no longer counts against it. */
const freshStart = (at: number) => ({
  assistantTurns: 0,
  assistantSince: at,
  turnsWithoutProgress: 0,
  repeatedQuestions: 0,
  questions: [] as readonly string[],
  answered: [] as readonly string[],
  told: [] as readonly string[],
  choices: [] as readonly string[],
  humanOffered: false,
});

const nothingSpoken: SpokenManner = { apologised: false, phrases: [] };

/** States stored before manners were remembered have none. */
function spokenAfter(state: ConversationState, manner: SpokenManner | undefined): Partial<ConversationState> {
  if (!manner) return {};
  const before = state.spoken ?? nothingSpoken;
  return {
    spoken: {
      apologised: before.apologised || manner.apologised,
      phrases: [...before.phrases, ...manner.phrases].slice(-16),
    },
  };
}

/** What the assistant told so far, as `articleId#ordinal`: of a state without it, what its answers began with. */
export const toldIn = ({ told, answered }: Pick<ConversationState, 'told' | 'answered'>): readonly string[] =>
  told ?? answered;

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
    channel: event.body.channel ?? 'web',
    status: 'open',
    owner: { kind: 'assistant' },
    lastSeq: event.seq,
    openedAt: event.at,
    updatedAt: event.at,
    preview: null,
    ...freshStart(event.at),
    spoken: nothingSpoken,
    moods: [],
    products: [],
    unanswered: null,
    handoff: null,
    firstHandoff: null,
    lastDecision: null,
    topic: null,
    waitingSince: null,
    priority: 0,
    firstPriority: null,
    queueId: null,
    skills: [],
    segment: null,
    weight: 1,
    risks: [],
    complexity: null,
    labels: [],
    preferredAgentId: null,
    offer: null,
    declined: [],
    helpers: [],
    clocks: [],
    leftMessage: null,
    alert: null,
    assignedAt: null,
    lastAgentId: null,
    customerWaitingSince: null,
    firstHumanReplyAt: null,
    handledMs: 0,
    deadline: null,
    resolution: null,
    rating: null,
    reopenings: 0,
    previous: event.body.previous ?? null,
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

function triaged(verdict: TriageVerdict): Partial<ConversationState> {
  return { segment: verdict.segment, risks: verdict.risks, complexity: verdict.complexity.score };
}

function marked(
  clocks: readonly SlaClock[],
  target: SlaClock['target'],
  mark: Partial<SlaClock>,
): readonly SlaClock[] {
  return clocks.map((clock) => (clock.target === target ? { ...clock, ...mark } : clock));
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
      const products = event.body.products ?? [];
      if (state.owner.kind === 'agent') {
        return {
          preview,
          products,
          customerWaitingSince: state.customerWaitingSince ?? event.at,
          deadline:
            state.customerWaitingSince === null ? (event.body.deadline ?? state.deadline) : state.deadline,
        };
      }
      if (state.owner.kind !== 'assistant') return { preview, products };
      return {
        preview,
        products,
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
    case 'second-opinion': {
      const { of, opinion } = event.body;
      const { emotion, intensity } = opinion;
      return { moods: state.moods.map((mood) => (mood.seq === of ? { ...mood, emotion, intensity } : mood)) };
    }
    case 'perception-corrected': {
      const { of, what, to } = event.body;
      if (what !== 'emotion') return {};
      const emotion = to as Emotion;
      const intensity = (before: Mood) =>
        emotion === 'neutral' ? 0 : before.intensity || correctedIntensity;
      return {
        moods: state.moods.map((mood) =>
          mood.seq === of ? { ...mood, emotion, intensity: intensity(mood) } : mood,
        ),
      };
    }
    case 'decided': {
      const { triage } = event.body;
      const progressed = event.body.decision === 'answer' && !event.body.noProgress;
      return {
        ...(triage ? triaged(triage) : {}),
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
          alert: null,
          firstHumanReplyAt: state.firstHumanReplyAt ?? event.at,
        };
      }
      if (state.owner.kind !== 'assistant') return { preview };
      const spoken = spokenAfter(state, event.body.manner);
      const cited = (event.body.citations ?? []).map(
        (citation) => `${citation.articleId}#${citation.ordinal}`,
      );
      return {
        preview,
        ...spoken,
        unanswered: null,
        deadline: null,
        topic: state.topic ?? event.body.citations?.[0]?.articleId ?? null,
        answered: [...state.answered, ...cited.slice(0, 1)].slice(-5),
        told: [...new Set([...toldIn(state), ...cited])].slice(-mostTold),
        choices: event.body.choices ?? [],
        humanOffered: event.body.offersHuman ?? false,
      };
    }
    case 'handoff-requested':
      return {
        ...(event.body.triage ? triaged(event.body.triage) : {}),
        handoff: { at: event.at, reasons: event.body.reasons },
        firstPriority: null,
        firstHandoff: state.firstHandoff ?? { at: event.at, reasons: event.body.reasons },
      };
    case 'queued':
      return {
        ...noWait,
        // Where nobody can come the assistant carries on afresh: what it failed at must not hand over again at once.
        ...(event.body.meanwhile
          ? { owner: { kind: 'assistant' }, ...freshStart(event.at) }
          : { owner: { kind: 'queue', queueId: event.body.queueId } }),
        // Moved from queue to queue, a message stays left and a call stays booked.
        leftMessage: state.owner.kind === 'queue' ? state.leftMessage : null,
        queueId: event.body.queueId,
        skills: event.body.skills ?? state.skills,
        weight: event.body.weight ?? state.weight,
        segment: event.body.segment === undefined ? state.segment : event.body.segment,
        preferredAgentId: event.body.preferredAgentId ?? null,
        // Coming back to the queue, whoever just lost it is not asked first.
        declined:
          state.owner.kind === 'agent' ? [{ agentId: state.owner.agentId, at: event.at }] : noWait.declined,
        helpers: [],
        priority: event.body.priority,
        // Lost by an agent who had it without any queue, it was worth what it was before it was raised.
        firstPriority:
          state.firstPriority ?? (state.owner.kind === 'agent' ? state.priority : event.body.priority),
        // A wish for a person that stands already keeps its place.
        waitingSince:
          event.body.waitingSince ??
          (state.owner.kind === 'assistant' ? state.waitingSince : null) ??
          event.at,
        handledMs: handledUntil(state, event.at),
        assignedAt: null,
        unanswered: null,
        customerWaitingSince: null,
        deadline: event.body.deadline ?? null,
      };
    case 'offered':
      return {
        offer: {
          agentId: event.body.agentId,
          at: event.at,
          until: event.body.deadline.at,
          resumes: state.offer?.resumes ?? state.deadline,
        },
        deadline: event.body.deadline,
      };
    case 'offer-ended':
      if (state.offer?.agentId !== event.body.agentId) return {};
      return {
        offer: null,
        deadline: state.offer.resumes,
        declined:
          event.body.why === 'withdrawn'
            ? state.declined
            : [...state.declined, { agentId: event.body.agentId, at: event.at }].slice(-20),
      };
    case 'assigned':
    case 'transferred': {
      const agentId = event.kind === 'assigned' ? event.body.agentId : event.body.toAgentId;
      return {
        ...noWait,
        helpers: state.helpers.filter((helper) => helper !== agentId),
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
        ...noWait,
        helpers: [],
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
    case 'helper-added':
      return {
        helpers: [...state.helpers.filter((helper) => helper !== event.body.agentId), event.body.agentId],
      };
    case 'helper-removed':
      return { helpers: state.helpers.filter((helper) => helper !== event.body.agentId) };
    case 'labels-changed':
      return { labels: event.body.labels };
    case 'message-left':
      return {
        leftMessage: { at: event.at, way: event.body.way, slotFrom: event.body.slot?.from ?? null },
        // An offer that stands keeps its own deadline; what goes on after it is this one.
        ...(state.offer
          ? { offer: { ...state.offer, resumes: event.body.deadline ?? null } }
          : { deadline: event.body.deadline ?? null }),
      };
    case 'sla-changed':
      return { clocks: event.body.clocks };
    case 'sla-warned':
      return { clocks: marked(state.clocks, event.body.target, { warned: true }) };
    case 'sla-breached':
      return { clocks: marked(state.clocks, event.body.target, { warned: true, breached: true }) };
    case 'supervisor-alerted':
      return {
        alert: { at: event.at, why: event.body.why },
        ...(state.offer ? {} : { deadline: event.body.deadline ?? null }),
      };
    case 'notice-given':
      // While an offer stands, its own deadline counts; the wait goes on after it.
      if (state.offer)
        return event.body.deadline ? { offer: { ...state.offer, resumes: event.body.deadline } } : {};
      return event.body.deadline === undefined && state.deadline?.kind !== 'queue-patience'
        ? {}
        : { deadline: event.body.deadline ?? null };
    case 'resolved':
      return {
        ...noWait,
        helpers: [],
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
          ...(event.body.estimate ? { estimate: event.body.estimate } : {}),
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
        spoken: nothingSpoken,
      };
    case 'rated':
      return { rating: event.body.score };
  }
}
