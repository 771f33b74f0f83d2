import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apologisesIn } from './apology.ts';
import { blames, isCheerful } from './unfit-words.ts';

const missed = (texts: readonly string[], finds: (text: string) => boolean) =>
  texts.filter((text) => !finds(text));

test('blame, what is held against whoever asks again, and hushing are found', () => {
  const blaming = [
    '您为什么不早点联系我们',
    '您应该先看说明书',
    '这个问题是您没有按照说明操作导致的',
    '谁让您不看清楚就下单',
    '前面我已经解释得很清楚了',
    '正如我刚才所说',
    '如前所述，您需要先申请',
    '您理解错了',
    '您误会了，规则里写得很清楚',
    '规则写得很清楚，请仔细阅读',
    '这是您自己选错了',
    '您别激动',
    '请您不要着急上火',
    '您先消消气',
    '冷静一下',
    'Had you read the instructions, this would not have happened',
    "You didn't follow the instructions",
    "You should've checked the size chart",
    'Like I said, please open the order',
    'As mentioned above, you need to apply first',
    'As stated previously, it is in the policy',
    'You misunderstood the policy',
    'That is on you',
    'Please relax',
    "Don't be upset",
    "There's no need to be angry",
    'Next time please read the terms',
    'you chose the wrong size yourself',
    'If you had ordered earlier it would have arrived',
    '您要是早点说就好了',
    '这不是我们的问题',
    '这跟我们没关系',
    '您没有提前说明',
    '您自己没看清楚尺码',
    '说过很多次了，要先申请',
    '您怎么又问这个',
    '我刚才不是说了吗',
    '已经跟您说了不行',
    '您要讲道理',
    '请不要无理取闹',
    '您态度好一点',
    '您先别急着骂人',
    "It's not our fault",
    "That's not our problem",
    'You clearly did not follow the steps',
    'Again, you need to apply first',
    'I have told you this before',
    'You keep asking the same thing',
    'Watch your language',
    'You need to be patient',
    'Please be reasonable',
    'You should know that',
    'This was caused by your misuse',
    'Nobody else has this problem',
  ];
  assert.deepEqual(missed(blaming, blames), []);
  const others = [
    '您可以先看说明书第 3 页',
    '如果是您自己寄回，请保留单号',
    '您应该会在 3 天内收到',
    'You should receive it within 3 days',
    'you can check the size chart',
    '你选错尺码也可以换',
    '您没有收到货的话可以申请赔付',
    '我们的问题我们承担',
    '您可以先说明情况',
    '如果您没有申请，可以现在申请',
    '这是质量问题',
    '请先申请，再寄回',
    '您不需要提前说明',
    'You have not been charged',
    'If you did not read the size chart, here it is',
    'Again within 7 days you can apply',
    'You should know within 3 days whether it was approved',
    'Please be aware that the tent needs airing',
    'You can ask as often as you like',
  ];
  assert.deepEqual(others.filter(blames), []);
});

test('cheerfulness is found in words as well as in signs', () => {
  const cheerful = [
    '很高兴为您解答',
    '好的呢亲～',
    '没问题哒',
    '收到啦，马上安排哦',
    '别担心，一切都会好的，加油',
    '开心每一天',
    '祝您购物愉快',
    'Absolutely! Great choice!',
    "Hey there, hope you're having a great day",
    'Sure thing!',
    'No problem at all!',
    'Happy to help',
    'Glad you asked',
    'Hi there! What a lovely question',
    'Enjoy your day',
    'Have a great rest of your day',
    'Woohoo',
    'Thanks a bunch for your patience 😊',
    'LOL',
    'You got it!',
    'Exciting news',
    '嗨～很高兴见到您',
    '好哒好哒',
    '耶，搞定',
    '超开心能帮您',
    '笑一笑嘛',
    '棒棒哒',
    '祝您天天开心',
    '今天也要元气满满哦',
    '爱您哟',
    'Yippee',
    'Super!',
    'Hooray for you',
    'Have a blessed day',
    'Hope this makes your day',
    'What a great pick!',
    'Hello hello!',
    "Let's get this party started",
    'Smile!',
    "It's a beautiful day to camp",
    'Cheerio',
  ];
  assert.deepEqual(missed(cheerful, isCheerful), []);
  const others = [
    '退货没有问题的话会在 3 天内退款',
    '亲属可以代收',
    'There is no problem with the return',
    '亲笔签名',
    '好的，我来看',
  ];
  assert.deepEqual(others.filter(isCheerful), []);
});

test('an apology is one in whatever words', () => {
  const apologies = [
    '实在对您不住',
    '给您赔不是了',
    '向您赔礼',
    '深表歉意',
    '很对不起您',
    '我们很愧对您',
    'my apologies',
    'my bad',
    'we regret the inconvenience',
    'please excuse us',
    'Sincere apologies',
  ];
  assert.deepEqual(missed(apologies, apologisesIn), []);
  const others = ['道路封闭', '不抱怨的客户'];
  assert.deepEqual(others.filter(apologisesIn), []);
});
