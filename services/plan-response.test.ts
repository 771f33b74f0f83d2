import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { applyEvent } from '../core/conversation/apply-event.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { detectLanguage } from '../core/perception/language.ts';
import { perceive } from '../core/perception/perceive.ts';
import { firstPolicy } from '../core/policy/default-policy.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import { nobodysFacts } from '../core/triage/facts.ts';
import { loadArticles } from '../demo/load-articles.ts';
import type { AppendResult, Log } from '../plugs/log.ts';
import { demoSuggestions } from '../server/furnish.ts';
import { loadHandoffModel } from '../server/models.ts';
import { knowledgeInMemory } from './knowledge-in-memory.ts';
import { planQuestion, planResponse } from './plan-response.ts';
import { receiveMessage } from './receive-message.ts';

const segment = createSegmenter();
const index = createKnowledgeIndex(segment);
for (const article of loadArticles()) index.add({ ...article, status: 'published', version: 1 });
const knowledge = knowledgeInMemory(index, segment, Date.now);

interface Turn {
  readonly decided: EventOf<'decided'>['body'];
  readonly said: EventOf<'message-sent'>['body'];
  readonly owner: ConversationState['owner']['kind'];
}

/** Says the messages one after the other to the built-in assistant over the demo's articles; returns its turns. */
const handoffModel = loadHandoffModel((_, error) => {
  throw error;
});

async function talk(...texts: readonly string[]): Promise<Turn[]> {
  let state: ConversationState | null = null;
  const turns: Turn[] = [];
  const append: Log['append'] = async ({ decide }): Promise<AppendResult> => {
    const outcome = decide(state, null);
    assert.ok('events' in outcome);
    const events = outcome.events.map((event): ConversationEvent => {
      const placed = { ...event, conversationId: 'c', seq: (state?.lastSeq ?? 0) + 1 } as ConversationEvent;
      state = applyEvent(state, placed);
      return placed;
    });
    const decided = events.find(({ kind }) => kind === 'decided') as EventOf<'decided'>;
    const said = events.find(({ kind }) => kind === 'message-sent') as EventOf<'message-sent'>;
    turns.push({ decided: decided.body, said: said.body, owner: state!.owner.kind });
    return { kind: 'appended', events, state: state! };
  };
  for (const [place, text] of texts.entries()) {
    await receiveMessage(
      {
        log: { append, read: async () => [], state: async () => state },
        knowledge,
        timers: { answerMs: 20_000, queuePatienceMs: 120_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 },
        policy: () => firstPolicy,
        target: () => ({ queueId: 'default', priority: 0, agentsOnline: 1 }),
        isOpen: () => true,
        hasModel: false,
        handoffModel,
      },
      {
        id: `message-${place}`,
        conversationId: 'c',
        contactId: 'x',
        inboxId: 'demo',
        language: detectLanguage(text, 'zh'),
        text,
        attachments: [],
        at: 1_000_000 + place * 20_000,
        contact: nobodysFacts,
      },
    );
  }
  return turns;
}

const opened = applyEvent(null, {
  conversationId: 'c',
  seq: 1,
  id: 'o',
  kind: 'conversation-opened',
  actor: { kind: 'system' },
  at: 1,
  body: { inboxId: 'demo', contactId: 'x', language: 'zh' },
});

const cited = ({ said }: Turn) => said.citations?.[0]?.articleId;
const last = async (...texts: readonly string[]) => (await talk(...texts)).at(-1)!;

test('a question on one product never gets the answer on the next', async () => {
  const turn = await last('云栖3有多重');
  assert.ok(cited(turn) === 'tent-yunqi3-specs' || turn.said.choices?.[0]?.startsWith('云栖 3'));
});

test('a question in pinyin is answered in Chinese, and one with a slip as if it had none', async () => {
  const turn = await last('tuihuo yunfei shui chu');
  assert.equal(cited(turn), 'return-freight');
  assert.match(turn.said.text, /\p{Script=Han}/u);
  const [misspelt, spelt] = [await last('发漂怎么开'), await last('发票怎么开')];
  assert.ok(spelt.said.choices!.length > 0);
  assert.deepEqual(misspelt.said.choices, spelt.said.choices);
});

test('「那…呢」 asks the earlier question of another thing', async () => {
  const turn = await last('云栖2有多重？', '那云栖3呢');
  assert.equal(turn.decided.question, '云栖3有多重？');
  assert.equal(turn.decided.repeated, false);
  assert.ok(cited(turn) === 'tent-yunqi3-specs' || turn.said.choices?.[0]?.startsWith('云栖 3'));
});

test('a short question leans on the one before, and on the one before that', async () => {
  assert.equal(cited(await last('燃气罐能带上高铁吗', '飞机呢')), 'travel-plane-stove');
  assert.equal(cited(await last('你好，请问七天无理由怎么退', '那要多久到账')), 'refund-time');
  assert.equal(
    cited(await last('我的快递显示签收了但我没收到', '急死了怎么办', '查过了，门卫也没有')),
    'ship-signed-not-received',
  );
});

test('a short question on another matter gets no answer to the earlier one', async () => {
  const turn = await last('头灯能充电吗？充满要多久？', '那能用多久');
  assert.notEqual(cited(turn), 'headlamp-charging');
});

test('a few words that hit something else by chance stay with the matter', async () => {
  assert.equal(cited(await last('学生有优惠吗', '怎么认证')), 'promo-student');
});

test('other facets of the same article are no repetition; the same question again is', async () => {
  const facets = await talk('云栖2有多重', '收起来多大');
  assert.deepEqual(
    facets.map(({ decided }) => decided.repeated),
    [false, false],
  );
  assert.equal(facets[1]!.said.offersHuman, true);
  const again = await talk('优惠券用不了', '优惠券还是用不了啊', '就是用不了啊');
  assert.deepEqual(
    again.map(({ decided }) => decided.repeated),
    [false, true, true],
  );
  assert.equal(again[2]!.owner, 'queue');
});

test('an answer is not given in full a second time, only the line that answers', async () => {
  const [first, second] = await talk('退款什么时候到', '信用卡退款呢');
  assert.equal(cited(second!), 'refund-time');
  assert.match(second!.said.text, /信用卡 5–7 个工作日/);
  assert.ok(second!.said.text.length < first!.said.text.length);
  assert.equal(second!.said.offersHuman, true);
});

test('a message that asks two things is answered twice, or asked back about the second', async () => {
  const both = await last('学生有优惠吗？退款多久到账');
  const articles = new Set(both.said.citations?.map(({ articleId }) => articleId));
  assert.deepEqual([...articles].sort(), ['promo-student', 'refund-time']);
  const half = await last('退款多久到账，另外发票怎么开');
  assert.equal(cited(half), 'refund-time');
  assert.deepEqual(half.said.choices, (await last('发票怎么开')).said.choices);
});

test('thanks after a repetition is answered with a word and no offer', async () => {
  const turn = await last('优惠券用不了', '优惠券还是用不了啊', '谢谢');
  assert.equal(turn.decided.decision, 'small-talk');
  assert.equal(turn.said.offersHuman, undefined);
  assert.deepEqual(turn.decided.reasons, []);
});

test('yes to the question whether a person is wanted hands over; 「好的」 to an answer does not', async () => {
  assert.equal((await last('萤火虫养殖补贴政策', '好的')).owner, 'queue');
  assert.equal((await last('你是机器人吗', '好的')).owner, 'assistant');
  assert.equal((await last('你是机器人吗', '转吧')).owner, 'queue');
  assert.equal((await last('优惠券用不了', '优惠券还是用不了啊', '好的')).owner, 'assistant');
});

test('a number chooses among the choices, yes takes the only one, and a number alone is no question', async () => {
  const choose = (choices: readonly string[], text: string) =>
    planResponse(
      { ...opened, choices, lastDecision: 'clarify' },
      { text, at: 2, hasAttachments: false },
      perceive(text, { fallbackLanguage: 'zh' }),
      knowledge,
      { active: firstPolicy, contact: nobodysFacts, isOpen: () => true },
    );
  const choices = ['退款多久能到账', '七天无理由怎么退'];
  assert.equal(choose(choices, '2').question, choices[1]);
  assert.equal(choose(choices, '第一个').question, choices[0]);
  assert.equal(choose(choices, '1.').repeated, false);
  assert.equal(choose(choices.slice(0, 1), '是的').question, choices[0]);
  assert.equal(choose(choices, '是的').decision, 'small-talk');
  assert.equal((await last('在吗', '2')).decided.decision, 'small-talk');
  assert.equal((await last('在吗', '第二个')).decided.decision, 'small-talk');
});

test('an anxious customer is met with calm, an angry one with an apology, a cheerful one is not slowed down', async () => {
  const anxious = await last('急死了，我的快递显示签收了但我没收到怎么办');
  assert.match(anxious.said.text, /^[^\n]*快递显示签收了但您没收到[^\n]*急/);
  const angry = await last('帐篷用了一天杆就断了，气死我了！！');
  assert.match(angry.said.text, /抱歉/);
  assert.equal(angry.owner, 'queue');
  const cheerful = await last('哈哈太喜欢你们家了，退款多久能到账');
  assert.match(cheerful.said.text, /^退款发起后/);
  const lost = await last('急死了怎么办');
  assert.match(lost.said.text, /急/);
  assert.equal(lost.said.offersHuman, true);
});

test('a state stored before manners were remembered is planned on as one that said nothing', () => {
  const { spoken: _, ...stored } = opened;
  const text = '无语，头灯充不进电';
  const plan = planResponse(
    stored as ConversationState,
    { text, at: 2, hasAttachments: false },
    perceive(text, { fallbackLanguage: 'zh' }),
    knowledge,
    { active: firstPolicy, contact: nobodysFacts, isOpen: () => true },
  );
  assert.equal(plan.manner.apologisedBefore, false);
  assert.equal(plan.manner.trouble, '头灯充不进电');
});

test('sorry is said once in a conversation, and no two turns in a row open alike', async () => {
  const turns = await talk(
    '无语，优惠券用不了',
    '发票到现在没收到，失望',
    '我的包裹三天没动，失望',
    '急，退款多久到账',
  );
  const apologies = turns.map(({ said }) => /抱歉|对不起/.test(said.text));
  assert.deepEqual(apologies, [true, false, false, false]);
  const openings = turns.map(({ said }) => said.text.split('\n')[0]);
  assert.equal(new Set(openings).size, openings.length);
});

test('yes with thanks is yes to an offered person, and no with thanks is no', async () => {
  for (const yes of ['好的，谢谢', '可以的', '好呀', '要的', 'yes thanks', 'sure, thank you']) {
    const [offered, answered] = await talk('萤火虫养殖补贴政策', yes);
    assert.equal(offered!.decided.decision, 'offer-human');
    assert.equal(answered!.decided.decision, 'hand-off', yes);
  }
  for (const no of ['不用了谢谢', '不用', 'no thanks']) {
    const [, answered] = await talk('萤火虫养殖补贴政策', no);
    assert.equal(answered!.decided.decision, 'small-talk', no);
    assert.equal(answered!.decided.noProgress, false, no);
    assert.equal(answered!.owner, 'assistant');
  }
});

test('who says that the answer was no good declines nobody, and is not thanked for it', async () => {
  for (const lines of [
    ['睡袋拉链坏了怎么修', '不是这个', '不对', '没用'],
    ['睡袋拉链坏了怎么修', '不是这个', '还是不行', '没解决'],
    ['How do I wash the sleeping bag?', 'wrong', "didn't work", 'still not working'],
  ]) {
    const turns = await talk(...lines);
    assert.deepEqual(
      turns.slice(1).map(({ decided }) => decided.noProgress),
      [true, true, true],
      lines.join(' / '),
    );
    assert.doesNotMatch(turns[2]!.said.text, /还有什么|anything else/i);
    assert.equal(turns.at(-1)!.decided.decision, 'hand-off', lines.join(' / '));
  }
});

test('a tapped choice is a question, whatever words the assistant put it in', async () => {
  const choices = [
    '怎么联系人工客服，几点上班？',
    '我要投诉，怎么投诉？',
    'How do I reach a person, and when?',
  ];
  for (const choice of choices) {
    const state = { ...opened, choices };
    const plan = planResponse(
      state,
      { text: choice, at: 2, hasAttachments: false },
      { ...perceive(choice, { fallbackLanguage: 'zh' }), wantsHuman: true, emotion: 'angry', intensity: 1 },
      knowledge,
      { active: firstPolicy, contact: nobodysFacts, isOpen: () => true },
    );
    assert.notEqual(plan.decision, 'hand-off', choice);
  }
});

test('an order number by itself is taken in, and a person is offered to look it up', async () => {
  for (const text of ['LY20261102001', '我的订单号是 LY20261102001']) {
    const { decided, said } = await last('我的订单到哪了', text);
    assert.equal(decided.decision, 'offer-human');
    assert.match(said.text, /^号码收到了/);
    assert.equal(said.offersHuman, true);
  }
});

test('praise that is taken back is no praise', async () => {
  for (const text of ['谢谢，但是没用', '谢谢，还是坏的', 'perfect, another delay'])
    assert.ok(!/不客气|welcome/i.test((await talk(text))[0]!.said?.text ?? ''), text);
});

test('a rule may name an intent that the installation’s own examples taught, if it is likely enough', () => {
  const text = '我想给公司的团建订一批';
  const perceived = perceive(text, { fallbackLanguage: 'zh' });
  const rule = {
    id: 'groups',
    name: { zh: '团购', en: 'Groups' },
    enabled: true,
    when: [{ on: 'intent', is: ['group-order'] }],
    then: [{ do: 'human' }],
  } as const;
  const active = { ...firstPolicy, policy: { ...firstPolicy.policy, triage: [rule] } };
  const decisionWith = (probability: number, outOfScope = false) =>
    planQuestion(
      text,
      0,
      { ...perceived, intent: { name: 'group-order', probability, outOfScope } },
      knowledge,
      { active, isOpen: () => true },
    ).decision;
  assert.equal(decisionWith(0.8), 'hand-off');
  assert.notEqual(decisionWith(0.3), 'hand-off');
  assert.notEqual(decisionWith(0.9, true), 'hand-off');
});

test('each question that the demo proposes is answered, with its source', async () => {
  for (const question of Object.values(demoSuggestions).flat()) {
    const [turn] = await talk(question);
    assert.equal(turn?.decided.decision, 'answer', question);
    assert.ok((turn?.said.citations ?? []).length > 0, question);
  }
});

test('whoever asks who is speaking is told, and nobody is brought in', async () => {
  for (const question of [
    'are you a human?',
    'is this a bot?',
    'am I talking to a robot',
    '你是真人吗',
    '是机器人在回答吗',
  ]) {
    const [turn] = await talk(question);
    assert.match(turn!.said.text, /AI/, question);
    assert.equal(turn!.owner, 'assistant', question);
  }
});
