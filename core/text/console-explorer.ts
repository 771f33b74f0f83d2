/** Words of the explorer: what is understood of one message, and by which words. */
export const explorerText = {
  lead: {
    zh: '写一句客户的话，边写边看系统听出了什么、有多大把握、凭哪些词。不会发给任何人，也不留记录。',
    en: 'Write what a customer might say and see, as you type, what is heard in it, how surely, and by which words. Nothing is sent or stored.',
  },
  message: { zh: '客户说', en: 'The customer says' },
  placeholder: { zh: '输入或粘贴一句话', en: 'Type or paste a message' },
  examples: { zh: '试试这些', en: 'Try one of these' },
  history: { zh: '刚看过的', en: 'Looked at before' },
  empty: { zh: '还没有话可听', en: 'Nothing to listen to yet' },
  emptyHint: {
    zh: '写一句，或者点一个例子。选中一行信号，原话里凭的词就会标出来。',
    en: 'Write something or choose an example. Choose a signal, and the words that carried it are marked in the message.',
  },
  marked: { zh: '原话，标出「{signal}」凭的词', en: 'The message, with the words that carried “{signal}”' },
  unmarked: { zh: '原话', en: 'The message' },
  heard: { zh: '听出的信号', en: 'What was heard' },
  certainty: { zh: '把握', en: 'Probability' },
  silent: { zh: '没有听出：{signals}', en: 'Not heard: {signals}' },
  silentBetween: { zh: '、', en: ', ' },
  rules: { zh: '规则', en: 'Rules' },
  learned: { zh: '学来的', en: 'Learned' },
  taught: { zh: '教过这句', en: 'Taught' },
  both: { zh: '规则和学来的', en: 'Rules and learned' },
  words: { zh: '凭这些词', en: 'Carried by' },
  speaksFor: { zh: '支持', en: 'for' },
  speaksAgainst: { zh: '反对', en: 'against' },
  legendFor: { zh: '支持的词，颜色越重越要紧', en: 'Words for it; the stronger the tint, the weightier' },
  legendAgainst: { zh: '反对的词，画虚线', en: 'Words against it, with a dashed line' },
  noWords: {
    zh: '这个信号看的是整句话，没有单独起作用的词。',
    en: 'This was read from the message as a whole; no single words carried it.',
  },
  courseNote: {
    zh: '转人工预判和满意度看的是整段会话；这里按“助手答过一轮，客户接着说了这一句”来算。',
    en: 'Handoff and satisfaction are told from a whole conversation; here as if the assistant had answered once and the customer went on with this.',
  },
  notLiteral: {
    zh: '带 ≈ 的词不是原样出现的：由读音、拼写或繁简还原而来。',
    en: 'Words with ≈ do not stand there literally: they were read from sound, spelling or script.',
  },
  took: { zh: '{ms} 毫秒', en: '{ms} ms' },
  shipped: { zh: '{model}：随产品', en: '{model}: as shipped' },
  untaught: { zh: '{model}：还没有训练', en: '{model}: not trained yet' },
  version: { zh: '{model}：第 {version} 版', en: '{model}: version {version}' },
  rulesOnly: { zh: '只用了规则', en: 'Rules alone' },
} as const;

/** Messages worth looking at: wishes in disguise, moods, marks, and what only looks like one of them. */
export const explorerExamples = {
  zh: [
    '你们这客服根本没用，赶紧给我转人工！！！',
    '人工费怎么收？',
    '呵呵，等了五天，你们效率真高👏',
    '再不退款我就去 12315 投诉，顺便发微博',
    'zhuan ren gong',
    '帐篷能防多大的雨？',
    '今天天气怎么样',
  ],
  en: [
    'This is useless. Let me talk to a human NOW!!!',
    'The agent said it ships Monday',
    'Great, five days late again. Well done 👏',
    'Refund me or you will hear from my lawyer',
    '转人工 pls',
    'How waterproof is the tent?',
    'What is the weather like today',
  ],
} as const;
