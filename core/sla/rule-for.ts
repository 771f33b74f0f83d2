import type { SlaRule, SlaTarget } from '../terms/sla.ts';

/** What a rule may be bound to. */
export interface RuledBy {
  readonly queueId: string | null;
  readonly segment: string | null;
  readonly priority: number;
}

/** An absent list fits all; so does an empty one, since a promise to nobody is no rule. */
function fits(allowed: readonly string[] | undefined, value: string | null): boolean {
  return !allowed || allowed.length === 0 || (value !== null && allowed.includes(value));
}

/** The rule that counts for a target: the first in the list that fits; undefined when nothing is promised. */
export function ruleFor(
  rules: readonly SlaRule[],
  target: SlaTarget,
  { queueId, segment, priority }: RuledBy,
): SlaRule | undefined {
  return rules.find(
    (rule) =>
      rule.target === target &&
      fits(rule.queueIds, queueId) &&
      fits(rule.segments, segment) &&
      (rule.minimumPriority === undefined || priority >= rule.minimumPriority),
  );
}
