import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TriageAction, TriageCondition } from '../terms/triage.ts';
import { durationWords } from './console-duration.ts';
import {
  actionSentence,
  conditionSentence,
  type PolicyNames,
  ruleSentence,
} from './console-rule-sentence.ts';

const names: PolicyNames = {
  queue: (id) => ({ complaints: '投诉' })[id] ?? id,
  segment: (id) => ({ vip: '黑金会员' })[id] ?? id,
  calendar: (id) => ({ office: '工作日' })[id] ?? id,
};

test('a rule reads as one sentence in both languages', () => {
  const rule = {
    when: [
      { on: 'emotion', is: ['angry'], minimumIntensity: 0.6 },
      { on: 'segment', is: ['vip'] },
    ],
    then: [{ do: 'human' }, { do: 'queue', queueId: 'complaints' }, { do: 'priority', priority: 3 }],
  } as const;
  assert.equal(
    ruleSentence(rule, names, 'zh'),
    '当情绪是生气（强度 ≥ 0.6），且客户分组是「黑金会员」 → 转人工，进「投诉」队列，优先级 3',
  );
  assert.equal(
    ruleSentence(rule, names, 'en'),
    'When the mood is angry (intensity ≥ 0.6) and the segment is “黑金会员” → a person serves at once, queue “投诉”, priority 3',
  );
});

test('a rule without conditions is about any message, and one without actions says that it does nothing', () => {
  assert.equal(ruleSentence({ when: [], then: [] }, names, 'zh'), '当任何消息 → 什么都不做');
});

test('figures are read as ranges, with their unit', () => {
  const said = (condition: TriageCondition) => conditionSentence(condition, names, 'zh');
  assert.equal(said({ on: 'complexity', atLeast: 40, atMost: 80 }), '复杂度 40–80');
  assert.equal(said({ on: 'turns', atLeast: 5 }), '和助手聊了 ≥ 5 轮');
  assert.equal(said({ on: 'confidence', atMost: 0.55 }), '答案的把握 ≤ 55%');
  assert.equal(said({ on: 'orderValue' }), '订单金额 …');
});

test('values that stand for something are told by their names', () => {
  const said = (condition: TriageCondition) => conditionSentence(condition, names, 'zh');
  assert.equal(said({ on: 'channel', is: ['wechat', 'kiosk'] }), '渠道是「微信」或「kiosk」');
  assert.equal(said({ on: 'risk', is: ['legal-threat', 'press'] }), '出现法律威胁或媒体曝光');
  assert.equal(said({ on: 'open', calendarId: 'office', is: false }), '不在「工作日」的服务时间');
  assert.equal(said({ on: 'intent', is: ['logistics'] }), '意图是「物流」');
});

test('what is not filled in yet shows as a gap', () => {
  const said = (condition: TriageCondition) => conditionSentence(condition, names, 'zh');
  assert.equal(said({ on: 'words', is: [] }), '说到…');
  assert.equal(said({ on: 'attribute', name: '', is: [] }), '客户资料「…」是…');
  const skill: TriageAction = { do: 'skill', need: { skill: '', level: 2 } };
  assert.equal(actionSentence(skill, names, 'zh'), '需要「…」2 级以上');
});

test('spans of time are told in at most two units, seconds up to two minutes', () => {
  assert.equal(durationWords(45_000, 'zh'), '45 秒');
  assert.equal(durationWords(60_000, 'zh'), '1 分钟');
  assert.equal(durationWords(90_000, 'zh'), '90 秒');
  assert.equal(durationWords(5_400_000, 'en'), '1 hour 30 minutes');
  assert.equal(durationWords(86_400_000, 'en'), '1 day');
  assert.equal(durationWords(0, 'zh'), '0 秒');
});
