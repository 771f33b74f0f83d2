import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mattersNamed, namesOfGaps } from './gap-names.ts';

const isCommon = (word: string) => word === 'please';
const failed = (...texts: string[]) => texts.map((text) => ({ text, isBad: true }));
const served = (...texts: string[]) => texts.map((text) => ({ text, isBad: false }));
const matters = (questions: Parameters<typeof namesOfGaps>[0]) =>
  mattersNamed(namesOfGaps(questions, isCommon)).map((places) =>
    places.map((place) => questions[place]!.text),
  );

test('a code is one matter however it is asked about', () => {
  const questions = failed('SNOW88 用不了', '输入snow88提示无效', '结账时 Snow88 不给抵扣', '帐篷怎么洗');
  assert.deepEqual(matters(questions), [questions.slice(0, 3).map(({ text }) => text)]);
});

test('a new thing that no dictionary knows is one matter', () => {
  const questions = failed('丰巢超时费谁出', '快递放丰巢了没通知我', '丰巢取件码没收到', '发票抬头写错了');
  assert.deepEqual(matters(questions), [questions.slice(0, 3).map(({ text }) => text)]);
});

test('a long name and its parts are one matter', () => {
  const questions = failed('灯塔会员怎么升级', '灯塔会员一年多少', '灯塔会员能退吗');
  assert.equal(matters(questions).length, 1);
});

test('what is served elsewhere names nothing', () => {
  const questions = [
    ...failed('昨天买的杯子漏水', '昨天说好的赠品呢', '昨天有人答应我补差'),
    ...served('昨天下的单到哪了', '昨天的发票能开吗', '昨天退的款到账没'),
  ];
  assert.deepEqual(
    matters(questions).filter((texts) => texts.length === 3),
    [],
  );
});

test('a question belongs to one matter at most', () => {
  const questions = failed(
    'SNOW88 买雪地车',
    'SNOW88 用不了',
    'SNOW88 无效',
    '雪地车多少钱',
    '雪地车怎么租',
    '有雪地车吗',
  );
  const found = matters(questions).flat();
  assert.equal(new Set(found).size, found.length);
});

test('how much of something names nothing', () => {
  assert.deepEqual(
    [...namesOfGaps(failed('180cm 穿多大', '180cm 够睡吗', '飞机能带 100ml 吗'), isCommon).keys()],
    [],
  );
});

test('words of asking, time and number name nothing', () => {
  const names = [
    ...namesOfGaps(failed('怎么办呀', '怎么办呢', '怎么办啊', '两天了', '两天没动', '两天'), isCommon).keys(),
  ];
  assert.deepEqual(names, []);
});
