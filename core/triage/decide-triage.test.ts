import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Policy } from '../terms/policy.ts';
import type { Segment, TriageAction, TriageCondition, TriageRule } from '../terms/triage.ts';
import { knownComplexity } from './complexity.ts';
import { decideTriage, explainTriage } from './decide-triage.ts';
import { nobodysFacts, type TriageFacts } from './facts.ts';
import { orderValueOf } from './order-value.ts';

const plain: TriageFacts = {
  text: '',
  read: '',
  at: 0,
  channel: 'web',
  language: 'zh',
  topics: () => [],
  intents: () => ['question'],
  risks: [],
  emotion: 'neutral',
  intensity: 0,
  labels: [],
  contact: nobodysFacts,
  complexity: knownComplexity(0),
  failedAnswers: 0,
  turns: 1,
  confidence: null,
  reopenings: 0,
};
let count = 0;
const rule = (when: TriageCondition[], then: TriageAction[], enabled = true): TriageRule => {
  count += 1;
  return { id: `r${count}`, name: { zh: '', en: '' }, enabled, when, then };
};
const active = (triage: TriageRule[], segments: Segment[] = []) => ({
  version: 7,
  policy: { segments, triage, queues: [{ id: 'first' }, { id: 'care' }] } as unknown as Policy,
});
const decide = (
  facts: Partial<TriageFacts>,
  rules: TriageRule[],
  segments: Segment[] = [],
  isOpen = (_calendarId: string, _at: number) => true,
) => decideTriage({ ...plain, ...facts }, active(rules, segments), isOpen);
const holds = (condition: TriageCondition, facts: Partial<TriageFacts>) =>
  decide(facts, [rule([condition], [{ do: 'human' }])]).serves === 'human';

test('without a rule nobody is settled, and the first queue is where it waits', () => {
  const verdict = decide({}, []);
  assert.equal(verdict.serves, undefined);
  assert.equal(verdict.queueId, 'first');
  assert.equal(verdict.policyVersion, 7);
});

test('the first rule that names who serves settles it, the first that names a queue settles that', () => {
  const verdict = decide({}, [
    rule([], [{ do: 'assistant' }], false),
    rule([], [{ do: 'queue', queueId: 'care' }]),
    rule([], [{ do: 'human' }, { do: 'queue', queueId: 'first' }]),
    rule([], [{ do: 'assistant' }]),
  ]);
  assert.equal(verdict.serves, 'human');
  assert.equal(verdict.queueId, 'care');
  assert.equal(verdict.ruleIds.length, 3);
});

test('the highest priority counts, skills and labels add up', () => {
  const verdict = decide({ labels: ['旧'] }, [
    rule(
      [],
      [
        { do: 'priority', priority: 5 },
        { do: 'label', label: '新' },
      ],
    ),
    rule(
      [],
      [
        { do: 'priority', priority: 2 },
        { do: 'label', label: '旧' },
      ],
    ),
    rule([], [{ do: 'skill', need: { skill: 'a', level: 2 } }]),
    rule(
      [],
      [
        { do: 'skill', need: { skill: 'a', level: 4 } },
        { do: 'skill', need: { skill: 'b', level: 1 } },
      ],
    ),
    rule([{ on: 'label', is: ['新'] }], [{ do: 'human' }]),
  ]);
  assert.equal(verdict.priority, 5);
  assert.deepEqual(verdict.labels, ['新']);
  assert.deepEqual(verdict.skills, [
    { skill: 'a', level: 4 },
    { skill: 'b', level: 1 },
  ]);
  assert.equal(verdict.serves, 'human', 'a label of an earlier rule is there for a later one');
});

test('the first segment that fits counts, with the priority that it starts from', () => {
  const segments: Segment[] = [
    {
      id: 'vip',
      name: { zh: '', en: '' },
      when: [{ on: 'attribute', name: 'tier', is: ['Gold'] }],
      priority: 2,
    },
    { id: 'all', name: { zh: '', en: '' }, when: [], priority: -1 },
  ];
  const rules = [rule([{ on: 'segment', is: ['vip'] }], [{ do: 'priority', priority: 1 }])];
  const gold = { contact: { ...nobodysFacts, attributes: { tier: ' gold ' } } };
  assert.deepEqual(
    [decide(gold, rules, segments), decide({}, rules, segments)].map(({ segment, priority }) => [
      segment,
      priority,
    ]),
    [
      ['vip', 2],
      ['all', -1],
    ],
  );
});

test('a queue that is no more sends nobody into nowhere', () => {
  assert.equal(decide({}, [rule([], [{ do: 'queue', queueId: 'gone' }])]).queueId, 'first');
});

test('each condition looks at its own fact', () => {
  assert.ok(holds({ on: 'topic', is: ['退换货'] }, { topics: () => ['退换货'] }));
  assert.ok(holds({ on: 'channel', is: ['wechat'] }, { channel: 'wechat' }));
  assert.ok(holds({ on: 'intent', is: ['logistics', 'product'] }, { intents: () => ['product'] }));
  assert.ok(holds({ on: 'language', is: ['en'] }, { language: 'en' }));
  assert.ok(holds({ on: 'risk', is: ['press', 'safety'] }, { risks: ['safety'] }));
  assert.ok(
    holds({ on: 'emotion', is: ['angry'], minimumIntensity: 0.5 }, { emotion: 'angry', intensity: 0.5 }),
  );
  assert.ok(
    !holds({ on: 'emotion', is: ['angry'], minimumIntensity: 0.5 }, { emotion: 'angry', intensity: 0.4 }),
  );
  assert.ok(holds({ on: 'verified', is: false }, {}));
  assert.ok(holds({ on: 'reopenings', atLeast: 1 }, { reopenings: 1 }));
  assert.ok(holds({ on: 'turns', atMost: 1 }, {}));
});

test('what is not known fulfils no condition, whichever way it is put', () => {
  for (const on of ['confidence', 'orderValue'] as const) {
    assert.ok(!holds({ on, atMost: 1 }, {}));
    assert.ok(!holds({ on, atLeast: 0 }, {}));
  }
  assert.ok(holds({ on: 'confidence', atMost: 0.4 }, { confidence: 0.2 }));
  assert.ok(!holds({ on: 'attribute', name: 'tier', is: ['gold'] }, {}));
});

test('words are found as they are typed or read, Latin ones only whole', () => {
  const said = (text: string, read: string, ...is: string[]) => holds({ on: 'words', is }, { text, read });
  assert.ok(said('我要開發票', '我要开发票', '发票'));
  assert.ok(said('我要開發票', '我要开发票', '開發票'));
  assert.ok(said('Please SUE them', 'please sue them', 'sue'));
  assert.ok(!said('an issue', 'an issue', 'sue'));
  assert.ok(said('用iPhone付款', '用iphone付款', 'iPhone'));
  assert.ok(!said('', '', '发票'));
});

test('hours are asked at the moment of the message', () => {
  const rules = [rule([{ on: 'open', calendarId: 'shop', is: false }], [{ do: 'label', label: '夜间' }])];
  const isOpen = (calendarId: string, at: number) => calendarId === 'shop' && at < 100;
  assert.deepEqual(decide({ at: 50 }, rules, [], isOpen).labels, []);
  assert.deepEqual(decide({ at: 150 }, rules, [], isOpen).labels, ['夜间']);
});

test('the explanation comes to the same verdict and says what each condition looked at', () => {
  const rules = [
    rule([{ on: 'complexity', atLeast: 60 }], [{ do: 'human' }]),
    rule([{ on: 'language', is: ['zh'] }], [{ do: 'assistant' }, { do: 'priority', priority: 1 }]),
    rule([], [{ do: 'human' }]),
    rule([], [{ do: 'human' }], false),
  ];
  const facts = { ...plain, complexity: knownComplexity(40) };
  const { verdict, rules: tried } = explainTriage(facts, active(rules), () => true);
  assert.deepEqual(
    verdict,
    decideTriage(facts, active(rules), () => true),
  );
  assert.deepEqual(tried[0]!.conditions, [{ condition: rules[0]!.when[0], holds: false, actual: 40 }]);
  assert.deepEqual(
    tried.map((one) => [one.holds, one.actions.map(({ counts }) => counts)]),
    [
      [false, [false]],
      [true, [true, true]],
      [true, [false]],
      [true, [false]],
    ],
  );
});

test('the value of an order is the dearest that a record tells', () => {
  const record = (...facts: [string, string][]) => ({
    facts: facts.map(([label, value]) => ({ label, value })),
  });
  assert.equal(orderValueOf([]), null);
  assert.equal(
    orderValueOf([record(['状态', '已签收'], ['实付', '¥1,613.10']), record(['实付', '¥88'])]),
    1613.1,
  );
  assert.equal(orderValueOf([record(['Total', '$ 42.50'])]), 42.5);
  assert.equal(orderValueOf([record(['商品', '帐篷 × 2'])]), null);
});

test('a rule on an attribute named like what every object has asks for that attribute and nothing else', () => {
  const condition = { on: 'attribute', name: 'constructor', is: ['x'] } as const;
  assert.equal(holds(condition, {}), false);
  const contact = {
    ...nobodysFacts,
    attributes: JSON.parse('{"constructor":"x"}') as Record<string, string>,
  };
  assert.equal(holds(condition, { contact }), true);
});
