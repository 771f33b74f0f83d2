import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { apologisesIn } from '../../core/manner/apology.ts';
import { createModelScene, eventsOf, type ModelScene } from '../kit/model-scene.ts';
import { ask, cited, invitePeople, logOf, type People } from '../kit/people.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

suite('the manner of the built-in answers, over HTTP', () => {
  let server: TestServer;
  let people: People;
  before(async () => {
    server = await startTestServer();
    people = await invitePeople(server);
  });
  after(async () => {
    await people.leave();
    await server.stop();
  });

  test('an angry question is met, answered and cited; the second one hears no second apology and goes to a person', async () => {
    const customer = await people.customer();
    const first = await ask(customer, '发票到现在没收到，什么态度');
    const [opening] = first.text.split('\n');
    assert.ok(apologisesIn(opening!), opening);
    assert.match(opening!, /发票到现在没收到/);
    assert.doesNotMatch(first.text, /[!！]/);
    assert.deepEqual(cited(first), ['invoice-not-received']);
    assert.equal(first.offersHuman, true);
    assert.match(first.text.split('\n').at(-1)!, /转人工/, 'what happens next comes last');
    assert.equal(first.manner, undefined, 'what the assistant remembers is no business of the customer');

    const second = await ask(customer, '帐篷拉链也坏了，无语');
    assert.ok(!apologisesIn(second.text), second.text);
    assert.match(second.text, /拉链.*坏了/);
    assert.match(second.text, /转交|转过去|带过去/, 'it says what has been passed on');
    assert.equal(customer.owner(), 'queue');

    const log = await logOf(people.administrator, customer.conversationId);
    const said = log.flatMap((event) => (event.kind === 'message-sent' ? [event.body.manner] : []));
    assert.deepEqual(
      said.map((manner) => manner?.apologised),
      [true, false],
    );
  });

  test('praise is answered with a word, not with a search', async () => {
    const praise = await ask(await people.customer(), '谢谢，太棒了');
    assert.match(praise.text, /不客气/);
    assert.ok(!praise.offersHuman);
  });

  test('an insult, a link and a number are never repeated', async () => {
    const answer = await ask(
      await people.customer(),
      '无语，我的快递 13812345678 三天没动 <b>https://evil.example</b> 傻叉',
    );
    assert.doesNotMatch(answer.text, /13812345678|evil|<b>|傻/);
  });
});

suite('the manner of a model', () => {
  let scene: ModelScene;
  before(async () => {
    scene = await createModelScene();
    // The first of everything is slow.
    await answer('买了不合适可以退货吗', '签收后 7 天内没有使用过可以申请退货[1]。');
  });
  after(() => scene.close());

  async function answer(question: string, text: string, conversationId = randomUUID()) {
    scene.model.play({ kind: 'answer', text });
    const watch = scene.answer(conversationId, await scene.say(conversationId, question));
    await watch.done;
    const events = await scene.events(conversationId);
    return {
      conversationId,
      shown: watch.shown.join(''),
      withdrawn: watch.withdrawn,
      prompt: scene.model.requests[0]?.body.messages[0]?.content ?? '',
      decided: eventsOf(events, 'decided').at(-1)!.body,
      said: eventsOf(events, 'message-sent').at(-1)!.body,
    };
  }
  const angry = '无语，买了不合适可以退货吗';
  const good = '签收后 7 天内没有使用过可以申请退货[1]。';

  test('it is told how to meet an angry customer, and a calm one as before', async () => {
    const { prompt } = await answer(angry, good);
    assert.match(prompt, /客户正在生气/);
    assert.match(prompt, /道歉一次/);
    const calm = await answer('买了不合适可以退货吗', good);
    assert.doesNotMatch(calm.prompt, /生气|道歉/);
    assert.match(calm.prompt, /不说自己有感受/);
    assert.equal(calm.said.text, good);
  });

  test('an answer that meets the mood is said as it is, with what happens next behind it', async () => {
    const { said, decided, shown } = await answer(angry, `给您添麻烦了，很抱歉。${good}`);
    assert.equal(decided.answerer, 'model');
    assert.ok(said.text.startsWith(`给您添麻烦了，很抱歉。${good}\n\n`), said.text);
    assert.match(said.text, /转人工/);
    assert.equal(shown, `给您添麻烦了，很抱歉。${good}`.replaceAll('[1]', ''));
    assert.equal(said.manner?.apologised, true);
  });

  test('an answer that leaves the mood unmet gets the built-in acknowledgement before it, also on the screen', async () => {
    const { said, shown, decided } = await answer(angry, good);
    assert.equal(decided.answerer, 'model');
    const [opening, body] = said.text.split('\n\n');
    assert.ok(apologisesIn(opening!), opening);
    assert.equal(body, good);
    assert.ok(shown.startsWith(opening!), shown);
  });

  test('claims to feel, cheerfulness and a second apology are left out; neither the screen nor the log has them', async () => {
    const { said, shown, decided } = await answer(
      angry,
      `给您添麻烦了，非常抱歉！我非常理解您的心情。亲，${good}再次致歉。祝您生活愉快！😊`,
    );
    assert.equal(decided.answerer, 'model');
    for (const text of [said.text, shown]) {
      assert.doesNotMatch(text, /理解您|亲|致歉|愉快|😊|！/);
      assert.match(text, /^给您添麻烦了，非常抱歉。签收后 7 天内/);
    }
  });

  for (const [name, text, fallback] of [
    ['blame', `这是您自己没看清规则，${good}`, 'model-blame'],
    ['a promise', `给您添麻烦了。我们一定会让您满意，${good}`, 'model-promise'],
    [
      'a long speech',
      `给您添麻烦了。${good.repeat(1)}${'没有使用过的商品才可以申请退货，请您先看清楚商品状态再提交申请[1]。\n另外，退货的运费需要由您自己来承担[1]。'.repeat(9)}`,
      'model-long-winded',
    ],
  ] as const)
    test(`${name}: the built-in words stand instead, cited`, async () => {
      const { said, decided } = await answer(angry, text);
      assert.equal(decided.answerer, 'built-in');
      if (name !== 'a long speech') assert.equal(decided.fallback, fallback);
      assert.ok(apologisesIn(said.text.split('\n')[0]!));
      assert.equal(said.citations?.[0]?.articleId, 'returns');
      assert.doesNotMatch(said.text, /没看清|满意，签收/);
    });

  test('who heard sorry once does not hear it again, whoever writes', async () => {
    const { conversationId, said } = await answer('急，运费怎么算', '很抱歉让您着急。单笔满 99 元包邮[1]。');
    assert.equal(said.manner?.apologised, true);
    const second = await answer(angry, `给您添麻烦了，非常抱歉。${good}`, conversationId);
    assert.match(second.prompt, /不要再道歉/);
    assert.ok(!apologisesIn(second.said.text), second.said.text);
  });
});
