import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKnowledgeIndex } from './index.ts';
import { respell } from './respell.ts';
import { retrieve } from './retrieve.ts';
import { synonymsWith } from './synonyms.ts';
import { anArticle } from './test-articles.ts';

/** The words of a small dictionary, what is none as characters. */
const dictionary =
  /退货|运费|承担|发票|快递|查询|帐篷|冲锋衣|怎么|办理|申请|电子|签收|七天|订单|可以|洗涤|登山|地布|衣服|什么|优惠券|领取|大风|天气|今天/u;
const cut = (text: string) =>
  text.split(new RegExp(`(${dictionary.source})|(?<=.)(?=.)`, 'u')).filter(Boolean);
const segment = Object.assign(cut, { inDictionary: cut });

const index = createKnowledgeIndex(segment);
for (const [id, title, body] of [
  ['returns', '退货怎么办理', '签收后七天内可以在订单里申请退货。'],
  ['freight', '退货的运费谁承担', '质量问题的运费由我们承担。'],
  ['invoice', '电子发票怎么申请', '在订单里申请发票。'],
  ['courier', '快递到哪里了怎么查询', '在订单里查询快递。'],
  ['tent', '帐篷怎么洗', '帐篷用清水洗。'],
  ['wind', '帐篷能抗多大风', '大风天收起帐篷。'],
  ['poles', '登山杖多长合适', '登山杖按身高选。'],
  ['jacket', '冲锋衣怎么洗', '冲锋衣用清水洗。'],
  ['coupon', '优惠券怎么领取', '在首页领取优惠券。'],
  ['plane', '什么可以带上飞机', '登山杖可以托运。'],
] as const)
  index.add(anArticle({ id, title, body }));
for (const [id, title, body] of [
  ['refund.en', 'When do I get my refund?', 'Refunds take five days.'],
  ['delivery.en', 'How long does delivery take?', 'Delivery takes two days.'],
  ['jacket.en', 'Is the jacket waterproof?', 'The jacket is waterproof.'],
] as const)
  index.add(anArticle({ id, title, body, language: 'en' }));

const readAs = (text: string) => index.respell(text)?.text;

test('pinyin is read as the words of the articles, with and without spaces', () => {
  assert.equal(readAs('tuihuo zenme banli'), '退货怎么办理');
  assert.equal(readAs('tui huo zen me ban li'), '退货怎么办理');
  assert.equal(readAs('Tuihuo'), '退货');
  assert.equal(readAs('我的kuaidi到哪了'), '我的快递到哪了');
});

test('characters that sound alike are read as those that make a word of the articles', () => {
  assert.equal(readAs('怎么退或'), '怎么退货');
  assert.equal(readAs('发漂怎么申请'), '发票怎么申请');
  assert.equal(readAs('帐蓬怎么洗'), '帐篷怎么洗');
  assert.equal(readAs('冲锋一怎么洗'), '冲锋衣怎么洗');
  assert.equal(readAs('登山账多长'), '登山杖多长');
  assert.equal(readAs('優惠卷怎麼領取'), '优惠券怎么领取');
});

test('sounds that are often confused count, and are less sure than the same sound', () => {
  assert.equal(readAs('花票怎么申请'), '发票怎么申请');
  const near = index.respell('花票怎么申请')!.certainty;
  assert.ok(near < index.respell('发漂怎么申请')!.certainty);
});

test('what is written as articles have it stays, and so does what no article knows', () => {
  for (const text of [
    '退货怎么办理',
    '今天天气怎么样',
    '怎么洗衣服',
    '我买了两件，都退吗',
    'when do I get my refund',
    'can you change the remote',
    'KFC附近有吗',
    '',
    '？？？',
    '12345',
  ])
    assert.equal(readAs(text), undefined, text);
});

test('a slip in a Latin word is put right by what articles hold', () => {
  assert.equal(readAs('when do i get my refnud'), 'when do i get my refund');
  assert.equal(readAs('delivry time'), 'delivery time');
  assert.equal(readAs('is it waterprof'), 'is it waterproof');
  assert.equal(readAs('is the jakcet ok'), 'is the jacket ok');
});

test('another first letter, another ending and short words are no slips', () => {
  for (const text of ['packet', 'racket', 'jackal', 'tame', 'live'])
    assert.equal(readAs(text), undefined, text);
});

test('initials are read where they are of one matter only, and among Chinese', () => {
  assert.equal(readAs('yhq怎么领取'), '优惠券怎么领取');
  assert.equal(readAs('yhq'), undefined);
  const twoMatters = synonymsWith([['一号桥', '1号桥']]);
  const lexicon = {
    articles: 1,
    holding: (term: string) => (term === '优惠券' || term === '一号桥' ? 1 : 0),
  };
  assert.equal(
    respell(
      'yhq怎么领取',
      lexicon,
      Object.assign((text: string) => cut(text), { inDictionary: cut, synonyms: twoMatters }),
    )?.text,
    undefined,
  );
});

test('an index that holds nothing corrects nothing', () => {
  const empty = createKnowledgeIndex(segment);
  for (const text of ['tuihuo zenme banli', '怎么退或', 'refnud'])
    assert.equal(empty.respell(text), undefined, text);
});

test('an article that was taken out takes its words along', () => {
  const small = createKnowledgeIndex(segment);
  small.add(anArticle({ title: '发票怎么申请', body: '在订单里申请发票。' }));
  assert.equal(small.respell('发漂')?.text, '发票');
  small.remove('returns');
  assert.equal(small.respell('发漂'), undefined);
});

test('a misspelt question finds its article, and one in pinyin finds the Chinese one', () => {
  const first = (text: string, language: 'zh' | 'en') =>
    retrieve({ index, text, language }).candidates[0]?.passage.articleId;
  assert.equal(first('怎么退或', 'zh'), 'returns');
  assert.equal(first('tuihuo zenme banli', 'en'), 'returns');
  assert.equal(first('when do i get my refnud', 'en'), 'refund.en');
});

test('what is answered as it is written is not looked at again', () => {
  let respelt = 0;
  const watched = {
    search: index.search,
    respell: (text: string) => {
      respelt++;
      return index.respell(text);
    },
  };
  assert.equal(retrieve({ index: watched, text: '退货怎么办理', language: 'zh' }).decision.kind, 'answer');
  assert.equal(respelt, 0);
});

test('an unsure reading lowers the confidence by as much', () => {
  const sure = retrieve({ index, text: '退货怎么办理', language: 'zh' });
  const unsure = retrieve({
    index: {
      search: index.search,
      respell: () => ({ text: '退货怎么办理', certainty: 0.5 }),
    },
    text: 'zzzz',
    language: 'zh',
  });
  assert.equal(unsure.decision.kind, 'clarify');
  assert.equal(unsure.decision.figures.confidence, sure.decision.figures.confidence * 0.5);
});

test('no text makes the reading throw, and what it gives is another text with a certainty', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc
          .array(
            fc.constantFrom(
              'tui',
              'huo',
              '退',
              '或',
              ' ',
              "'",
              'zh',
              'yhq',
              '，',
              'refnud',
              '3',
              '帐',
              '𠮷',
              '発',
            ),
          )
          .map((parts) => parts.join('')),
      ),
      (text) => {
        const meant = index.respell(text);
        return meant === undefined || (meant.text !== text && meant.certainty > 0 && meant.certainty <= 1);
      },
    ),
    { numRuns: 100 },
  );
});
