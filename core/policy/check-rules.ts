import type { Policy } from '../terms/policy.ts';
import type { TriageAction, TriageCondition } from '../terms/triage.ts';
import { type Add, checkCalendarId, type Known, noQueue, noSegment } from './add-problem.ts';

/** Conditions that can be known of a contact before anything is said. */
const aboutContacts = new Set<TriageCondition['on']>([
  'attribute',
  'verified',
  'orderValue',
  'channel',
  'language',
]);

/** A segment is settled before anything is said, so its conditions can be about the contact only. */
export function checkSegments(policy: Policy, known: Known, add: Add): void {
  policy.segments.forEach((segment, place) => {
    segment.when.forEach((condition, at) => {
      const path = `segments.${place}.when.${at}`;
      if (!aboutContacts.has(condition.on))
        add(path, 'condition-in-segment', {
          zh: '客户分组只能按客户本身的信息划分（属性、是否验证、订单金额、渠道、语言）。',
          en: 'A segment is about the contact: attributes, verified, order value, channel, language.',
        });
      checkCondition(path, condition, known, add);
    });
  });
}

function checkCondition(path: string, condition: TriageCondition, known: Known, add: Add): void {
  switch (condition.on) {
    case 'open':
      checkCalendarId(`${path}.calendarId`, condition.calendarId, known, add);
      return;
    case 'segment':
      condition.is.forEach((id, at) => {
        if (!known.segmentIds.has(id)) add(`${path}.is.${at}`, 'unknown-segment', noSegment(id));
      });
      return;
    case 'orderValue':
    case 'complexity':
    case 'failedAnswers':
    case 'turns':
    case 'confidence':
    case 'reopenings':
      checkLimits(path, condition, add);
  }
}

/** The largest value that the figure of a condition takes. */
const largest: Readonly<Record<string, number>> = { complexity: 100, confidence: 1 };

function checkLimits(
  path: string,
  {
    on,
    atLeast,
    atMost,
  }: { readonly on: string; readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  add: Add,
): void {
  if (atLeast === undefined && atMost === undefined)
    add(path, 'condition-without-limit', {
      zh: '至少要写一个界限（不低于或不高于）。',
      en: 'Give at least one limit: at least or at most.',
    });
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    add(path, 'limits-reversed', {
      zh: '下限比上限还大，这个条件永远不成立。',
      en: 'The lower limit is above the upper one: it never holds.',
    });
  const most = largest[on] ?? Number.POSITIVE_INFINITY;
  for (const [name, limit] of [
    ['atLeast', atLeast],
    ['atMost', atMost],
  ] as const)
    if (limit !== undefined && (limit < 0 || limit > most))
      add(`${path}.${name}`, 'limit-out-of-range', {
        zh: most === Number.POSITIVE_INFINITY ? '不能小于 0。' : `应在 0 到 ${most} 之间。`,
        en: most === Number.POSITIVE_INFINITY ? 'Must not be below 0.' : `Must lie between 0 and ${most}.`,
      });
}

/** Rules in their order: what they name, and which of them nothing reaches. */
export function checkRules(policy: Policy, known: Known, add: Add): void {
  /** A rule without conditions settles who serves, or the queue, for all that come after it. */
  let settled: { serves?: string; queue?: string } = {};
  policy.triage.forEach((rule, place) => {
    const path = `triage.${place}`;
    rule.when.forEach((condition, at) => {
      checkCondition(`${path}.when.${at}`, condition, known, add);
    });
    if (rule.then.length === 0)
      add(`${path}.then`, 'rule-without-action', {
        zh: '这条规则什么也不做，请加上动作。',
        en: 'This rule does nothing. Give it an action.',
      });
    rule.then.forEach((action, at) => {
      if (action.do === 'queue' && !known.queueIds.has(action.queueId))
        add(`${path}.then.${at}.queueId`, 'unknown-queue', noQueue(action.queueId));
    });
    for (const kind of [servesOf, queueOf])
      if (new Set(rule.then.map(kind).filter(Boolean)).size > 1)
        add(`${path}.then`, 'actions-contradict', {
          zh: '这条规则的动作互相矛盾：只能由一方接待，只能进一个队列。',
          en: 'The actions contradict each other: one side serves, and one queue is named.',
        });
    const before = isWithoutEffect(rule.then, settled);
    if (rule.enabled && before !== undefined && rule.then.length > 0)
      add(
        path,
        'rule-unreachable',
        {
          zh: `这条规则不起作用：前面的「${before}」没有条件，对每个会话都先成立。`,
          en: `Without effect: “${before}” before it has no conditions and settles every conversation.`,
        },
        'warning',
      );
    if (rule.enabled && rule.when.length === 0)
      settled = {
        serves: settled.serves ?? (rule.then.some(servesOf) ? rule.id : undefined),
        queue: settled.queue ?? (rule.then.some(queueOf) ? rule.id : undefined),
      };
  });
}

const servesOf = (action: TriageAction): string | undefined =>
  action.do === 'assistant' || action.do === 'human' ? action.do : undefined;
const queueOf = (action: TriageAction): string | undefined =>
  action.do === 'queue' ? action.queueId : undefined;

/** The rule that has settled everything that these actions could do; undefined where one of them still counts. */
function isWithoutEffect(
  actions: readonly TriageAction[],
  settled: { serves?: string; queue?: string },
): string | undefined {
  const by = actions.map((action) =>
    servesOf(action) ? settled.serves : queueOf(action) ? settled.queue : undefined,
  );
  return by.every((rule) => rule !== undefined) ? by[0] : undefined;
}
