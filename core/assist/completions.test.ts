import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import { createCompletions, type TeamSentence } from './completions.ts';

const now = Date.UTC(2026, 10, 1);
const day = 24 * 3600_000;

function team(...sentences: readonly (Partial<TeamSentence> & { readonly text: string })[]) {
  const completions = createCompletions();
  for (const sentence of sentences)
    completions.put({ id: sentence.text, language: 'zh', count: 3, lastAt: now, ...sentence });
  return (typed: string, question = '') => completions.complete(typed, { question, at: now });
}

test('a sentence that the team often sends is finished, from its second character on', () => {
  const complete = team({ text: '请您把断的一节拍照发给我。' });
  assert.equal(complete('请您')?.text, '把断的一节拍照发给我。');
  assert.equal(complete('您好，有什么问题？请您把断')?.text, '的一节拍照发给我。');
  assert.equal(complete('请'), null);
});

test('what nobody says is not completed, nor is a whole sentence', () => {
  const complete = team({ text: '请您把断的一节拍照发给我。' });
  assert.equal(complete('天气'), null);
  assert.equal(complete('请您把断的一节拍照发给我。'), null);
  assert.equal(complete(''), null);
});

test('where the team goes on in many ways it is proposed how far they agree, and then what is clear', () => {
  const complete = team(
    ...['退货', '换货', '维修', '补发', '查物流', '开发票'].map((what) => ({
      text: `我帮您申请${what}，请稍等片刻。`,
    })),
  );
  assert.equal(complete('我帮')?.text, '您申请');
  assert.equal(complete('我帮您申请')?.text ?? null, null);
  assert.equal(complete('我帮您申请换')?.text, '货，请稍等片刻。');
});

test('what is agreed is proposed up to where ways part', () => {
  const complete = team(
    { text: '非常抱歉让您久等了，退款已经提交。' },
    { text: '非常抱歉让您久等了，我马上查物流。' },
    { text: '非常抱歉让您久等了，换货单开好了。' },
  );
  assert.equal(complete('非常抱')?.text, '歉让您久等了，');
});

test('the customer’s question, then how often and how lately, decide between two', () => {
  const complete = team({ text: '您可以在订单页申请开发票。' }, { text: '您可以在订单页申请退货运费。' });
  assert.equal(complete('您可以在订单页申请', '怎么开发票')?.text, '开发票。');
  assert.equal(complete('您可以在订单页申请', '退货运费谁出')?.text, '退货运费。');
  const aged = team(
    { text: '您可以拨打旧的热线。', count: 6, lastAt: now - 720 * day },
    { text: '您可以拨打新的热线。', count: 4 },
  );
  assert.equal(aged('您可以拨打')?.text, '新的热线。');
});

test('the clause being typed is completed inside a sentence that nobody ever sent', () => {
  const complete = team({ text: '收到以后，麻烦您检查一下外包装。' });
  assert.equal(complete('快递今天到，麻烦您')?.text, '检查一下外包装。');
});

test('English is completed by letters, in whatever case', () => {
  const complete = team({ text: 'Please send us a photo of the broken part.', language: 'en' });
  assert.equal(complete('Thank you. please sen')?.text, 'd us a photo of the broken part.');
  assert.equal(complete('Pl'), null);
});

test('a sentence that changed is brought up to date and not told twice', () => {
  const completions = createCompletions();
  const sentence = {
    id: 'a',
    language: 'zh',
    text: '请您把断的一节拍照发给我。',
    count: 3,
    lastAt: now,
  } as const;
  for (let time = 0; time < 5; time++) completions.put({ ...sentence, count: 3 + time });
  assert.equal(completions.size, 1);
});

test('among twenty thousand sentences a keystroke costs at most 2 ms', () => {
  const completions = createCompletions();
  const words = ['退货', '换货', '发票', '物流', '运费', '帐篷', '睡袋', '头灯', '会员', '积分'];
  for (let number = 0; number < 20_000; number++)
    completions.put({
      id: String(number),
      language: 'zh',
      count: 2 + (number % 5),
      lastAt: now,
      text: `您好，关于${words[number % 10]}的${words[(number >> 3) % 10]}问题，编号${String.fromCharCode(0x4e00 + (number % 3000))}，请您稍等。`,
    });
  const typed = ['您好', '您好，关于', '关于退货的', '请您', '您好，关于帐篷的发'];
  const work = () => {
    for (let time = 0; time < 20; time++)
      for (const text of typed) completions.complete(text, { question: '帐篷怎么退货', at: now });
  };
  work();
  assert.ok(cpuMs(work) / 100 <= 2, `${cpuMs(work) / 100} ms`);
});

test('part of what three different messages hold is proposed, nobody’s own words are not', () => {
  const complete = team(
    { text: '辛苦您提供一下订单号。', count: 1 },
    { text: '麻烦您提供一下订单截图给我。', count: 1 },
    { text: '还需要您提供一下订单的收货地址。', count: 1 },
  );
  assert.equal(complete('请您提供')?.text, '一下订单');
  assert.equal(complete('辛苦您提供一下订单'), null);
  assert.equal(team({ text: '李雷先生住在三楼东户。', count: 2 })('李雷先生'), null);
  assert.equal(
    team({ text: '李雷先生是我们的老会员。', count: 2, agents: 2 })('李雷先生')?.text,
    '是我们的老会员。',
  );
});

test('a figure is proposed only as a published sentence at hand has it', () => {
  const completions = createCompletions();
  completions.put({ id: 'a', language: 'zh', text: '保修期为 24 个月，从签收算起。', count: 9, lastAt: now });
  const complete = (near: readonly string[]) =>
    completions.complete('保修期', { question: '保修多久', at: now, near })?.text ?? null;
  assert.doesNotMatch(complete([]) ?? '', /\d/);
  assert.match(complete(['保修期为 24 个月。']) ?? '', /^为 24 个月/);
  assert.doesNotMatch(complete(['保修期为 36 个月。']) ?? '', /24/);
});

test('what an article at hand says is completed though nobody sent it yet', () => {
  const near = ['在订单页点「申请售后」，选择「换货」后提交。'];
  assert.equal(
    createCompletions().complete('您在订单', { question: '怎么换货', at: now, near })?.text,
    '页点「申请售后」，选择「换货」后提交。',
  );
});

test('no proposal ends within a word', () => {
  const words = (text: string) => ['申请', '退货', '运费'].filter((word) => text.includes(word));
  const completions = createCompletions(words);
  const texts = ['我来帮您看看退货的事', '我来帮您看看退款的事', '我来帮您看看退换的事'];
  for (const text of texts) completions.put({ id: text, language: 'zh', text, count: 3, lastAt: now });
  assert.equal(completions.complete('我来', { question: '', at: now })?.text, '帮您看看');
  const english = createCompletions();
  for (const word of ['returned', 'returning', 'return'])
    english.put({ id: word, language: 'en', text: `Your parcel is ${word}`, count: 3, lastAt: now });
  assert.equal(english.complete('Your', { question: '', at: now })?.text, ' parcel is ');
});

test('a sentence that was taken out is proposed no more', () => {
  const completions = createCompletions();
  completions.put({ id: 'a', language: 'zh', text: '请您把断的一节拍照发给我。', count: 3, lastAt: now });
  completions.remove('a');
  assert.equal(completions.complete('请您把断', { question: '', at: now }), null);
  assert.equal(completions.size, 0);
});
