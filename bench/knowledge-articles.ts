import type { Article } from '../core/terms/article.ts';

/**
 * Service-like Chinese articles for measuring at scale, the same at every run. The sentences of customer service are
 * given; what they are about is drawn as words come in real text: a Pitman–Yor process (Pitman & Yor 1997) with
 * discount 0.6 takes a word that was used before in proportion to how often, or makes a new one ever more rarely. The
 * vocabulary then grows with the 0.6th power of the text (Heaps) and the words are as uneven as Zipf found them.
 * New words are two to four of the 3,755 common characters of GB 2312, the commoner ones more often.
 */

const discount = 0.6;
const strength = 200;

const openers = [
  '您好，关于{w}的{w}，我们的规定如下：',
  '如果您在使用{w}时遇到{w}的问题，请先确认{w}是否正常。',
  '{w}支持{w}和{w}，购买后 {n} 天内均可办理。',
  '为了保障您的权益，{w}需要先完成{w}认证。',
  '{w}的{w}由{w}负责，一般 {n} 个工作日内处理完毕。',
  '自 {y} 年 {m} 月起，{w}的{w}标准调整为 {p} 元。',
];
const sentences = [
  '请在“我的订单”里找到{w}，点击“{w}”，按提示上传{w}的照片。',
  '{w}类商品不支持七天无理由退货，但{w}问题除外。',
  '若{w}仍然无法{w}，请携带购买凭证到{w}门店检测。',
  '运费由{w}承担，{w}地区另加 {p} 元。',
  '型号 {c} 的{w}与{w}不通用，选购前请核对{w}。',
  '申请提交后，{w}会在 {n} 小时内通过短信通知{w}结果。',
  '会员等级达到{w}可享受{w}优惠，最高减 {p} 元。',
  '请勿将{w}与{w}混用，以免{w}损坏。',
  '发票抬头可以在{w}页面修改，{w}开具后不能更改。',
  '{w}的质保期为 {n} 个月，人为{w}不在保修范围内。',
  '如需加急，请联系{w}专员并说明{w}情况。',
  '{w}到账时间以{w}银行为准，通常为 {n} 个工作日。',
  '清洗{w}时请使用{w}，水温不超过 {n} 度。',
  '{w}活动期间，{w}与{w}不可同时使用。',
  '收到{w}后请当面验收，发现{w}请立即拍照留存。',
  '在设置里打开{w}，长按{w}键 {n} 秒即可恢复{w}。',
];
const headings = [
  '{w}说明',
  '办理步骤',
  '{w}费用',
  '注意事项',
  '{w}的{w}',
  '常见问题',
  '适用范围',
  '{w}时限',
];
const questions = [
  '{a}怎么{b}？',
  '{a}可以{b}吗？',
  '{a}的{b}是多少',
  '我的{a}为什么不能{b}',
  '请问{a}{b}需要多久',
  '{a}{b}不了怎么办？',
  '哪里能看到{a}的{b}',
  '{a}坏了，{b}要钱吗',
];

export function* knowledgeArticles(seed = 7): Generator<Article, never> {
  const next = randomFrom(seed);
  const below = (count: number) => Math.floor(next() * count);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const word = wordsFrom(next);
  const filled = (template: string) =>
    template.replace(/\{(.)\}/g, (_, kind: string) => {
      if (kind === 'w') return word();
      if (kind === 'n') return String(1 + below(60));
      if (kind === 'p') return String(1 + below(999));
      if (kind === 'y') return String(2020 + below(8));
      if (kind === 'm') return String(1 + below(12));
      return `${String.fromCharCode(65 + below(26))}${String.fromCharCode(65 + below(26))}${100 + below(9900)}`;
    });
  const paragraph = (first: readonly string[]) => {
    const count = 1 + below(3);
    return [filled(one(first)), ...Array.from({ length: count }, () => filled(one(sentences)))].join('');
  };
  for (let number = 0; ; number++) {
    const [a, b] = [word(), word()];
    const asked = () => one(questions).replace('{a}', a).replace('{b}', b);
    const sections = Array.from(
      { length: Math.floor(next() ** 2 * 6) },
      () => `## ${filled(one(headings))}\n\n${paragraph(sentences)}`,
    );
    yield {
      id: `bench-${number}`,
      language: 'zh',
      title: asked(),
      similarQuestions: Array.from({ length: below(6) }, asked),
      body: [paragraph(openers), ...sections].join('\n\n'),
      topic: a,
      status: 'published',
      version: 1,
    };
  }
}

/** What customers ask about such an article: common questions, and those that cost most. */
export function questionsFor(articles: readonly Article[], seed = 11) {
  const next = randomFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
  const phrase = () => {
    const { body } = one(articles);
    const from = Math.floor(next() * Math.max(1, body.length - 24));
    return body.slice(from, from + 24).replaceAll('\n', '');
  };
  const times = (count: number, text: () => string) => Array.from({ length: count }, text);
  return {
    /** As a customer would type it: a title or similar question, now and then with some words around it. */
    common: times(400, () => {
      const { title, similarQuestions } = one(articles);
      const question = one([title, ...similarQuestions]);
      return next() < 0.3 ? `你好，我想问一下${question}谢谢` : question;
    }),
    /** A long story: eight pieces of text from as many articles. */
    long: times(200, () => times(8, phrase).join('，')),
    /** Only words that stand in a large share of all articles. */
    frequent: times(200, () =>
      times(4, () =>
        one([
          '办理',
          '优惠',
          '购买',
          '工作日',
          '申请',
          '订单',
          '门店',
          '商品',
          '会员',
          '银行',
          '质保',
          '短信',
        ]),
      ).join(''),
    ),
    /** Characters that happen to meet. */
    nonsense: times(200, () => times(12, () => one(common)).join('')),
  };
}

function wordsFrom(next: () => number): () => string {
  const words: string[] = [];
  const counts: number[] = [];
  let used = new Int32Array(1024);
  let total = 0;
  const fresh = () => {
    const length = next() < 0.7 ? 2 : next() < 0.7 ? 3 : 4;
    // The square makes the first characters, in the order of the pool, the commoner ones.
    return Array.from({ length }, () => common[Math.floor(next() ** 2 * common.length)]).join('');
  };
  return () => {
    let number = -1;
    if (next() * (strength + total) >= strength + discount * words.length) {
      do number = used[Math.floor(next() * total)]!;
      while (next() * counts[number]! < discount);
    } else {
      number = words.push(fresh()) - 1;
      counts[number] = 0;
    }
    counts[number]!++;
    if (total === used.length) {
      const more = new Int32Array(total * 2);
      more.set(used);
      used = more;
    }
    used[total++] = number;
    return words[number]!;
  };
}

/** The first level of GB 2312 (rows 16 to 55), in an order that has nothing to do with their sound. */
const common = commonCharacters();

function commonCharacters(): readonly string[] {
  const decode = new TextDecoder('gbk');
  const all: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      all.push(decode.decode(new Uint8Array([row, cell])));
  const next = randomFrom(3);
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

/** Marsaglia's xorshift of 32 bits: 0 up to below 1. */
function randomFrom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
