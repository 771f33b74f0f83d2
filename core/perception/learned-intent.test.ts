import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWeights, encodeWeights } from '../learning/weights-file.ts';
import { examplesOfArticles } from './article-examples.ts';
import { evaluateIntents } from './evaluate-intents.ts';
import { type IntentExample, readIntents } from './learned-intent.ts';
import { learnIntents, trainIntents } from './train-intents.ts';

const ways: Readonly<Record<string, readonly string[]>> = {
  refund: ['我要退款', '退款什么时候到账', '钱退到哪里', 'I want my money back', 'when do I get the refund'],
  delivery: ['快递到哪了', '什么时候发货', '包裹还没收到', 'where is my parcel', 'when does it ship'],
  invoice: [
    '怎么开发票',
    '发票抬头写错了',
    '可以开专票吗',
    'can I have an invoice',
    'wrong name on the invoice',
  ],
  account: [
    '登录不了账号',
    '忘记密码了',
    '怎么注销账号',
    'I forgot my password',
    'cannot log in to my account',
  ],
};
const examples: IntentExample[] = Object.entries(ways).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);
const weights = trainIntents(examples, { version: '7' });
const learned = readIntents(weights);

test('other words than those of the examples lead to the same intent, in both languages', () => {
  const said = (text: string) => learned.of(text).intent;
  assert.equal(said('退款怎么还没到账啊'), 'refund');
  assert.equal(said('我的包裹到哪里了'), 'delivery');
  assert.equal(said('is my parcel on its way?'), 'delivery');
  assert.equal(said('my password does not work'), 'account');
  assert.equal(said('發票可以補開嗎，发票'), 'invoice');
});

test('a reading names the words that carried it and says which training spoke', () => {
  const reading = learned.of('请问发票抬头怎么改');
  assert.equal(reading.intent, 'invoice');
  assert.ok(reading.evidence.length > 0);
  assert.ok(reading.evidence.every(({ words }) => '请问发票抬头怎么改'.includes(words.replaceAll(' ', ''))));
  assert.ok(reading.evidence.every(({ weight }, n, all) => n === 0 || weight <= all[n - 1]!.weight));
  assert.equal(learned.version, '7');
});

test('the same examples give the same weights, and weights survive being written to bytes', () => {
  assert.deepEqual(trainIntents(examples, { version: '7' }), weights);
  const kept = decodeWeights(encodeWeights(weights, { weights: learned.intents.length }));
  for (const { text, intent } of examples) assert.equal(readIntents(kept).of(text).intent, intent);
});

test('weights hold no text of the examples', () => {
  const bytes = new TextDecoder().decode(encodeWeights(weights));
  for (const { text } of examples) assert.ok(!bytes.includes(text));
});

test('what was shown to be out of scope is said to be out of scope', () => {
  const chatter = [
    '今天天气真好',
    '讲个笑话吧',
    '你喜欢吃什么',
    'tell me a joke',
    'who won the match',
    '股票会涨吗',
  ];
  const open = trainIntents([...examples, ...chatter.map((text) => ({ text, intent: null }))], {
    version: '1',
    lostShare: 0.1,
  });
  assert.equal(readIntents(open).of('再讲个笑话').outOfScope, true);
  assert.equal(readIntents(open).of('退款什么时候到账').outOfScope, false);
});

const everyday = [
  '今天天气怎么样',
  '给我讲个故事',
  '附近哪家饭馆好吃',
  '牙疼要不要拔',
  '股票跌了要不要卖',
  'what is the weather like today',
  'who wrote hamlet',
  'play some jazz music',
  'how do i boil an egg',
  'what is the price of gold',
];
const aware = readIntents(trainIntents(examples, { version: '8', everyday }));

test('words of asking alone carry no intent: what is asked about must be known', () => {
  for (const [foreign, own] of [
    ['where is my the capital of France', 'where is my parcel'],
    ['什么时候到怎么看电影', '快递什么时候到'],
  ] as const) {
    const [outside, inside] = [aware.of(foreign), aware.of(own)];
    assert.ok(outside.outOfScopeProbability > inside.outOfScopeProbability, foreign);
    assert.ok(outside.probability < inside.probability, foreign);
  }
});

test('messages of everyday life teach what is out of scope, and cost a small house none of its own matters', () => {
  const own = ['退款怎么还没到账啊', '我的包裹到哪里了', 'is my parcel on its way?', '发票抬头怎么改'].map(
    aware.of,
  );
  const foreign = ['讲个故事吧', '附近的饭馆', 'play music', 'who wrote this song'].map(aware.of);
  assert.ok(own.every(({ outOfScope }) => !outOfScope));
  const chances = (readings: typeof own) => readings.map((one) => one.outOfScopeProbability);
  assert.ok(Math.min(...chances(foreign)) > Math.max(...chances(own)));
});

test('what a house itself is asked about is not foreign to it, however everyday it is', () => {
  const bank = ['黄金价格是多少', '股票怎么买', '股票怎么卖', 'the price of gold', 'buy gold', 'sell gold'];
  const told = [...examples, ...bank.map((text) => ({ text, intent: 'investing' }))];
  const reading = readIntents(trainIntents(told, { version: '9', everyday })).of('what is the price of gold');
  assert.deepEqual([reading.intent, reading.outOfScope], ['investing', false]);
});

test('empty, foreign and endless messages are read without harm and without delay', () => {
  assert.ok(learned.of('').probability <= 1);
  const started = performance.now();
  for (const text of ['€‰'.repeat(50_000), 'card '.repeat(50_000), '退款'.repeat(50_000)]) learned.of(text);
  assert.ok(performance.now() - started < 1_000);
});

test('figures tell right from wrong and count what was rejected', () => {
  const figures = evaluateIntents(weights, [
    ...examples,
    { text: '退款', intent: 'an intent that it does not know' },
    { text: 'qwzx vbnm', intent: null },
  ]);
  assert.equal(figures.rows, 22);
  assert.ok(figures.inScopeAccuracy! < 1);
  assert.ok(figures.outOfScopeRecall === 0 || figures.outOfScopeRecall === 1);
  assert.equal(evaluateIntents(weights, examples).outOfScopeRecall, null);
});

test('one intent alone cannot be told from others', () => {
  assert.throws(() => trainIntents([{ text: 'a', intent: 'a' }], { version: '1' }), /at least two/);
});

test('foreign weights are refused by name', () => {
  assert.throws(() => readIntents({ ...weights, name: 'emotion' }), /not those of intents/);
});

test('every example is judged once by a model that had not learned from it', () => {
  const { heldBack } = learnIntents(examples, { version: '1' });
  assert.ok(heldBack.length <= examples.length && heldBack.length > 0);
  assert.equal(new Set(heldBack.map(({ example }) => example)).size, heldBack.length);
});

test('articles teach by their topic or as themselves, and drafts teach nothing', () => {
  const article = { id: 'a-en', topic: 'returns', title: 'Return', similarQuestions: ['send back'] };
  const articles = [
    { ...article, status: 'published', translationOf: 'a' },
    { ...article, status: 'draft' },
  ] as const;
  assert.deepEqual(examplesOfArticles(articles), [
    { text: 'Return', intent: 'returns' },
    { text: 'send back', intent: 'returns' },
  ]);
  assert.equal(examplesOfArticles(articles, 'article')[0]!.intent, 'a');
});
