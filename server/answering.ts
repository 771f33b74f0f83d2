import type { Timers } from '../core/conversation/outcome.ts';
import type { QueueTarget } from '../core/conversation/queue-commands.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { Log } from '../plugs/log.ts';
import type { ChatModel } from '../plugs/model.ts';
import { answerBuiltIn, answerWithModel } from '../services/answer-with-model.ts';
import type { Understand } from '../services/understand-question.ts';
import type { Journal } from './journal.ts';
import type { Hub } from './realtime/hub.ts';

interface Running {
  readonly of: number;
  readonly answerId: string;
  readonly controller: AbortController;
  readonly done: Promise<unknown>;
}

/**
 * The answers that a model is writing on this process: begun when the log says that one is owed, stopped at once when
 * it says that nobody wants it any more. That a late answer is refused is the log's doing, not this one's.
 */
export function createAnswering(needs: {
  readonly log: Log;
  readonly knowledge: Knowledge;
  /** Finds what questions mean, where that is asked for. */
  readonly understand?: Understand | undefined;
  readonly model: ChatModel | undefined;
  readonly asksOpinion: boolean;
  /** The names of the intents that were learned. */
  readonly intents: () => readonly string[];
  readonly timers: Timers;
  readonly policy: () => ActivePolicy;
  readonly target: (verdict: TriageVerdict, channel: string, language: Language) => QueueTarget;
  readonly isOpen: (calendarId: string, at: number) => boolean;
  readonly contactFacts: (contactId: string) => Promise<ContactFacts>;
  readonly handoffModel?: HandoffModel | undefined;
  /** Epoch milliseconds by the clock that all processes share. */
  readonly now: () => number;
  readonly hub: Pick<Hub, 'tell'>;
  readonly journal: Journal;
}) {
  const running = new Map<string, Running>();

  function stop(conversationId: string): void {
    const one = running.get(conversationId);
    if (!one) return;
    running.delete(conversationId);
    one.controller.abort();
    needs.hub.tell(
      conversationId,
      { type: 'writing-stopped', conversationId, answerId: one.answerId },
      () => true,
    );
  }

  function begin(conversationId: string, of: number, model: ChatModel): void {
    stop(conversationId);
    const controller = new AbortController();
    const answerId = crypto.randomUUID();
    const tell = (text: string) =>
      !controller.signal.aborted &&
      needs.hub.tell(conversationId, { type: 'writing', conversationId, answerId, text }, () => true);
    const withdraw = () =>
      needs.hub.tell(conversationId, { type: 'writing-stopped', conversationId, answerId }, () => true);
    const done = answerWithModel(
      { ...needs, model, now: needs.now },
      { conversationId, of, answerId, onText: tell, onWithdrawn: withdraw, signal: controller.signal },
    )
      .catch((error) =>
        needs.journal.error('model', 'an answer could not be given', error, { conversation: conversationId }),
      )
      .finally(() => {
        if (running.get(conversationId)?.answerId === answerId) running.delete(conversationId);
      });
    running.set(conversationId, { of, answerId, controller, done });
  }

  return {
    appended(state: ConversationState, events: readonly ConversationEvent[]): void {
      if (!needs.model) return;
      const one = running.get(state.id);
      if (
        one &&
        state.unanswered !== one.of &&
        !events.some((event) => event.kind === 'message-sent' && event.body.answerId === one.answerId)
      ) {
        stop(state.id);
      }
      if (state.unanswered !== null && running.get(state.id)?.of !== state.unanswered) {
        begin(state.id, state.unanswered, needs.model);
      }
    },
    /** Another process appended to the conversation: perhaps a human took over there. */
    noticed(conversationId: string): void {
      const one = running.get(conversationId);
      if (!one) return;
      void needs.log.state(conversationId).then(
        (state) => {
          if (state?.unanswered !== one.of) stop(conversationId);
        },
        () => undefined,
      );
    },
    answerBuiltIn: (conversationId: string, of: number) =>
      answerBuiltIn({ ...needs, now: needs.now }, conversationId, of, 'model-timeout'),
    /** Waits for what is being written; each ends by its own time limits. */
    async close(): Promise<void> {
      await Promise.allSettled([...running.values()].map(({ done }) => done));
    },
  };
}
export type Answering = ReturnType<typeof createAnswering>;
