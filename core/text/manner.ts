import type { Language } from '../terms/language.ts';

/** Several ways to say one thing, so that nobody hears the same sentence twice in a row. */
export type Phrasings = Readonly<Record<Language, readonly string[]>>;

/** Names for what a message is about, by the codes of `mattersOf`. They stand before 「的事」 and after "with". */
export const matterWord: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  logistics: { zh: '快递', en: 'your delivery' },
  returns: { zh: '退换货', en: 'your return' },
  warranty: { zh: '售后', en: 'your product' },
  order: { zh: '订单', en: 'your order' },
  payment: { zh: '付款', en: 'your payment' },
  invoice: { zh: '发票', en: 'your invoice' },
  promotion: { zh: '优惠', en: 'your discount' },
  account: { zh: '账号', en: 'your account' },
};

/** Leads from the acknowledgement to the answer. */
export const leadText = {
  angry: {
    zh: ['可以这样处理：', '处理办法是这样的：', '办法如下：'],
    en: ['Here is what can be done:', 'This is how to put it right:', 'This is what to do:'],
  },
  anxious: {
    zh: ['可以马上这样做：', '办法是这样的：', '现在可以这样处理：'],
    en: ['Here is what you can do right now:', 'This is what to do:', 'You can do this at once:'],
  },
  /** Where the answer opens with how long it takes. */
  anxiousWithTime: {
    zh: ['时间和办法是这样的：', '怎么办、多久，都在这里：', '办法和时间如下：'],
    en: [
      'Here is what to do and how long it takes:',
      'This is what happens, and when:',
      'What to do, and how long it takes:',
    ],
  },
  sad: {
    zh: ['可以这样处理：', '接下来可以这样做：', '办法是有的：'],
    en: ['Here is what can be done:', 'There is a way forward:', 'This is what you can do:'],
  },
  /** No trouble was named, only that it is urgent: there may be nothing to do, only something to know. */
  answer: {
    zh: ['直接给您答案：', '查到的是这样：', '答案如下：'],
    en: ['Here is the answer:', 'This is what I found:', 'The answer, straight away:'],
  },
  surprised: {
    zh: ['情况是这样的：', '说明一下：', '具体是这样：'],
    en: ['Here is how it works:', 'This is why:', 'The explanation:'],
  },
} satisfies Record<string, Phrasings>;

/** What happens after the answer: who does what. Nothing is promised that nobody does. */
export const closingText = {
  /** The message shows the button to a person. */
  withPerson: {
    zh: [
      '照这样还没解决，点「转人工」就行，前面的对话会一并转过去，您不用再说一遍。',
      '如果不行，点「转人工」，同事会带着前面的对话接手，不用您重复。',
      '还有问题，可以马上点「转人工」，您说过的都会带过去。',
    ],
    en: [
      'If that doesn’t settle it, tap “Talk to a person”: everything said so far goes along, so you won’t have to repeat it.',
      'If it doesn’t work, tap “Talk to a person” – a colleague takes over with everything you’ve told me.',
      'If anything is still open, you can tap “Talk to a person” at once; what you’ve said goes along.',
    ],
  },
  asks: {
    zh: [
      '做到哪一步不行，直接告诉我；想让人工客服处理，随时说一声。',
      '照做之后还没解决，回我一句，我接着看，也可以随时转人工。',
      '照着做时有问题，随时问我；要请人工客服处理，说一声就转。',
    ],
    en: [
      'If a step doesn’t work, just tell me which; you can ask for a person at any time.',
      'If it isn’t settled after that, write to me again, or ask for a person at any time.',
      'Write to me if anything goes wrong on the way; a person can take over whenever you say so.',
    ],
  },
  /** No trouble was named: there may be nothing to do. */
  more: {
    zh: [
      '还有不清楚的，直接问我；需要人工客服，随时可以转。',
      '还想知道什么，接着问就行；要找人工客服，随时说一声。',
      '有哪一点没说到，直接问我，也可以随时转人工。',
    ],
    en: [
      'If anything is unclear, just ask; you can talk to a person whenever you want.',
      'If there is more you need to know, just go on; you can ask for a person at any time.',
      'If I left something out, tell me – or talk to a person at any time.',
    ],
  },
  /** The answer is the one that was given before. */
  unsolved: {
    zh: ['如果还没有解决，我可以请人工客服接着帮您。', '还不行的话，我请人工客服来接着处理，好吗？'],
    en: [
      'If this still doesn’t help, I can bring in a person.',
      'If that doesn’t settle it, shall I bring in a person?',
    ],
  },
} satisfies Record<string, Phrasings>;
