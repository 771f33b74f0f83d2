import type { ActivePolicy } from '../terms/policy.ts';
import type { SkillNeed } from '../terms/skill.ts';
import type { Segment, TriageAction, TriageCondition, TriageVerdict } from '../terms/triage.ts';
import type { ConditionTrial, RuleTrial, SegmentTrial } from '../terms/triage-trial.ts';
import { actualOf, type ConditionContext, holds } from './conditions.ts';
import type { TriageFacts } from './facts.ts';

/**
 * What the rules of a policy make of a turn. Rules are read in order: the first that names who serves settles that, the
 * first that names a queue settles that; labels and skills add up, and the highest priority counts, that of the segment
 * included. Pure; microseconds for the rules of an ordinary house.
 */
export function decideTriage(
  facts: TriageFacts,
  { version, policy }: ActivePolicy,
  isOpen: ConditionContext['isOpen'],
): TriageVerdict {
  const settled = beginning({ facts, segment: null, labels: facts.labels, isOpen }, policy.segments);
  for (const rule of policy.triage) {
    if (!rule.enabled || !all(rule.when, settled.context)) continue;
    settled.ruleIds.push(rule.id);
    for (const action of rule.then) settle(settled, action);
  }
  return verdictOf(settled, { version, policy });
}

/** The same, with every segment and rule condition by condition: what it looked at, and whether it counted. */
export function explainTriage(
  facts: TriageFacts,
  { version, policy }: ActivePolicy,
  isOpen: ConditionContext['isOpen'],
): {
  readonly verdict: TriageVerdict;
  readonly segments: readonly SegmentTrial[];
  readonly rules: readonly RuleTrial[];
} {
  const context = { facts, segment: null, labels: facts.labels, isOpen };
  const settled = beginning(context, policy.segments);
  const segments = policy.segments.map(
    ({ id, name, when }): SegmentTrial => ({
      id,
      name,
      holds: all(when, context),
      counts: settled.context.segment === id,
      conditions: trials(when, context),
    }),
  );
  const rules = policy.triage.map((rule): RuleTrial => {
    const conditions = trials(rule.when, settled.context);
    const isHeld = conditions.every((trial) => trial.holds);
    const counts = rule.enabled && isHeld;
    if (counts) settled.ruleIds.push(rule.id);
    const actions = rule.then.map((action) => ({ action, counts: counts && settle(settled, action) }));
    return { id: rule.id, name: rule.name, enabled: rule.enabled, holds: isHeld, conditions, actions };
  });
  return { verdict: verdictOf(settled, { version, policy }), segments, rules };
}

const trials = (conditions: readonly TriageCondition[], context: ConditionContext): ConditionTrial[] =>
  conditions.map((condition) => ({
    condition,
    holds: holds(condition, context),
    actual: actualOf(condition, context),
  }));

function verdictOf(settled: Settled, { version, policy }: ActivePolicy): TriageVerdict {
  const { context, serves, queueId, priority, skills, labels, ruleIds } = settled;
  return {
    policyVersion: version,
    ...(serves === undefined ? {} : { serves }),
    // A queue that is no more sends nobody into nowhere.
    queueId: policy.queues.some(({ id }) => id === queueId) ? queueId! : policy.queues[0]!.id,
    priority: priority ?? 0,
    skills,
    labels,
    segment: context.segment,
    risks: context.facts.risks,
    complexity: context.facts.complexity,
    ruleIds,
  };
}

/** What has been settled so far, rule after rule. */
interface Settled {
  context: ConditionContext;
  serves: TriageVerdict['serves'];
  queueId: string | undefined;
  priority: number | undefined;
  readonly skills: SkillNeed[];
  /** Labels that rules give; those that the conversation had are not among them. */
  readonly labels: string[];
  readonly ruleIds: string[];
}

function beginning(context: ConditionContext, segments: readonly Segment[]): Settled {
  const segment = segments.find(({ when }) => all(when, context));
  return {
    context: segment ? { ...context, segment: segment.id } : context,
    serves: undefined,
    queueId: undefined,
    priority: segment?.priority,
    skills: [],
    labels: [],
    ruleIds: [],
  };
}

function all(conditions: readonly TriageCondition[], context: ConditionContext): boolean {
  for (const condition of conditions) if (!holds(condition, context)) return false;
  return true;
}

/** Does one action; whether it changed anything. */
function settle(settled: Settled, action: TriageAction): boolean {
  switch (action.do) {
    case 'assistant':
    case 'human':
      if (settled.serves !== undefined) return false;
      settled.serves = action.do;
      return true;
    case 'queue':
      if (settled.queueId !== undefined) return false;
      settled.queueId = action.queueId;
      return true;
    case 'priority':
      if (settled.priority !== undefined && action.priority <= settled.priority) return false;
      settled.priority = action.priority;
      return true;
    case 'skill': {
      const place = settled.skills.findIndex(({ skill }) => skill === action.need.skill);
      if (place < 0) settled.skills.push(action.need);
      else if (settled.skills[place]!.level < action.need.level) settled.skills[place] = action.need;
      else return false;
      return true;
    }
    case 'label':
      if (settled.context.labels.includes(action.label)) return false;
      settled.labels.push(action.label);
      settled.context = { ...settled.context, labels: [...settled.context.labels, action.label] };
      return true;
  }
}
