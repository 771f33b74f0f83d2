import { letAssistantHelp } from '../core/conversation/assistant-meanwhile.ts';
import { type LeftMessage, leaveMessage } from '../core/conversation/leave-message.ts';
import { productsOf } from '../core/conversation/products.ts';
import { askHuman, rate } from '../core/conversation/queue-commands.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { detectLanguage } from '../core/perception/language.ts';
import { perceive } from '../core/perception/perceive.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { AppendResult } from '../plugs/log.ts';
import { commandConversation } from '../services/command-conversation.ts';
import { type ReceiveMessage, receiveMessage } from '../services/receive-message.ts';
import { scopeOf } from '../services/scope-of.ts';
import { nothingBefore, understandQuestion } from '../services/understand-question.ts';
import type { Caller } from './authorisation.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { Refusal } from './http/refusal.ts';
import type { Plugs } from './plugs.ts';

type ContactCaller = Extract<Caller, { kind: 'contact' }>;

/** What a customer can do, the same over HTTP and over a socket. Each resolves when it is durable. */
export function createCustomerActions(plugs: Plugs) {
  const messages = createRateLimit(plugs.config.rates.contactMessagesPerMinute, 60_000);
  /** Conversations that were opened already, as far as this process has seen. */
  const opened = new Set<string>();

  /** Where the contact's last conversation ended: asked for where this message may open the next. */
  async function previousOf(contactId: string, conversationId: string) {
    if (opened.has(conversationId)) return undefined;
    const previous = await plugs.conversations.previous(contactId, conversationId);
    if (opened.size > 50_000) opened.clear();
    opened.add(conversationId);
    return previous;
  }

  async function attachmentsOf(conversationId: string, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const found = await plugs.attachments.find(ids);
    return ids.map((id) => {
      const attachment = found.find((one) => one.id === id && one.conversationId === conversationId);
      if (!attachment) throw new Refusal('not-found', { attachment: id });
      const { conversationId: _, ...rest } = attachment;
      return rest;
    });
  }

  /** What the message is looked up in, told what it means: nothing is waited for where no embedding model is set. */
  async function knowledgeFor(
    { conversationId, text, products }: { conversationId: string; text: string; products: readonly string[] },
    inboxId: string,
    language: Language,
  ): Promise<Knowledge> {
    const { knowledge } = plugs.knowledgeBase;
    if (!plugs.meaning) return knowledge;
    const state = await plugs.log.state(conversationId);
    if (state && state.owner.kind !== 'assistant' && state.status === 'open') return knowledge;
    const perception = perceive(text, { fallbackLanguage: language, models: plugs.perceptionModels });
    const before = state?.status === 'open' ? state : nothingBefore;
    const scoped = knowledge.within(scopeOf({ inboxId, products }));
    return understandQuestion(before, { text, perception }, scoped, plugs.meaning.understand);
  }

  /** What a message is received with: the versions in force now, and what it is looked up in. */
  const receivingWith = (knowledge: Knowledge): ReceiveMessage => ({
    log: plugs.log,
    knowledge,
    timers: plugs.timers,
    policy: plugs.policy,
    target: plugs.target,
    isOpen: plugs.isOpen,
    agentsAtHand: plugs.agentsAtHand,
    hasModel: plugs.hasModel,
    handoffModel: plugs.handoffModel,
    perceptionModels: plugs.perceptionModels,
  });

  const placeOf = (result: AppendResult, id: string) => {
    if (result.kind === 'refused') throw new Refusal(result.code);
    if (result.kind === 'repeated') return { seq: result.event.seq, repeated: true };
    const own = result.events.find((event) => event.id === id);
    return { seq: own?.seq ?? result.state.lastSeq, repeated: own === undefined };
  };

  return {
    attachmentsOf,
    placeOf,
    async say(
      caller: ContactCaller,
      input: {
        conversationId: string;
        id: string;
        text: string;
        attachments: readonly string[];
        /** Those of the page on which it was written. */
        products?: readonly string[] | undefined;
      },
      /** Of the page on which it was written: for words that are written alike in both languages. */
      spoken: Language,
    ) {
      const at = plugs.now();
      if (!messages.take(caller.id, at)) throw new Refusal('too-many-requests');
      const contact = await plugs.contactFacts.ensure(caller.id, caller.name, at);
      const attachments = await attachmentsOf(input.conversationId, input.attachments);
      const language = detectLanguage(input.text, spoken);
      const products = input.products ?? productsOf(contact.attributes);
      const knowledge = await knowledgeFor({ ...input, products }, caller.inboxId, language);
      const result = await receiveMessage(receivingWith(knowledge), {
        id: input.id,
        conversationId: input.conversationId,
        contactId: caller.id,
        inboxId: caller.inboxId,
        language,
        text: input.text,
        attachments,
        products,
        at,
        contact,
        previous: await previousOf(caller.id, input.conversationId),
      });
      return placeOf(result, input.id);
    },
    /** 转人工: one tap, nothing asked. */
    async askHuman(
      caller: ContactCaller,
      input: { conversationId: string; id: string; language: ConversationState['language'] },
    ) {
      const at = plugs.now();
      const contact = await plugs.contactFacts.ensure(caller.id, caller.name, at);
      const actor = { kind: 'contact', id: caller.id } as const;
      const previous = await previousOf(caller.id, input.conversationId);
      const opening = { inboxId: caller.inboxId, language: input.language, previous };
      const result = await commandConversation(
        plugs,
        { conversationId: input.conversationId, commandId: input.id, kind: 'handoff-requested', actor },
        (state) => {
          const target = plugs.targetOfTap(state, at, input.language, contact);
          return askHuman(state, caller.id, { id: input.id, at }, target, plugs.timers, opening);
        },
      );
      return placeOf(result, input.id);
    },
    /** Who waits in the queue lets the assistant help until somebody can come. */
    async askAssistant(caller: ContactCaller, input: { conversationId: string; id: string }) {
      const at = plugs.now();
      const actor = { kind: 'contact', id: caller.id } as const;
      const result = await commandConversation(
        plugs,
        { conversationId: input.conversationId, commandId: input.id, kind: 'queued', actor },
        (state) =>
          state
            ? letAssistantHelp(state, caller.id, { id: input.id, at }, plugs.positions.standing(state))
            : { refused: 'not-found' },
      );
      return placeOf(result, input.id);
    },
    /** A message or a wish to be called. The latest slot is a month away: nobody knows the roster of next year. */
    async leaveMessage(
      caller: ContactCaller,
      input: { conversationId: string; id: string; language: ConversationState['language'] } & LeftMessage,
    ) {
      const at = plugs.now();
      if (!messages.take(caller.id, at)) throw new Refusal('too-many-requests');
      const { conversationId, id, language, ...left } = input;
      const dayMs = 24 * 3600_000;
      const slot = left.slot;
      if (
        slot &&
        (slot.to < at || slot.from > at + 31 * dayMs || slot.to < slot.from || slot.to - slot.from > dayMs)
      )
        throw new Refusal('bad-input', [{ at: 'body.slot', problem: 'lies in the past or too far ahead' }]);
      const contact = await plugs.contactFacts.ensure(caller.id, caller.name, at);
      const actor = { kind: 'contact', id: caller.id } as const;
      const previous = await previousOf(caller.id, conversationId);
      const opening = { inboxId: caller.inboxId, language, previous };
      const result = await commandConversation(
        plugs,
        { conversationId, commandId: id, kind: 'message-received', actor },
        (state) => {
          const target = plugs.targetOfTap(state, at, language, contact);
          return leaveMessage(state, caller.id, { id, at }, left, target, plugs.timers, opening);
        },
      );
      return placeOf(result, id);
    },
    async rate(
      caller: ContactCaller,
      input: { conversationId: string; id: string; score: number; comment: string },
    ) {
      const actor = { kind: 'contact', id: caller.id } as const;
      const result = await commandConversation(
        plugs,
        { conversationId: input.conversationId, commandId: input.id, kind: 'rated', actor },
        (state) => rate(state, caller.id, { id: input.id, at: plugs.now() }, input.score, input.comment),
      );
      return placeOf(result, input.id);
    },
    /**
     * Refuses whoever may not follow the conversation: customers follow their own, the staff every one. Following one
     * that nobody has opened yet begins at its start, where the hub looks at who opens it.
     *
     * @returns the cursor to follow from, and whether there is a conversation yet
     */
    async mayFollow(
      caller: Caller,
      conversationId: string,
      after = 0,
    ): Promise<{ after: number; isOpened: boolean }> {
      const state = await plugs.log.state(conversationId);
      // A cursor from beyond the end, as after the restore of an older backup, would silently hide what comes next.
      const last = Math.min(after, state?.lastSeq ?? 0);
      if (caller.kind === 'staff') return { after: last, isOpened: true };
      if (caller.kind !== 'contact' || (state && state.contactId !== caller.id))
        throw new Refusal('not-found');
      return { after: last, isOpened: state !== null };
    },
    /** Whether the host site must vouch for this customer, and does not. */
    async refuseUnvouched(caller: Caller): Promise<void> {
      if (caller.kind !== 'contact' || caller.verified) return;
      const inbox = await plugs.inboxes.find(caller.inboxId);
      if (inbox?.requireIdentity) throw new Refusal('identity-required');
    },
  };
}

export type CustomerActions = ReturnType<typeof createCustomerActions>;
