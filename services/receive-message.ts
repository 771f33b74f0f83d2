import { applyEvent } from '../core/conversation/apply-event.ts';
import type { Outcome, Timers } from '../core/conversation/outcome.ts';
import type { QueueTarget } from '../core/conversation/queue-commands.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import { detectLanguage } from '../core/perception/language.ts';
import { type PerceptionModels, perceive } from '../core/perception/perceive.ts';
import type { Attachment } from '../core/terms/attachment.ts';
import type { ConversationEvent, NewEvent, PreviousConversation } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type AppendResult, actorKey, type Log } from '../plugs/log.ts';
import { isForModel, planResponse, stateToPlanOn } from './plan-response.ts';
import { timersFor } from './queue-standing.ts';
import { responseEvents } from './response-events.ts';
import { agentToReturnTo, type ReturnToAgent, returnToAgent } from './return-to-agent.ts';

/** What the receiving of a message needs around it. */
export interface ReceiveMessage {
  readonly log: Log;
  readonly knowledge: Knowledge;
  readonly timers: Timers;
  readonly policy: () => ActivePolicy;
  /** Where a handoff goes now, and how many could take it. */
  readonly target: (verdict: TriageVerdict, channel: string, language: Language) => QueueTarget;
  /** Whether a calendar of the policy is open. */
  readonly isOpen: (calendarId: string, at: number) => boolean;
  /** Who serves, for whoever writes again after an agent's resolution; without it the assistant answers. */
  readonly agentsAtHand?: ReturnToAgent;
  /** A model will write the answers; then only what needs no answer is settled at once. */
  readonly hasModel: boolean;
  /** Predicts when a person is needed; without it only rules and thresholds hand over. */
  readonly handoffModel?: HandoffModel | undefined;
  /** What perception has learned; without it rules alone perceive. */
  readonly perceptionModels?: PerceptionModels;
}

export interface IncomingMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly inboxId: string;
  readonly language: Language;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The products that it is about, where the host told. */
  readonly products?: readonly string[] | undefined;
  readonly at: number;
  /** Where the contact's last conversation ended, if this message opens another. */
  readonly previous?: PreviousConversation;
  /** What is known of who says it. */
  readonly contact: ContactFacts;
}

/**
 * Takes a customer's message: durable when this resolves, once however often it is sent. Without a model the whole
 * way – perceive, decide, compose, hand off – is one transaction, so there is never a message without its answer.
 * With a model the answer is still owed: the state then says so in `unanswered`, under a deadline.
 */
export function receiveMessage(needs: ReceiveMessage, message: IncomingMessage): Promise<AppendResult> {
  const actor = { kind: 'contact', id: message.contactId } as const;
  const perception = perceivedIn(needs, message);
  return needs.log.append({
    conversationId: message.conversationId,
    commandId: message.id,
    kind: 'message-received',
    actorKey: actorKey(actor),
    decide: (state) => decide(needs, message, inItsLanguage(needs, message, perception, state), state),
  });
}

/** What the receiving of a message comes to, without a log: for whoever only wants to know. */
export function receiveOutcome(
  needs: Omit<ReceiveMessage, 'log'>,
  message: IncomingMessage,
  before: ConversationState | null,
): Outcome {
  const perception = inItsLanguage(needs, message, perceivedIn(needs, message), before);
  return decide(needs, message, perception, before);
}

/** An "ok" or a picture goes on in the language of its conversation, whatever the page around it speaks. */
function inItsLanguage(
  needs: Omit<ReceiveMessage, 'log'>,
  message: IncomingMessage,
  perception: Perception,
  before: ConversationState | null,
): Perception {
  const language = before ? detectLanguage(message.text, before.language) : perception.language;
  return language === perception.language ? perception : perceivedIn(needs, { ...message, language });
}

const perceivedIn = (
  { perceptionModels }: Omit<ReceiveMessage, 'log'>,
  { text, language }: IncomingMessage,
) =>
  perceive(text, { fallbackLanguage: language, ...(perceptionModels ? { models: perceptionModels } : {}) });

function decide(
  needs: Omit<ReceiveMessage, 'log'>,
  message: IncomingMessage,
  perception: Perception,
  before: ConversationState | null,
): Outcome {
  if (before && before.contactId !== message.contactId) return { refused: 'not-found' };
  const { at, id } = message;
  const actor = { kind: 'contact', id: message.contactId } as const;
  const events: NewEvent[] = [];
  let state = before;
  const add = (...more: readonly NewEvent[]) => {
    for (const event of more) {
      events.push(event);
      state = applyEvent(state, {
        ...event,
        conversationId: message.conversationId,
        seq: (state?.lastSeq ?? 0) + 1,
      } as ConversationEvent);
    }
  };

  if (before === null) {
    const { contactId, inboxId } = message;
    add({
      id: `${id}/open`,
      kind: 'conversation-opened',
      actor,
      at,
      body: { inboxId, contactId, language: perception.language, previous: message.previous },
    });
  }
  // A word of thanks after the end is not a new request.
  const isPoliteEnd =
    perception.act === 'thanks' || perception.act === 'farewell' || perception.act === 'confirmation';
  if (before?.status === 'resolved' && !isPoliteEnd)
    add({ id: `${id}/reopen`, kind: 'reopened', actor, at, body: {} });

  add({
    id,
    kind: 'message-received',
    actor,
    at,
    body: {
      text: message.text,
      ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
      ...(message.products?.length ? { products: message.products } : {}),
      ...deadlineFor(state!, needs, at),
    },
  });
  const received = state!;
  add({
    id: `${id}/perceived`,
    kind: 'perceived',
    actor: { kind: 'system' },
    at,
    body: { ...perception, of: received.lastSeq },
  });
  if (received.owner.kind !== 'assistant') return { events };

  const active = needs.policy();
  const { returnToAgentMs } = active.policy.routing;
  const agentId = isPoliteEnd ? null : agentToReturnTo(before, needs.agentsAtHand, returnToAgentMs, at);
  if (agentId !== null) {
    add(...returnToAgent(before!, agentId, { id, at }, needs.agentsAtHand!, needs.timers));
    return { events };
  }
  // The plan looks at the conversation before this message: what was asked and tried until now.
  const plan = planResponse(
    stateToPlanOn(before, received),
    { text: message.text, at, hasAttachments: message.attachments.length > 0 },
    perception,
    needs.knowledge,
    {
      active,
      contact: message.contact,
      isOpen: needs.isOpen,
      handoffModel: needs.handoffModel,
    },
  );
  // While an answer is owed, 「在吗」 must not count as answered what was asked before: the model sees both.
  const isOwed = before !== null && before.status === 'open' && before.unanswered !== null;
  const waits = isForModel(plan) || (isOwed && plan.decision !== 'hand-off');
  if (needs.hasModel && waits) return { events };
  add(
    ...responseEvents(plan, {
      id,
      at,
      of: received.lastSeq,
      language: perception.language,
      policyVersion: active.version,
      channel: received.channel,
      target: needs.target,
      timers: needs.timers,
    }),
  );
  return { events };
}

function deadlineFor(state: ConversationState, needs: Pick<ReceiveMessage, 'timers' | 'policy'>, at: number) {
  if (state.owner.kind === 'agent') {
    const { agentSilenceMs } = timersFor(needs.policy().policy, state.queueId, needs.timers);
    return { deadline: { kind: 'agent-reply', at: at + agentSilenceMs } as const };
  }
  if (state.owner.kind === 'assistant')
    return { deadline: { kind: 'answer', at: at + needs.timers.answerMs } as const };
  return {};
}
