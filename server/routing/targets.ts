import type { ConversationState } from '../../core/conversation/state.ts';
import type { Language } from '../../core/terms/language.ts';
import type { ActivePolicy } from '../../core/terms/policy.ts';
import type { TriageVerdict } from '../../core/terms/triage.ts';
import type { ContactFacts } from '../../core/triage/facts.ts';
import type { Knowledge } from '../../plugs/knowledge.ts';
import { targetOf } from '../../services/queue-standing.ts';
import { destinationOf, isOpenBy, labelsWith, triageOfTap } from '../../services/triage-turn.ts';
import type { Presence } from '../presence.ts';

/** Where conversations go that need a person, by the policy in force and who is there now. */
export function createTargets(needs: {
  readonly policy: () => ActivePolicy;
  readonly roster: Presence['roster'];
  readonly knowledge: Knowledge;
  /** Epoch milliseconds by the clock that all processes share. */
  readonly now: () => number;
}) {
  const { policy, roster, now } = needs;
  /** Whether a calendar of the policy in force is open; one that does not exist is. */
  const isOpen = (calendarId: string, at: number) => isOpenBy(policy().policy, calendarId, at);
  /** Where a verdict sends a conversation, and how that queue stands. */
  const target = (verdict: TriageVerdict, channel: string, language: Language) => ({
    ...targetOf(policy(), verdict.queueId, roster().values(), now(), { skills: verdict.skills, language }),
    ...destinationOf(verdict, channel, policy()),
  });
  /** The same for a person asked for by a tap: no message was decided on, so the target carries what triage said. */
  const targetOfTap = (
    state: ConversationState | null,
    at: number,
    language: Language,
    contact: ContactFacts,
  ) => {
    const context = { active: policy(), contact, isOpen };
    const triage = triageOfTap(state, at, language, context, needs.knowledge);
    const labels = labelsWith(state?.labels ?? [], triage);
    return {
      ...target(triage, state?.channel ?? 'web', state?.language ?? language),
      triage,
      ...(labels ? { labels } : {}),
    };
  };
  return { isOpen, target, targetOfTap };
}
