import { applyEvent } from '../core/conversation/apply-event.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { detectLanguage } from '../core/perception/language.ts';
import type { ReplayOutcome } from '../core/protocol/policies.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import { nobodysFacts } from '../core/triage/facts.ts';
import { type ReceiveMessage, receiveOutcome } from './receive-message.ts';
import { notHandedOff } from './replay-policy.ts';
import { destinationOf, isOpenBy } from './triage-turn.ts';

const timers = { answerMs: 20_000, queuePatienceMs: 120_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 };
/** Between two turns of a dialogue whose times are not known. */
const betweenTurnsMs = 30_000;

/**
 * The customer's turns of an imported dialogue, said one after the other to the built-in assistant under a policy, until
 * it hands over. Everything is computed: perception, look-up, rules. Nothing is known of the contact, and what the
 * customer says does not depend on the answers.
 */
export function replayDialogue(
  texts: readonly string[],
  active: ActivePolicy,
  {
    knowledge,
    handoffModel,
    perceptionModels,
  }: Pick<ReceiveMessage, 'knowledge' | 'handoffModel' | 'perceptionModels'>,
  startedAt: number,
): ReplayOutcome {
  let state: ConversationState | null = null;
  for (const [place, text] of texts.entries()) {
    const at = startedAt + place * betweenTurnsMs;
    const outcome = receiveOutcome(
      {
        knowledge,
        timers,
        policy: () => active,
        isOpen: (calendarId, when) => isOpenBy(active.policy, calendarId, when),
        target: (verdict, channel) => ({ ...destinationOf(verdict, channel, active), agentsOnline: 1 }),
        hasModel: false,
        handoffModel,
        ...(perceptionModels && { perceptionModels }),
      },
      {
        id: `turn-${place}`,
        conversationId: 'dialogue',
        contactId: 'contact',
        inboxId: 'import',
        language: detectLanguage(text, 'zh'),
        text,
        attachments: [],
        at,
        contact: nobodysFacts,
      },
      state,
    );
    if ('refused' in outcome) return notHandedOff;
    for (const event of outcome.events) {
      const seq: number = (state?.lastSeq ?? 0) + 1;
      state = applyEvent(state, { ...event, conversationId: 'dialogue', seq } as ConversationEvent);
    }
    if (state?.owner.kind === 'queue') {
      const { queueId, priority, handoff } = state;
      return { handedOff: true, turn: place + 1, at, queueId, priority, reasons: handoff?.reasons ?? [] };
    }
  }
  return notHandedOff;
}
