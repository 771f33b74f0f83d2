import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellsOfDeath } from './bereavement.ts';
import { mannerFor } from './manner-for.ts';

test('a death is heard in either language', () => {
  for (const text of [
    '我爸去世了，他买的帐篷能退吗',
    '老人上周走了，睡袋用不上了',
    '我爱人上周走了，东西想退',
    '妈妈突然不在了，会员能转给我吗',
    '这是给外婆葬礼准备的，来得及吗',
    'My father passed away and I want to return the tent he ordered',
    'my late husband had an account with you',
    'Mum died last week, can I cancel her order?',
    'I need it before the funeral',
  ])
    assert.ok(tellsOfDeath(text), text);
});

test('what is gone, leaves or stops is no death', () => {
  for (const text of [
    '快递小哥走了，没给我打电话',
    '包裹没了',
    '优惠券不在了',
    '我先走了，谢谢',
    '客服人呢，都走了吗',
    'the battery died after a week',
    'my phone suddenly died',
    'the parcel passed customs',
    'I am dying to try it',
    '孩子走丢了怎么办',
  ])
    assert.ok(!tellsOfDeath(text), text);
});

test('a bereaved customer is met with sympathy, and not with an order that went wrong', () => {
  for (const language of ['zh', 'en'] as const)
    for (const emotion of ['sad', 'neutral', 'angry'] as const)
      for (let turn = 0; turn < 20; turn++) {
        const { acknowledgement } = mannerFor(
          {
            emotion,
            intensity: emotion === 'neutral' ? 0 : 0.6,
            course: [],
            apologisedBefore: false,
            trouble: null,
            matters: ['return'],
            seed: `c:${turn}`,
            spoken: [],
            isBereaved: true,
          },
          { language, action: 'answer' },
        );
        assert.match(acknowledgement!, /节哀|condolences/);
        assert.doesNotMatch(acknowledgement!, /失望|添麻烦|let down|return|退/);
      }
});

test('sympathy is spoken once', () => {
  const facts = {
    emotion: 'sad',
    intensity: 0.6,
    course: [],
    apologisedBefore: false,
    trouble: null,
    matters: [],
    seed: 'c:1',
    isBereaved: true,
  } as const;
  const first = mannerFor({ ...facts, spoken: [] }, { language: 'zh', action: 'answer' });
  const then = mannerFor({ ...facts, spoken: first.phrases }, { language: 'zh', action: 'answer' });
  assert.equal(then.acknowledgement, null);
});
