import { applyEvent } from '../core/conversation/apply-event.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { Opinion, Perception } from '../core/terms/perception.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { Log } from '../plugs/log.ts';
import { isForModel, planResponse, type ResponsePlan, stateToPlanOn } from './plan-response.ts';
import { scopeOf } from './scope-of.ts';
import { type Understand, understandQuestion } from './understand-question.ts';

/** One customer message that nobody has answered, as the rules understand it. */
export interface Unanswered {
  readonly message: EventOf<'message-received'>;
  readonly perception: Perception;
  readonly plan: ResponsePlan;
  /** The plan in sight of what a model made of the message. */
  readonly planWith: (opinion: Opinion) => ResponsePlan;
}

/** An answer that the assistant owes, with what was said in this session. */
export interface OwedAnswer {
  readonly conversationId: string;
  readonly inboxId: string;
  readonly channel: string;
  /** The version of the policy that the plans rest on. */
  readonly policyVersion: number;
  /** The latest message: an answer settles it and everything before. */
  readonly message: EventOf<'message-received'>;
  /** Oldest first; the last one is `message`. */
  readonly unanswered: readonly Unanswered[];
  /** The one that the answer is about: the latest that can be looked up. */
  readonly about: Unanswered;
  /** Messages of customer and assistant before and with the unanswered ones, oldest first. */
  readonly session: readonly (EventOf<'message-received'> | EventOf<'message-sent'>)[];
}

const page = 1000;
/** Further back a customer does not expect an answer to the letter. */
const mostUnanswered = 4;
/** Where a session begins: what was said to an agent or before a resolution is no matter of the assistant's. */
const sessionStarts = new Set(['conversation-opened', 'reopened', 'returned-to-assistant', 'resolved']);

/**
 * Reads from the log what is owed for the message at `of` and plans it again, as its receiving did. `null` when
 * nothing is owed for it any more.
 */
export async function readOwedAnswer(
  needs: {
    readonly log: Log;
    readonly knowledge: Knowledge;
    readonly understand?: Understand | undefined;
    readonly policy: () => ActivePolicy;
    readonly isOpen: (calendarId: string, at: number) => boolean;
    readonly contactFacts: (contactId: string) => Promise<ContactFacts>;
    readonly handoffModel?: HandoffModel | undefined;
  },
  conversationId: string,
  of: number,
): Promise<OwedAnswer | null> {
  const events = await readAll(needs.log, conversationId);
  const states = statesAfter(events);
  const now = states.at(-1);
  if (now?.unanswered !== of || now.owner.kind !== 'assistant') return null;
  const active = needs.policy();
  const contact = await needs.contactFacts(now.contactId);

  const until = events.slice(0, of);
  const start = until.findLastIndex(({ kind }) => sessionStarts.has(kind));
  const session = until
    .slice(start + 1)
    .filter((event) => event.kind === 'message-received' || event.kind === 'message-sent')
    .filter((event) => event.actor.kind !== 'agent');
  const waiting = session
    .slice(session.findLastIndex(({ kind }) => kind === 'message-sent') + 1)
    .filter((event) => event.kind === 'message-received')
    .slice(-mostUnanswered);
  const known = await Promise.all(
    waiting.map(async (message) => {
      const perception = perceptionOf(events, message.seq);
      if (!perception) return undefined;
      const received = states[message.seq - 1]!;
      const before = stateToPlanOn(stateBefore(events, states, message), received);
      const question = { text: message.body.text, perception };
      const scoped = needs.knowledge.within(scopeOf(before));
      const knowledge = await understandQuestion(before, question, scoped, needs.understand);
      return { message, perception, before, knowledge };
    }),
  );
  const unanswered = known.flatMap((one): Unanswered[] => {
    if (!one) return [];
    const { message, perception, before, knowledge } = one;
    const { text, attachments = [] } = message.body;
    const { isOpen, handoffModel } = needs;
    const planWith = (opinion?: Opinion) =>
      planResponse(
        before,
        { text, at: message.at, hasAttachments: attachments.length > 0 },
        perception,
        knowledge,
        { active, contact, isOpen, handoffModel, opinion },
      );
    return [{ message, perception, plan: planWith(), planWith }];
  });
  const latest = unanswered.at(-1);
  if (latest?.message.seq !== of) return null;
  const about =
    latest.plan.decision === 'hand-off'
      ? latest
      : (unanswered.findLast(({ plan }) => isForModel(plan)) ?? latest);
  const { channel, inboxId } = now;
  const policyVersion = active.version;
  return {
    conversationId,
    inboxId,
    channel,
    policyVersion,
    message: latest.message,
    unanswered,
    about,
    session,
  };
}

async function readAll(log: Log, conversationId: string): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = [];
  for (;;) {
    const more = await log.read(conversationId, events.length, page);
    events.push(...more);
    if (more.length < page) return events;
  }
}

/** `states[seq - 1]` is the state after the event `seq`. */
function statesAfter(events: readonly ConversationEvent[]): ConversationState[] {
  let state: ConversationState | null = null;
  return events.map((event) => {
    state = applyEvent(state, event);
    return state;
  });
}

/** The state before the message, and before what its arrival opened or reopened. */
function stateBefore(
  events: readonly ConversationEvent[],
  states: readonly ConversationState[],
  message: EventOf<'message-received'>,
): ConversationState | null {
  const isItsOwn = events[message.seq - 2]?.id.startsWith(`${message.id}/`);
  return states[message.seq - (isItsOwn ? 3 : 2)] ?? null;
}

function perceptionOf(events: readonly ConversationEvent[], of: number): Perception | undefined {
  for (const event of events.slice(of))
    if (event.kind === 'perceived' && event.body.of === of) {
      const { of: _, ...perception } = event.body;
      return perception;
    }
  return undefined;
}
