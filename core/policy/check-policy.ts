import type { Policy } from '../terms/policy.ts';
import { type Add, checkCalendarId, type Known, mustBePositive, noQueue, noSegment } from './add-problem.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkQueue, overflowLoops } from './check-queue.ts';
import { checkRules, checkSegments } from './check-rules.ts';
import type { PolicyProblem } from './policy-problem.ts';

/** What a policy may name beside itself. */
export interface PolicySurroundings {
  /** Everybody on the staff; without it agents are not looked up. */
  readonly agentIds?: ReadonlySet<string>;
  /** Whether an IANA name is a time zone of this machine; without it names are taken as they are. */
  readonly isTimeZone?: (name: string) => boolean;
}

/**
 * What is wrong with the meaning of a policy whose shape is right: names of what is not there, loops, times that
 * cannot be, rules that nothing reaches. In the order of the document; empty when all is well.
 */
export function checkPolicy(policy: Policy, around: PolicySurroundings = {}): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const add: Add = (path, code, message, severity = 'error') =>
    problems.push({ path, code, severity, message });
  const queueIds = new Set(policy.queues.map(({ id }) => id));
  const calendarIds = new Set(policy.calendars.map(({ id }) => id));
  const segmentIds = new Set(policy.segments.map(({ id }) => id));
  const known: Known = { queueIds, calendarIds, segmentIds };

  for (const list of ['segments', 'triage', 'queues', 'calendars', 'sla'] as const)
    checkIds(list, policy[list], add);
  checkSegments(policy, known, add);
  checkRules(policy, known, add);
  policy.queues.forEach((queue, place) => {
    checkQueue(`queues.${place}`, queue, known, around.agentIds, add);
  });
  for (const place of overflowLoops(policy.queues))
    add(
      `queues.${place}.overflow`,
      'overflow-cycle',
      {
        zh: '几个队列互相溢出：大家都忙的时候，谁也帮不上谁。',
        en: 'These queues overflow into each other: when all are busy, none can help.',
      },
      'warning',
    );
  policy.calendars.forEach((calendar, place) => {
    checkCalendar(`calendars.${place}`, calendar, around.isTimeZone, add);
  });
  policy.sla.forEach((rule, place) => {
    const path = `sla.${place}`;
    if (rule.limitMs <= 0) add(`${path}.limitMs`, 'limit-out-of-range', mustBePositive);
    if (rule.calendarId !== undefined) checkCalendarId(`${path}.calendarId`, rule.calendarId, known, add);
    rule.queueIds?.forEach((id, at) => {
      if (!queueIds.has(id)) add(`${path}.queueIds.${at}`, 'unknown-queue', noQueue(id));
    });
    rule.segments?.forEach((id, at) => {
      if (!segmentIds.has(id)) add(`${path}.segments.${at}`, 'unknown-segment', noSegment(id));
    });
    const covering = policy.sla
      .slice(0, place)
      .find(
        (earlier) =>
          earlier.target === rule.target &&
          !earlier.queueIds &&
          !earlier.segments &&
          earlier.minimumPriority === undefined,
      );
    if (covering)
      add(
        path,
        'rule-unreachable',
        {
          zh: `永远轮不到这一条：前面的「${covering.id}」对所有会话都成立。`,
          en: `Never reached: “${covering.id}” before it fits every conversation.`,
        },
        'warning',
      );
  });
  checkPrediction(policy, add);
  if (Object.values(policy.routing.weights).every((weight) => weight === 0))
    add(
      'routing.weights',
      'weights-all-zero',
      {
        zh: '所有权重都是 0，分配时坐席之间没有差别。',
        en: 'With every weight at 0 all agents are alike to the router.',
      },
      'warning',
    );
  return problems;
}

/** From this cost on a probability of one in twenty hands over. */
const dearestLate = 19;

function checkPrediction({ handoff: { prediction } }: Policy, add: Add): void {
  if (!prediction) return;
  const path = 'handoff.prediction.lateCost';
  if (!(prediction.lateCost > 0)) add(path, 'limit-out-of-range', mustBePositive);
  else if (prediction.enabled && prediction.lateCost >= dearestLate)
    add(
      path,
      'hands-over-nearly-all',
      {
        zh: '转晚的代价定得这么高，几乎每个追问的客户都会转人工。',
        en: 'With so high a cost of being late, nearly every customer who asks on goes to a person.',
      },
      'warning',
    );
}

function checkIds(list: string, items: readonly { readonly id: string }[], add: Add): void {
  const seen = new Set<string>();
  items.forEach(({ id }, place) => {
    if (seen.has(id))
      add(`${list}.${place}.id`, 'duplicate-id', {
        zh: `编号「${id}」已经用过了。`,
        en: `The id “${id}” is taken already.`,
      });
    seen.add(id);
  });
}
