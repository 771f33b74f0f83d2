import assert from 'node:assert/strict';
import { test } from 'node:test';
import { humanRequestWords } from './human-request.ts';

const isHeard = (text: string) => humanRequestWords(text).length > 0;

const requests = `
转人工
转人工！！！
转 人 工
转。人。工
請轉人工
轉人工客服
我要转人工
帮我转人工客服
转人共
转人公
转人功
zhuanrengong
zhuan ren gong
ZRG
zrg
转rengong
人工
人工！
人工。
人工客服
人工服务
人工在吗
人工人工人工
有人工吗
有没有人工客服
找人工
找真人
找个真人
真人
真人客服
真人在吗
我要真人
要人工
要求人工服务
我要人工处理
接人工
接通人工
帮我接一下人工
叫人工来
喊人工
呼叫人工
人工客服在哪
怎么转人工
怎么才能找到人工
能不能转人工
可以转人工吗
为什么不转人工
怎么还不给我转人工
还不转人工？
不转人工我就投诉
别废话，转人工
你听不懂，给我转人工
我要跟人说话
我想和真人聊
能和人沟通吗
我要找人聊
找个活人来
有活人吗
换个人来
换个人跟我说
换人
来个人
来个懂的人
叫个能做主的人来
叫你们经理
叫你们经理来
找你们领导
让你们主管跟我说
我要找你们负责人
叫老板出来
我要找客服
转客服
联系客服
给我客服
找客服人员
帮我转接专员
安排专人联系我
不要机器人
我不想跟机器人说话
别用机器人糊弄我
不要人工智能回复，我要人
不想和ai聊
拒绝机器人
有人吗
人呢？
帐篷坏了，气死我了，转人工
退款一直没到，我要找人工问问
你好，麻烦转一下人工，谢谢
人工费太贵了，给我转人工
我買的東西壞了，我要真人客服
搵真人
同真人傾
我要人工審核不过来你倒是转人工啊
ＺＲＧ
人​工
智障，转人工
那就人工吧
好吧 转人工
算了，人工
还是人工吧
talk to a person
I want to talk to a human
Can I speak to someone?
can i speak with a real person please
speak to a representative
Let me talk to your manager
I need to talk to an agent
agent please
Agent
AGENT!!!
human
human please
real human
real person
representative
operator
customer service representative please
live agent
live chat please
connect me to a live agent
transfer me to a human agent
please transfer me to customer service
Is there a real person I can talk to?
is anyone real there?
get me a human
give me a human being
I want a human
I need a real person
I'd like to speak with a supervisor
put me through to someone
escalate this to a manager
stop the bot
no more bots please
I don't want to talk to a bot
i am tired of this robot
how do I reach a human
where can I find a human agent
Can I chat with a person instead?
My tent broke. I want to speak to someone now
hand me over to a human
I would rather talk to a person
is there a human available
anybody there I can talk to
I would like human help
contact a human
`;

const others = `
人工费怎么收
人工费多少钱
安装要人工费吗
人工草坪能用吗
人工智能是什么
你是人工智能吗
你们用的什么人工智能
人工湖附近能露营吗
人工降雨会影响吗
人工合成面料吗
人工皮革的还是真皮
这是人工缝制的吗
人工检测要多久
退款要人工审核吗
人工成本太高
人工色素有吗
真人秀同款帐篷
真人实拍图有吗
有真人试穿图吗
真人照片发一下
有没有真人上身效果
真人版电影
不要转人工
不用转人工
别转人工
先别转人工
不需要人工客服
不用人工，你回答就行
不想转人工，你告诉我就好
暂时不用找人工
不用给我转人工了
无需人工
没必要转人工
人工客服几点上班
人工客服工作时间是什么
人工客服电话是多少
客服电话多少
客服几点下班
刚才人工客服说明天发货
人工客服告诉我要等三天
之前联系过人工客服
客服说今天退款
客服态度真好
你是真人吗
你是真人还是机器人
是真人还是机器人
你是机器人吗
机器人好用吗
扫地机器人多少钱
换个人收货可以吗
能换个人签收吗
找个人代收可以吗
一个人用的帐篷有吗
三个人能睡下吗
帐篷能睡几个人
送人可以包装吗
适合什么人用
本人签收吗
收货人怎么改
别人的地址能用吗
怎么改收件人
个人信息怎么删除
这款适合老人用吗
两个人用多大的帐篷
运费谁出
我要退货
怎么退款
什么时候发货
你好
谢谢
好的
没有收到货
优惠券怎么用
经理推荐的那款是什么
会员专员价是什么意思
店长推荐有哪些
老板键在哪里
转账可以吗
转运费多少
转季清仓有吗
换货要多久
找不到订单
接口是什么型号
the agent said it ships Monday
is this human hair
does the human size chart fit children
your agent told me it would arrive today
I already talked to an agent
I spoke to a representative yesterday
no need to talk to a human
I don't need an agent
please don't transfer me to a human
你们是机器人还是人工
are you a human
are you a real person or a bot
is this a bot?
is it a two person tent
3 person tent price
one-person tent
how many people fit in the tent
is it safe to use cleaning agents
is this a robot vacuum
do I have to pick it up in person
can someone else sign for my parcel
I want someone else to receive it
when are your agents available
where is my order
how do I return this
thanks a lot
what is your refund policy
does the jacket use a waterproofing agent
the delivery person left it outside
the person who sold me this was nice
who is this tent for
what is the weight limit per person
customer service was great, thanks
the manager called me already
can I change the recipient
human rights
does it have a live view
is the tent good for tall people
how to speak the brand name
can people with allergies use it
`;

const rows = (text: string) => text.split('\n').filter((row) => row !== '');

test('every way of asking for a person is understood', () => {
  assert.ok(rows(requests).length >= 100);
  assert.deepEqual(
    rows(requests).filter((row) => humanRequestWords(row).length === 0),
    [],
  );
});

test('a wish to go on with whom one had before is one, and a tale of them is none', () => {
  for (const text of [
    '还是让昨天那位小王跟我聊吧',
    '可以继续跟刚才那个客服聊吗',
    '叫刚才那个人回来',
    '让昨天那个师傅给我回个电话',
    '我要昨天给我办理的那个客服',
    '还是找之前那个小李吧',
    'can i go back to the agent i had yesterday',
  ])
    assert.equal(isHeard(text), true, text);
  for (const text of [
    '昨天客服跟我聊过了',
    '我跟昨天那个客服聊完了',
    '找之前那个订单',
    '上次的客服是谁',
    '让昨天的快递员回来把快递拿走',
    '快递员联系我了',
  ])
    assert.equal(isHeard(text), false, text);
});

test('a question about the service, or whether something is made by hand, asks for nobody', () => {
  for (const text of [
    '为什么人工要排队',
    '你们有多少人工客服',
    '人工要另算吗',
    '手工还是人工的',
    '师傅会给我打电话吗',
  ])
    assert.equal(isHeard(text), false, text);
  for (const text of [
    '说了多少遍了我要人工',
    '没用，还是人工吧',
    '为什么还不转人工',
    '能不能人工',
    '师傅能给我打电话吗',
  ])
    assert.equal(isHeard(text), true, text);
});

test('talk of manual work, of earlier calls and of other people asks for nobody', () => {
  assert.ok(rows(others).length >= 100);
  assert.deepEqual(
    rows(others).filter((row) => humanRequestWords(row).length > 0),
    [],
  );
});

test('the words that carried the request are named', () => {
  assert.deepEqual(humanRequestWords('帐篷坏了，转人工'), ['转人工']);
  assert.deepEqual(humanRequestWords('Hello. I want to talk to a person'), ['talk to a person']);
});

test('the wish is found in the middle of a long message', () => {
  const talk = '我上个月买的睡袋到现在还没有收到，页面上一直显示运输中。';
  assert.deepEqual(humanRequestWords(`${talk.repeat(40)}给我转人工。${talk.repeat(40)}`), ['转人工']);
});

test('what sounds or looks like the key words, or is written in pinyin, counts as them', () => {
  const rows = [
    '赚人工',
    '转任工',
    '人公客服',
    '转入工',
    'zuan ren gon',
    'zhuan人工',
    'tаlk tо а humаn',
    'hum4n pls',
  ];
  assert.deepEqual(
    rows.filter((row) => humanRequestWords(row).length === 0),
    [],
  );
});

test('words that hold the same characters or sounds are left alone', () => {
  const rows = [
    '个人工资证明',
    '转本人工行卡',
    '法人工商变更',
    '传人公司',
    '转入工资卡',
    '克服不了',
    'rengongfei',
    'zhuan zhang',
  ];
  assert.deepEqual(
    rows.filter((row) => humanRequestWords(row).length > 0),
    [],
  );
});

test('a refusal counts only as far as it reaches', () => {
  for (const text of ['不用转人工', '不用了，转人工', '不转人工', '不转人工我就投诉'].entries())
    assert.equal(humanRequestWords(text[1]).length > 0, text[0] % 2 === 1, text[1]);
});

test('hostile messages of 100 kB are read in linear time', () => {
  for (const piece of [
    '转',
    '人',
    '找',
    'x人',
    'agnet ',
    'zhuan ren ',
    'a ',
    'r g ',
    '人.',
    '有',
    '不要人工',
    '那个',
    'K x ',
  ]) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const began = performance.now();
    humanRequestWords(text);
    assert.ok(performance.now() - began < 1_000, JSON.stringify(piece));
  }
});
