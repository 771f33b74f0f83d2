import type { Language } from '../terms/language.ts';

/** Several ways to say one thing, so that nobody hears the same sentence twice in a row. */
export type Phrasings = Readonly<Record<Language, readonly string[]>>;

/** How a feeling is met: with the trouble named, with its matter named, or in general. */
export interface Acknowledgements {
  /** `{trouble}` is a clause: 「包裹三天没动」. In English `{Trouble}` begins the sentence. */
  readonly trouble: Phrasings;
  /** `{matter}` is one of `matterWord`. */
  readonly matter: Phrasings;
  readonly plain: Phrasings;
}

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

/** The first time: with the one apology. */
const angry: Acknowledgements = {
  trouble: {
    zh: [
      '{trouble}，给您添麻烦了，非常抱歉。',
      '{trouble}，换谁都会不满，很抱歉。',
      '{trouble}，耽误您的事了，对不起。',
      '您反映的情况我看到了：{trouble}。非常抱歉。',
    ],
    en: [
      '{Trouble} – I’m sorry about that.',
      'I’m sorry that {trouble}.',
      '{Trouble}. Nobody should have to put up with that – I’m sorry.',
      'I see what happened: {trouble}. I’m sorry.',
    ],
  },
  matter: {
    zh: [
      '{matter}的事给您添麻烦了，非常抱歉。',
      '{matter}的事没让您满意，很抱歉。',
      '{matter}的事让您费神了，对不起。',
    ],
    en: [
      'I’m sorry about the trouble with {matter}.',
      'Things went wrong with {matter} for you, and I’m sorry.',
      'This is not how it should go with {matter} – I’m sorry.',
    ],
  },
  plain: {
    zh: ['给您添麻烦了，非常抱歉。', '没让您满意，很抱歉。', '您的不满我看到了，很抱歉。'],
    en: [
      'I’m sorry about the trouble.',
      'This is not the service you expected, and I’m sorry.',
      'You have every reason to complain – I’m sorry.',
    ],
  },
};

/** Once the apology has been made: no second one, straight to the point. */
const stillAngry: Acknowledgements = {
  trouble: {
    zh: ['明白，现在的问题是{trouble}。', '{trouble}，您说的我都看到了。', '看到了，{trouble}，不绕弯子。'],
    en: [
      'Understood: {trouble}.',
      '{Trouble} – I’ve got that.',
      'I see – {trouble}. Straight to the point, then.',
    ],
  },
  matter: {
    zh: [
      '明白，{matter}的事还要接着处理。',
      '{matter}的事，您说的我都看到了。',
      '好，还是{matter}的事，不绕弯子。',
    ],
    en: [
      'Understood, this is still about {matter}.',
      'I see that {matter} is not settled for you yet.',
      'Right – about {matter}, straight to the point.',
    ],
  },
  plain: {
    zh: ['您说的我都看到了。', '明白，问题还没有解决。', '好，不绕弯子。'],
    en: ['I see that this is not settled yet.', 'Understood.', 'Right, straight to the point.'],
  },
};

const anxious: Acknowledgements = {
  trouble: {
    zh: ['{trouble}，换谁都会着急。', '{trouble}，您着急是应该的。', '看到了，{trouble}，这事急。'],
    en: [
      '{Trouble} – anybody would want a clear answer quickly.',
      'I see: {trouble}. That is urgent.',
      '{Trouble}, and time matters.',
    ],
  },
  matter: {
    zh: ['知道您着急{matter}的事。', '{matter}的事急，我明白。', '{matter}的事拖着，换谁都会着急。'],
    en: [
      'I see that {matter} is urgent for you.',
      'Time matters with {matter}, I see.',
      'You need a clear answer about {matter}, and quickly.',
    ],
  },
  plain: {
    zh: ['知道您着急。', '您着急，我明白。', '这事急，我明白。'],
    en: ['I see that this is urgent.', 'Time matters here, I see.', 'You need a clear answer quickly.'],
  },
};

const stillAnxious: Acknowledgements = {
  trouble: {
    zh: ['明白，{trouble}，您还在着急等着。', '{trouble}，这事还急着。', '知道还急着：{trouble}。'],
    en: [
      'Still waiting, I see: {trouble}.',
      '{Trouble} – still urgent, so on we go.',
      'Understood: {trouble}, and it cannot wait.',
    ],
  },
  matter: {
    zh: ['知道{matter}的事还急着。', '明白，{matter}的事您还在着急等。', '{matter}的事急，我接着说。'],
    en: [
      '{Matter} is still urgent, I see.',
      'Understood – about {matter}, and quickly.',
      'Still about {matter}, so on we go.',
    ],
  },
  plain: {
    zh: ['知道您还着急。', '明白，时间很急。', '这事急，我接着说。'],
    en: ['Still urgent, I see.', 'Understood, and quickly.', 'I see that you are still waiting.'],
  },
};

const sad: Acknowledgements = {
  trouble: {
    zh: [
      '{trouble}，让您失望了，很抱歉。',
      '{trouble}，换谁心里都不好受，抱歉。',
      '{trouble}，难为您了，很抱歉。',
    ],
    en: [
      '{Trouble} – that is a real disappointment, and I’m sorry.',
      'I’m sorry that {trouble}. You were looking forward to something better.',
      '{Trouble}. That is hard on you, and I’m sorry.',
    ],
  },
  matter: {
    zh: [
      '{matter}的事让您失望了，很抱歉。',
      '{matter}的事难为您了，抱歉。',
      '{matter}的事没让您顺心，很抱歉。',
    ],
    en: [
      'I’m sorry that you were let down with {matter}.',
      'It went badly with {matter}, and I’m sorry.',
      'You deserved better with {matter} – I’m sorry.',
    ],
  },
  plain: {
    zh: ['让您失望了，很抱歉。', '遇到这样的事确实不好受，抱歉。', '难为您了，很抱歉。'],
    en: [
      'I’m sorry that you were let down.',
      'That is hard, and I’m sorry.',
      'You deserved better – I’m sorry.',
    ],
  },
};

const stillSad: Acknowledgements = {
  trouble: {
    zh: [
      '{trouble}，确实不容易，我们一步一步来。',
      '明白，{trouble}，难为您了。',
      '{trouble}，我们接着想办法。',
    ],
    en: [
      '{Trouble} – that is not easy. Let’s take it step by step.',
      'I see: {trouble}. Let’s go on together.',
      'Understood: {trouble}. One thing at a time.',
    ],
  },
  matter: {
    zh: [
      '{matter}的事确实不容易，我们一步一步来。',
      '明白，{matter}的事难为您了。',
      '{matter}的事，我们接着想办法。',
    ],
    en: [
      'It is not easy with {matter}. Let’s take it step by step.',
      'I see how it stands with {matter}. Let’s go on together.',
      'About {matter}: one thing at a time.',
    ],
  },
  plain: {
    zh: ['确实不容易，我们一步一步来。', '我在，我们接着看。', '不急，我们一件一件来。'],
    en: [
      'That is not easy. Let’s take it step by step.',
      'I’m here – let’s go on together.',
      'No rush: one thing at a time.',
    ],
  },
};

const surprised: Acknowledgements = {
  trouble: {
    zh: ['{trouble}，确实容易让人意外。', '{trouble}，觉得意外很正常。', '明白，{trouble}，您没想到会这样。'],
    en: [
      '{Trouble} – that does come as a surprise.',
      'I see why this is unexpected: {trouble}.',
      '{Trouble}: not what anybody expects.',
    ],
  },
  matter: {
    zh: [
      '{matter}的事，您觉得意外很正常。',
      '{matter}的事确实容易让人意外。',
      '明白，{matter}的事和您想的不一样。',
    ],
    en: [
      'It is understandable that this surprises you about {matter}.',
      'This does come as a surprise with {matter}.',
      'I see why this is unexpected with {matter}.',
    ],
  },
  plain: {
    zh: ['您觉得意外很正常。', '这确实容易让人意外。', '明白，这和您想的不一样。'],
    en: [
      'It is understandable that this surprises you.',
      'This does come as a surprise.',
      'I see why this is unexpected.',
    ],
  },
};

/** By feeling: the first time, and once it has been met in this conversation (or the apology has been made). */
export const acknowledgementText = {
  angry: { first: angry, again: stillAngry },
  anxious: { first: anxious, again: stillAnxious },
  sad: { first: sad, again: stillSad },
  surprised: { first: surprised, again: surprised },
} as const;

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
      'Ask on if there is more you need to know, or ask for a person at any time.',
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
