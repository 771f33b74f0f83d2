import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import type { Risk } from '../terms/triage.ts';
import { risksOf } from './risk.ts';

const told = (text: string): Risk[] => risksOf(text).map(({ risk }) => risk);

function each(rows: readonly (readonly [string, ...Risk[]])[]): void {
  const wrong = rows
    .map(([text, ...expected]) => [text, expected, told(text)] as const)
    .filter(([, expected, found]) => expected.join() !== found.join());
  assert.deepEqual(
    wrong.map(([text, expected, found]) => `${text} → [${found}], expected [${expected}]`),
    [],
  );
}

test('a complaint is told from a question about complaints', () => {
  each([
    ['我要投诉', 'complaint'],
    ['投诉！', 'complaint'],
    ['再不处理我就投诉你们', 'complaint'],
    ['你们不转人工我就投诉', 'complaint'],
    ['上次的投诉到现在没人处理', 'complaint'],
    ['我要投訴你們的客服', 'complaint'],
    ['等着收差评吧，我给你们差评', 'complaint'],
    ['不投诉不行了', 'complaint'],
    ['I want to make a formal complaint', 'complaint'],
    ['I am complaining about your service', 'complaint'],
    ['投诉电话是多少'],
    ['投訴電話是多少'],
    ['怎么投诉'],
    ['在哪里可以投诉'],
    ['投诉渠道有哪些'],
    ['投诉处理要多久'],
    ['我没有要投诉'],
    ['我不是要投诉，只是想问一下进度'],
    ['別誤會，我沒有要投訴'],
    ['客服说“你去投诉啊”'],
    ['你们说有问题可以投诉'],
    ['How do I file a complaint?'],
    ['What is your complaints email?'],
    ['I don’t want to complain, I just need the size'],
    ['No complaints so far, great tent'],
  ]);
});

test('a demand for redress is a complaint, a question about terms is none', () => {
  each([
    ['用了一天就坏了，你们必须给我个说法', 'complaint'],
    ['你們要給我一個交代', 'complaint'],
    ['这事你们得负责到底', 'complaint'],
    ['Someone has to be held accountable for this', 'complaint'],
    ['冬至吃饺子有什么说法'],
    ['给我解释一下这个功能'],
    ['售后负责安装吗'],
    ['麻烦跟快递员交代一下放前台'],
    ['I want to end my account'],
  ]);
});

test('a dispute about money is told from a question about refunds', () => {
  each([
    ['你们凭什么不给我退款', 'refund-dispute'],
    ['为什么不给我退钱？', 'refund-dispute'],
    ['商家拒绝退款', 'refund-dispute'],
    ['退款申请又被驳回了', 'refund-dispute'],
    ['只退了一半的钱', 'refund-dispute'],
    ['還我錢！', 'refund-dispute'],
    ['是假货，我要求赔偿，退一赔三', 'refund-dispute'],
    ['You refused to refund me', 'refund-dispute'],
    ['My refund was denied again', 'refund-dispute'],
    ['I want my money back', 'refund-dispute'],
    ['You charged me twice', 'refund-dispute'],
    ['怎么退款'],
    ['退款多久到账'],
    ['七天无理由不退运费吗'],
    ['拆封了是不是就不给退了？'],
    ['如果退款被拒绝怎么办'],
    ['特价商品不退吗'],
    ['还没收到退款'],
    ['How long does a refund take?'],
    ['What if my refund is denied?'],
    ['What is your refund policy'],
  ]);
});

test('a threat with the law is told from banks, lawyers who shop and smoke alarms', () => {
  each([
    ['我打12315了', 'legal-threat'],
    ['我要去消协投诉你们', 'complaint', 'legal-threat'],
    ['消協見', 'legal-threat'],
    ['等着收律师函吧', 'legal-threat'],
    ['等著收律師函', 'legal-threat'],
    ['我要起诉你们', 'legal-threat'],
    ['法院见', 'legal-threat'],
    ['我会去工商局举报', 'complaint', 'legal-threat'],
    ['告你们欺诈', 'legal-threat'],
    ['再不退我就报警了', 'legal-threat'],
    ['上315晚会', 'legal-threat'],
    ['My lawyer will contact you', 'legal-threat'],
    ['I will sue you', 'legal-threat'],
    ['I am going to take legal action', 'legal-threat'],
    ['可以用工商银行卡付款吗'],
    ['我是律师，想买个公文包'],
    ['发票抬头是某某律师事务所'],
    ['烟雾报警器怎么装'],
    ['低电量报警是几声'],
    ['我没有要起诉你们，别紧张'],
    ['我告诉你订单号'],
    ['12315电话是多少'],
    ['订单号 31512345678'],
    ['这个问题有点难'],
    ['I have an issue with my order'],
    ['I’m not going to sue anybody'],
    ['I am a lawyer looking for a briefcase'],
  ]);
});

test('despair is heard, and what only sounds like it is not', () => {
  each([
    ['我不想活了', 'self-harm'],
    ['活着没有意思', 'self-harm'],
    ['真的想死', 'self-harm'],
    ['我死了算了', 'self-harm'],
    ['我想自殺', 'self-harm'],
    ['I want to die', 'self-harm'],
    ['I am thinking of hurting myself', 'self-harm'],
    ['想死你们家的睡袋了'],
    ['热得想死'],
    ['今天不想活动'],
    ['跳楼价是真的吗'],
    ['你怎么不去死', 'abuse'],
    ['轻生活系列还有货吗'],
    ['手机死机了'],
    ['This jacket is to die for'],
    ['my battery died'],
  ]);
});

test('danger that happened is told from danger that is asked about', () => {
  each([
    ['炉子着火了！', 'safety'],
    ['爐子著火了', 'safety'],
    ['充电宝冒烟', 'safety'],
    ['插头漏电，电到我了', 'safety'],
    ['插頭漏電', 'safety'],
    ['孩子被划伤了', 'safety'],
    ['用完皮肤过敏了', 'safety'],
    ['着火了怎么办？', 'safety'],
    ['吃完上吐下泻', 'safety'],
    ['电池鼓包了', 'safety'],
    ['The stove caught fire', 'safety'],
    ['It burned my hand', 'safety'],
    ['My son was injured by the pole', 'safety'],
    ['会不会漏电？'],
    ['这个会着火吗'],
    ['对羽绒过敏可以用吗'],
    ['我对羽绒过敏'],
    ['防水防火吗'],
    ['怎么生火'],
    ['气罐会爆炸吗'],
    ['有短路保护吗'],
    ['没有受伤，就是帐篷破了'],
    ['万一着火怎么办'],
    ['Is it fire resistant?'],
    ['Will the stove explode in the sun?'],
    ['I am allergic to down, which one fits?'],
    ['Nobody was hurt, no injuries'],
  ]);
});

test('going public and abuse are told from cameras, presses and mothers', () => {
  each([
    ['我要曝光你们', 'press'],
    ['我要找记者', 'press'],
    ['发到网上让大家看看', 'press'],
    ['我要找媒體曝光', 'press'],
    ['I will go to the press', 'press'],
    ['I’m posting this all over social media', 'press'],
    ['相机曝光时间怎么调'],
    ['发小红书有返现吗'],
    ['Do you sell a French press?'],
    ['傻逼客服', 'abuse'],
    ['滚蛋', 'abuse'],
    ['Fuck you', 'abuse'],
    ['you stupid bot', 'abuse'],
    ['给你妈妈买一件'],
    ['怎么操作'],
    ['操你心的不是我'],
  ]);
});

test('the words that carried it come along, once for each risk', () => {
  assert.deepEqual(risksOf('我要投诉！投诉！12315见'), [
    { risk: 'complaint', words: ['投诉'] },
    { risk: 'legal-threat', words: ['12315'] },
  ]);
});

test('hostile messages of 10,000 characters are read in linear time', () => {
  for (const piece of [
    '投诉',
    '不要',
    '凭什么不',
    '退',
    '告你',
    '没有要',
    '对过敏',
    'refund ',
    'not ',
    '“',
    '我是',
    '曝光',
    'i am ',
    '(',
    '被伤',
    '怎么投诉',
  ]) {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    const took = cpuMs(() => risksOf(text));
    assert.ok(took < 250, `${piece}: ${took} ms`);
  }
});

test('a danger is heard in whatever words it is told, also in angry ones that ask nothing', () => {
  each([
    ['什么破炉子漏电', 'safety'],
    ['这么烫把我手烫伤', 'safety'],
    ['怎么叫孩子都叫不醒', 'safety'],
    ['这么久还不给我退款', 'refund-dispute'],
    ['my stove smells of gas', 'safety'],
    ["there's a fire in our tent", 'safety'],
    ["we used the stove in the tent and now my son won't wake up", 'safety'],
    ['真想从楼上跳下去', 'self-harm'],
    ['life is not worth living', 'self-harm'],
    ['这炉子会爆炸吗'],
    ['会漏电么'],
  ]);
});

test('names and questions of price are no threats', () => {
  each([
    ["Hi, I'm Sue, how do I clean my tent?"],
    ['I will sue you', 'legal-threat'],
    ['退货运费谁出'],
    ['运费必须你们出', 'refund-dispute'],
    ['我妈妈住院了，订单能取消吗'],
  ]);
});

test('who feels ill and asks whether it is poisoning is in danger, and who asks in general is not', () => {
  const isSafety = (text: string) => risksOf(text).some(({ risk }) => risk === 'safety');
  for (const text of [
    '头晕，恶心，是不是一氧化碳中毒了',
    '在帐篷里用了炉子，现在头疼想吐，煤气中毒了吗',
    'I feel dizzy in the tent, is it carbon monoxide?',
  ])
    assert.ok(isSafety(text), text);
  for (const text of [
    '帐篷里用炉子会一氧化碳中毒吗',
    '一氧化碳中毒的症状是头晕吗',
    '怎么避免一氧化碳中毒，会不会头晕',
    '坐车头晕，这个枕头有用吗',
  ])
    assert.ok(!isSafety(text), text);
});

test('despair, law and danger are heard in other words, and titles, devices and lenses are none', () => {
  each([
    ['我已经吞了一瓶安眠药', 'self-harm', 'safety'],
    ['唔想再生存落去', 'self-harm'],
    ['遗书都写好了', 'self-harm'],
    ['kms, seriously, goodbye everyone', 'self-harm'],
    ['被你们骗光了钱，我只有死路一条了', 'self-harm'],
    ['自杀小队联名款有货吗'],
    ['我手机不想活了，充不进电'],
    ['投訴到消委會', 'complaint', 'legal-threat'],
    ['有《打官司》这本书吗'],
    ['小红书避雷帖安排上', 'press'],
    ['gas is leaking from the stove', 'safety'],
    ["I'm such an idiot, wrong address"],
    ['SB-600闪光灯的包'],
    ['how many kms can I ride'],
  ]);
});
