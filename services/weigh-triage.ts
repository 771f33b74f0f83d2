import type { HandoffVerdict } from '../core/handoff/decide-handoff.ts';
import type { HandoffReason, HandoffReasonCode } from '../core/terms/handoff-reason.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { Policy } from '../core/terms/policy.ts';
import type { TriageRule, TriageVerdict } from '../core/terms/triage.ts';

/** Which reason the customer is answered by: a life first, their own wish next, then what weighs on them most. */
const first: readonly HandoffReasonCode[] = [
  'self-harm',
  'safety',
  'customer-asked',
  'legal-threat',
  'complaint',
  'refund-dispute',
  'press',
  'rule',
];

/** These outrank a rule that leaves the customer with the assistant: nobody is kept from a person. */
const outranking: readonly HandoffReasonCode[] = ['customer-asked', 'anger'];

/**
 * The thresholds' verdict with that of the rules: `human` hands over at once with its reasons, `assistant` turns a
 * handover by thresholds into an offer – unless the customer asked for a person or is angry.
 */
export function weighTriage(
  byThresholds: HandoffVerdict,
  triage: TriageVerdict,
  perception: Perception,
  policy: Policy,
): HandoffVerdict {
  if (triage.serves === 'human') {
    const rule = policy.triage.find(
      ({ id, then }) => triage.ruleIds.includes(id) && then.some((action) => action.do === 'human'),
    )!;
    const reasons = [...byThresholds.reasons, ...reasonsOf(rule, perception)];
    return { action: 'hand-off', reasons: reasons.toSorted((one, other) => rank(one) - rank(other)) };
  }
  if (triage.serves === 'assistant' && byThresholds.action === 'hand-off') {
    const isOutranked = byThresholds.reasons.some(({ code }) => outranking.includes(code));
    return isOutranked ? byThresholds : { action: 'offer', reasons: byThresholds.reasons };
  }
  return byThresholds;
}

function rank({ code }: HandoffReason): number {
  const place = first.indexOf(code);
  return place < 0 ? first.length : place;
}

/** The risks that the rule names, with the customer's words; else the rule itself. */
function reasonsOf({ id, name, when }: TriageRule, perception: Perception): HandoffReason[] {
  const rule = { id, name };
  const named = when.flatMap((condition) => (condition.on === 'risk' ? condition.is : []));
  const risks = (perception.risks ?? []).filter((risk) => named.includes(risk));
  if (risks.length === 0) return [{ code: 'rule', rule }];
  return risks.map((code) => {
    const evidence = perception.evidence.find(({ signal }) => signal === code)?.words ?? [];
    return { code, rule, evidence };
  });
}
