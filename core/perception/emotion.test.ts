import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashFeatures } from '../learning/hash-features.ts';
import { trainSoftmax } from '../learning/softmax-regression.ts';
import { readTextModel, textModelWeights } from '../learning/text-model.ts';
import type { Emotion } from '../terms/perception.ts';
import { moodOf } from './emotion.ts';
import { perceive } from './perceive.ts';
import { readText } from './read-text.ts';

const feels = (rows: readonly (readonly [string, Emotion])[]) => {
  for (const [text, emotion] of rows) assert.equal(moodOf(text).emotion, emotion, text);
};

test('a negation turns praise into a complaint, takes a complaint back, and twice is none', () => {
  feels([
    ['我很不满意', 'angry'],
    ['I am not happy with this', 'angry'],
    ['我没有生气', 'neutral'],
    ['不是不满意，就是想换个颜色', 'neutral'],
    ['我不是来投诉的', 'neutral'],
    ['没有让我失望', 'neutral'],
    ['not bad, does it come in green?', 'neutral'],
    ['特别喜欢', 'pleased'],
  ]);
});

test('praise beside a grievance is meant as its opposite, and praise with a but is meant', () => {
  feels([
    ['真棒，三天了还没发货👍', 'angry'],
    ['可真行，退个货要我打五次电话', 'angry'],
    ['Oh great, another week of waiting. Fantastic service.', 'angry'],
    ['呵呵，说好的次日达', 'angry'],
    ['真棒，昨天下单今天就到了👍', 'pleased'],
    ['等了三天，但是客服真棒', 'pleased'],
  ]);
  assert.ok(moodOf('真棒，三天了还没发货👍').words.includes('真棒'));
});

test('one grievance and praise that is not meant are irony, in the words of either language', () => {
  feels([
    ['真行，一周了还没到', 'angry'],
    ['好家伙，连个回音都等不到', 'angry'],
    ['太及时了，钱都没了才告诉我', 'angry'],
    ['Bravo, a crushed box again', 'angry'],
    ['How thoughtful of you, the wrong colour', 'angry'],
    ['太及时了，正好赶上出门', 'neutral'],
    ['Bravo, it fits', 'neutral'],
  ]);
});

test('English worry and grief are heard where no word names them, and plain questions stay calm', () => {
  feels([
    ['Our train leaves in two hours and the tickets are not here', 'anxious'],
    ['what if it never comes', 'anxious'],
    ['Somebody used my account last night', 'anxious'],
    ["I can't sleep because of this order", 'anxious'],
    ['I hope they did not send it abroad', 'anxious'],
    ['My father just died, what happens to his subscription', 'sad'],
    ['it has wrecked our honeymoon', 'sad'],
    ['We were all looking forward to it', 'sad'],
    ['the watch meant everything to her', 'sad'],
    ['Will I be charged for a second card?', 'neutral'],
    ['Please tell me when the shop closes today', 'neutral'],
    ['What if I type the wrong PIN?', 'neutral'],
    ['The battery died, which one do I need?', 'neutral'],
    ['set the timer to go off in ten minutes', 'neutral'],
  ]);
});

test('a grievance told calmly is no anger', () => {
  feels([
    ['快递三天没动了', 'neutral'],
    ['这是第二次了，麻烦再看一下', 'neutral'],
  ]);
});

test('颜文字 and emoticons are read', () => {
  feels([
    ['(╯°□°）╯︵ ┻━┻', 'angry'],
    ['又没抢到 T_T', 'sad'],
    ['orz 没抢到', 'sad'],
    ['收到了 (*^▽^*)', 'pleased'],
    ['it arrived :)', 'pleased'],
    ['it arrived late :(', 'sad'],
    ['尺码 T_恤', 'neutral'],
    ['model QT_T2', 'neutral'],
  ]);
});

test('names of goods and matters are no feelings', () => {
  feels([
    ['收货人写成我妈的名字了', 'neutral'],
    ['愤怒的小鸟联名款多少钱', 'neutral'],
    ['Is the crying baby doll in stock?', 'neutral'],
    ['How do I file a complaint?', 'neutral'],
  ]);
});

const spec = { bits: 14, characters: [1, 2] } as const;
const classes = ['angry', 'neutral'];
const rows: readonly (readonly [string, number])[] = [
  ['当我三岁小孩吗', 0],
  ['你们当我傻吗', 0],
  ['当我好骗是吧', 0],
  ['请问几点发货', 1],
  ['怎么开发票', 1],
  ['这个多少钱', 1],
];
const model = trainSoftmax(
  rows.map(([text]) => hashFeatures(readText(text), spec)),
  rows.map(([, label]) => label),
  classes,
  2 ** spec.bits,
  { epochs: 20, rate: 0.3 },
);
const learned = readTextModel(
  textModelWeights('emotion', '1-test', model, { spec, sharpness: 1, offsets: [0, 0] }).weights,
);

test('where the words tell nothing, what was learned is asked, and names its pieces', () => {
  const text = '还当我是三岁小孩';
  assert.equal(moodOf(text).emotion, 'neutral');
  const mood = moodOf(text, learned);
  assert.equal(mood.emotion, 'angry');
  assert.ok(mood.intensity >= 0.3 && mood.intensity <= 0.5);
  assert.ok(mood.words.length > 0 && mood.words.every((word) => text.includes(word)), mood.words.join());
  assert.equal(moodOf('请问几点开票', learned).emotion, 'neutral');
});

test('what the words tell stands, and English is left to them', () => {
  assert.equal(moodOf('太好了，当我三岁小孩', learned).emotion, 'pleased');
  assert.equal(moodOf('does it fit?', learned).emotion, 'neutral');
});

test('a perception names the weights that were asked, and rules alone name none', () => {
  const withModel = perceive('请问几点发货', { fallbackLanguage: 'zh', models: { emotion: learned } });
  assert.deepEqual(withModel.weights, { emotion: '1-test' });
  assert.equal('weights' in perceive('请问几点发货', { fallbackLanguage: 'zh' }), false);
});

test('abuse is told apart from anger, with its words', () => {
  const { emotion, abuse, evidence } = perceive('傻逼客服', { fallbackLanguage: 'zh' });
  assert.equal(emotion, 'angry');
  assert.ok(abuse! >= 0.9);
  assert.deepEqual(
    evidence.find(({ signal }) => signal === 'abusive'),
    { signal: 'abusive', words: ['傻逼'] },
  );
  assert.equal(perceive('太过分了，我要投诉', { fallbackLanguage: 'zh' }).abuse, 0);
});

test('everyday anger, harm told as a fact, and praise of what broke again are heard', () => {
  for (const text of [
    '烦死了',
    '退款怎么还没到，烦死了，都说三天了',
    '我真的会谢，又发错货',
    '谢谢你全家',
    '帐篷漏水，把我们全家淋湿了，孩子都感冒了',
    '送货的把包裹扔在雨里，里面全湿了',
    'Oh great, another broken zipper. Fantastic quality.',
    'WHERE IS MY ORDER???? I HAVE BEEN WAITING 3 WEEKS',
    'wow amazing, broken again',
    "I've had it",
  ])
    assert.equal(moodOf(text).emotion, 'angry', text);
  assert.equal(moodOf('会不会是骗子啊，钱都付了').emotion, 'anxious');
  assert.equal(moodOf('I need it by tomorrow').emotion, 'anxious');
  assert.equal(moodOf('this is a fucking great tent').emotion, 'pleased');
  for (const text of ['麻烦人工', '笑哭了哈哈哈', '哪个好玩呢', '有《打官司》这本书吗'])
    assert.equal(moodOf(text).emotion, 'neutral', text);
});

test('who denies a feeling is not given it by what was learned', () => {
  assert.equal(moodOf('我不生气，三岁小孩用的有吗', learned).emotion, 'neutral');
  assert.equal(moodOf('没事，不急，三岁小孩用', learned).emotion, 'neutral');
});
