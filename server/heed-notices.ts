import type { Notice } from '../adapters/buses/postgres-notify.ts';
import type { Answering } from './answering.ts';
import type { Assistance } from './assist/assistance.ts';
import type { ContactFactsCache } from './contact-facts.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Trainer } from './learning/trainer.ts';
import type { UnderstandingInForce } from './learning/understanding-in-force.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import type { Presence } from './presence.ts';
import type { Hub } from './realtime/hub.ts';
import type { Dispatcher } from './routing/dispatcher.ts';

/**
 * What this process does when another tells of something. A notice only says where to look: whoever heeds it reads
 * from the database, so one that is lost costs time and never truth, and after a pause everything is looked at.
 */
export function heedNotices(parts: {
  readonly hub: Hub;
  readonly dispatcher: Dispatcher;
  readonly answering: Answering;
  readonly knowledgeBase: KnowledgeBase;
  readonly meaning: Meaning | undefined;
  readonly contactFacts: ContactFactsCache;
  readonly understanding: UnderstandingInForce;
  readonly trainer: Trainer;
  readonly assistance: Assistance;
  readonly policyInForce: PolicyInForce;
  readonly presence: Presence;
  readonly onError: (error: unknown) => void;
}) {
  const { hub, dispatcher, answering, knowledgeBase, meaning, understanding, trainer, onError } = parts;
  const { contactFacts, assistance, policyInForce, presence } = parts;
  const soon = (step: Promise<unknown>) => void step.catch(onError);

  const by: { readonly [T in Notice['type']]: (notice: Extract<Notice, { type: T }>) => void } = {
    appended({ conversationId, seq, moves = false }) {
      hub.noticed(conversationId, seq, moves);
      if (moves) dispatcher.noticed(conversationId);
      answering.noticed(conversationId);
    },
    knowledge: () => soon(knowledgeBase.follow().then(() => meaning?.follow())),
    contact: ({ contactId }) => contactFacts.forget(contactId),
    understanding() {
      soon(understanding.follow());
      trainer.wake();
    },
    assist: () => soon(assistance.follow()),
    policy: () => soon(policyInForce.follow()),
    typing: (notice) =>
      hub.tell(notice.conversationId, notice, (isCustomer) => isCustomer === (notice.by === 'agent')),
    insights: () => hub.tellDesks({ type: 'insights' }),
    'lease-free': () => dispatcher.takeSoon(),
    presence: () => presence.refreshSoon(),
  };

  return {
    notice<T extends Notice['type']>(notice: Extract<Notice, { type: T }>): void {
      // One that this version does not know comes from a newer process beside it, and is for its like.
      by[notice.type as T]?.(notice);
    },
    reconnected(): void {
      hub.lookAtEverything();
      dispatcher.lookAtEverything();
      presence.refreshSoon();
      soon(knowledgeBase.follow());
      soon(policyInForce.follow());
      soon(understanding.follow());
      soon(assistance.follow());
    },
  };
}
