import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Policy } from '../terms/policy.ts';
import type { TriageAction, TriageCondition, TriageRule } from '../terms/triage.ts';
import { checkPolicy, type PolicySurroundings } from './check-policy.ts';
import { defaultPolicy } from './default-policy.ts';

const [queue] = defaultPolicy.queues;
const rule = (id: string, when: TriageCondition[], then: TriageAction[]): TriageRule => ({
  id,
  name: { zh: id, en: id },
  enabled: true,
  when,
  then,
});
const calendar = {
  id: 'c',
  name: 'c',
  timeZone: 'Asia/Shanghai',
  week: [[{ from: 540, to: 1080 }], [], [], [], [], [], []],
  holidays: 'none',
  exceptions: [],
} as const;

function problems(change: Partial<Policy>, around: PolicySurroundings = {}): string[] {
  return checkPolicy({ ...defaultPolicy, segments: [], triage: [], ...change }, around).map(
    ({ path, code, severity }) => `${severity} ${code} at ${path}`,
  );
}

test('names of what is not there are found where they stand', () => {
  assert.deepEqual(
    problems({
      queues: [{ ...queue!, calendarId: 'x', overflow: [{ afterMs: 1, toQueueId: 'y', relaxLevels: 0 }] }],
      triage: [
        rule('a', [{ on: 'open', calendarId: 'z', is: true }], [{ do: 'queue', queueId: 'w' }]),
        rule('b', [{ on: 'segment', is: ['nobody'] }], [{ do: 'human' }]),
      ],
      sla: [
        {
          id: 's',
          target: 'resolution',
          limitMs: 1,
          warnAt: 0,
          queueIds: ['q'],
          segments: ['g'],
          calendarId: 'h',
        },
      ],
    }),
    [
      'error unknown-calendar at triage.0.when.0.calendarId',
      'error unknown-queue at triage.0.then.0.queueId',
      'error unknown-segment at triage.1.when.0.is.0',
      'error unknown-calendar at queues.0.calendarId',
      'error unknown-queue at queues.0.overflow.0.toQueueId',
      'error unknown-calendar at sla.0.calendarId',
      'error unknown-queue at sla.0.queueIds.0',
      'error unknown-segment at sla.0.segments.0',
    ],
  );
});

test('overflow that leads back, to itself or nowhere is told', () => {
  const to = (id: string, toQueueId: string | undefined, relaxLevels = 0) => ({
    ...queue!,
    id,
    overflow: [{ afterMs: 1, relaxLevels, ...(toQueueId === undefined ? {} : { toQueueId }) }],
  });
  assert.deepEqual(problems({ queues: [to('a', 'b'), to('b', 'c'), to('c', 'a')] }), [
    'warning overflow-cycle at queues.0.overflow',
    'warning overflow-cycle at queues.1.overflow',
    'warning overflow-cycle at queues.2.overflow',
  ]);
  assert.deepEqual(problems({ queues: [to('a', 'a'), to('b', undefined)] }), [
    'error overflow-to-itself at queues.0.overflow.0.toQueueId',
    'error overflow-without-effect at queues.1.overflow.0',
  ]);
  assert.deepEqual(problems({ queues: [to('a', 'b'), to('b', undefined, 2)] }), []);
});

test('hours that overlap, run backwards or are given twice are told', () => {
  const week = [
    [
      { from: 540, to: 720 },
      { from: 700, to: 900 },
    ],
    [{ from: 900, to: 540 }],
    [],
    [],
    [],
    [],
    [],
  ];
  const day = { day: '2026-10-01', name: '国庆', spans: [] };
  assert.deepEqual(problems({ calendars: [{ ...calendar, week, exceptions: [day, day] }] }), [
    'error spans-overlap at calendars.0.week.0.1',
    'error span-reversed at calendars.0.week.1.0',
    'error duplicate-day at calendars.0.exceptions.1.day',
  ]);
  assert.deepEqual(
    problems({ calendars: [{ ...calendar, timeZone: 'Mars/Base' }] }, { isTimeZone: () => false }),
    ['error unknown-time-zone at calendars.0.timeZone'],
  );
  assert.deepEqual(problems({ calendars: [{ ...calendar, week: [[], [], [], [], [], [], []] }] }), [
    'warning never-open at calendars.0.week',
  ]);
});

test('rules that do nothing, contradict themselves or are never reached are told', () => {
  assert.deepEqual(
    problems({
      triage: [
        rule('empty', [], []),
        rule('both', [{ on: 'turns', atLeast: 1 }], [{ do: 'human' }, { do: 'assistant' }]),
        rule('all', [], [{ do: 'assistant' }]),
        rule('late', [{ on: 'risk', is: ['safety'] }], [{ do: 'human' }]),
        rule('still', [{ on: 'risk', is: ['safety'] }], [{ do: 'human' }, { do: 'label', label: 'x' }]),
      ],
    }),
    [
      'error rule-without-action at triage.0.then',
      'error actions-contradict at triage.1.then',
      'warning rule-unreachable at triage.3',
    ],
  );
  assert.deepEqual(
    problems({ triage: [rule('off', [], [{ do: 'human' }]), rule('off', [], [{ do: 'human' }])] }),
    ['error duplicate-id at triage.1.id', 'warning rule-unreachable at triage.1'],
  );
});

test('limits that are missing, turned round or out of range are told', () => {
  assert.deepEqual(
    problems({
      triage: [
        rule(
          'a',
          [
            { on: 'turns' },
            { on: 'complexity', atLeast: 80, atMost: 20 },
            { on: 'confidence', atLeast: 50 },
            { on: 'orderValue', atLeast: -1 },
          ],
          [{ do: 'human' }],
        ),
      ],
      queues: [{ ...queue!, offerMs: 100, patienceMs: 0 }],
    }),
    [
      'error condition-without-limit at triage.0.when.0',
      'error limits-reversed at triage.0.when.1',
      'error limit-out-of-range at triage.0.when.2.atLeast',
      'error limit-out-of-range at triage.0.when.3.atLeast',
      'error limit-out-of-range at queues.0.offerMs',
      'error limit-out-of-range at queues.0.patienceMs',
    ],
  );
});

test('a segment asks about the contact only, and every agent of a queue exists', () => {
  const segment = (when: TriageCondition) => ({
    id: 's',
    name: { zh: 's', en: 's' },
    when: [when],
    priority: 0,
  });
  assert.deepEqual(problems({ segments: [segment({ on: 'words', is: ['x'] })] }), [
    'error condition-in-segment at segments.0.when.0',
  ]);
  assert.deepEqual(problems({ segments: [segment({ on: 'verified', is: true })] }), []);
  assert.deepEqual(
    problems({ queues: [{ ...queue!, agentIds: ['a', 'b'] }] }, { agentIds: new Set(['a']) }),
    ['warning unknown-agent at queues.0.agentIds.1'],
  );
});

test('a cost of being late must be above nothing, and one that hands over nearly everybody is worth a look', () => {
  const said = (lateCost: number, enabled = true) =>
    checkPolicy({
      ...defaultPolicy,
      handoff: { ...defaultPolicy.handoff, prediction: { enabled, lateCost } },
    })
      .filter(({ path }) => path === 'handoff.prediction.lateCost')
      .map(({ code, severity }) => `${severity} ${code}`);
  assert.deepEqual(said(1), []);
  assert.deepEqual(said(0), ['error limit-out-of-range']);
  assert.deepEqual(said(50), ['warning hands-over-nearly-all']);
  assert.deepEqual(said(50, false), []);
});
