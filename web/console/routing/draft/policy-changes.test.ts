import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../../../core/policy/default-policy.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import { policyChanges } from './policy-changes.ts';

const first = defaultPolicy.queues[0]!;
const before: Policy = { ...defaultPolicy, segments: [], triage: [], sla: defaultPolicy.sla.slice(0, 1) };

function said(after: Policy): string[] {
  return policyChanges(before, after, 'zh').flatMap(({ page, changes }) =>
    changes.map(({ kind, sentence }) => `${page} ${kind} ${sentence}`),
  );
}

test('equal policies have no changes', () => {
  assert.deepEqual(policyChanges(before, structuredClone(before), 'zh'), []);
});

test('a changed field is told with what it was and what it is, in words', () => {
  assert.deepEqual(
    said({
      ...before,
      queues: [{ ...first, offerMs: 30_000, mode: 'auto', overflow: [{ afterMs: 60_000, relaxLevels: 1 }] }],
      handoff: { ...before.handoff, turns: 9 },
      routing: { ...before.routing, channelWeights: { ...before.routing.channelWeights, phone: 2 } },
    }),
    [
      'queues changed 「客户服务」· 派给坐席的方式：先看再接 → 直接派给',
      'queues changed 「客户服务」· 等坐席接受多久：15 秒 → 30 秒',
      'queues changed 「客户服务」· 等久了还能找谁：没有 → 等到 1 分钟，技能要求放低 1 级',
      'handoff changed 聊了很久还没结束：14 → 9',
      'weights changed 电话：4 → 2',
    ],
  );
});

test('an added rule is told with its sentence, an added promise with whom it is for', () => {
  const after: Policy = {
    ...before,
    triage: [
      {
        id: 'complaint',
        name: { zh: '投诉', en: 'Complaint' },
        enabled: true,
        when: [{ on: 'risk', is: ['complaint'] }],
        then: [{ do: 'human' }],
      },
    ],
    sla: [...before.sla, { id: 'fast', target: 'first-response', limitMs: 20_000, warnAt: 0.5 }],
  };
  assert.deepEqual(said(after), [
    'triage added 新增「投诉」：当出现投诉 → 转人工',
    'sla added 新增首次回应：所有会话 · 20 秒内 · 用掉 50% 时提醒',
  ]);
});

test('what was switched off says so', () => {
  const rule = { id: 'r', name: { zh: '规则', en: 'Rule' }, when: [], then: [{ do: 'human' }] } as const;
  const [group] = policyChanges(
    { ...before, triage: [{ ...rule, enabled: true }] },
    { ...before, triage: [{ ...rule, enabled: false }] },
    'en',
  );
  assert.equal(group?.changes[0]?.sentence, 'turned off “Rule”');
});

test('of a week only the days that differ are told', () => {
  const calendar = {
    id: 'office',
    name: '工作日',
    timeZone: 'Asia/Shanghai',
    week: [[{ from: 540, to: 1080 }], [], [], [], [], [], []],
    holidays: 'CN',
    exceptions: [],
  } as const;
  const later = { ...calendar, week: [calendar.week[0], [], [], [], [], [{ from: 600, to: 1440 }], []] };
  const [group] = policyChanges(
    { ...before, calendars: [calendar] },
    { ...before, calendars: [later] },
    'zh',
  );
  assert.equal(group?.changes[0]?.sentence, '「工作日」· 每周：周六 休息 → 周六 10:00-24:00');
});

test('what is predicted of handoffs is told with its cost, on, off and where a policy said nothing of it', () => {
  const { prediction: _, ...older } = before.handoff;
  const told = (from: Policy['handoff'], to: Policy['handoff']) =>
    policyChanges({ ...before, handoff: from }, { ...before, handoff: to }, 'zh').flatMap(({ changes }) =>
      changes.map(({ sentence }) => sentence),
    );
  const on = { ...older, prediction: { enabled: true, lateCost: 2 } };
  assert.deepEqual(told(older, on), ['按可能性预判：没有 → 2']);
  assert.deepEqual(told(on, { ...on, prediction: { enabled: true, lateCost: 4 } }), [
    '转晚一次，抵得上白转几次：2 → 4',
  ]);
  assert.deepEqual(told(on, { ...on, prediction: { enabled: false, lateCost: 2 } }), ['停用 按可能性预判']);
});
