import type { Phrasings } from './manner.ts';

/** How a feeling is met: with the trouble named, with its matter named, or in general. */
export interface Acknowledgements {
  /** `{trouble}` is a clause: 「包裹三天没动」. In English `{Trouble}` begins the sentence. */
  readonly trouble: Phrasings;
  /** `{matter}` is one of `matterWord`. */
  readonly matter: Phrasings;
  readonly plain: Phrasings;
}

/** The first time: with the one apology. */
const angry: Acknowledgements = {
  trouble: {
    zh: [
      '{trouble}，给您添麻烦了，非常抱歉。',
      '{trouble}，换谁都会不满，很抱歉。',
      '{trouble}，耽误您的事了，抱歉。',
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
      '{matter}的事让您费神了，抱歉。',
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
      'Things went badly with {matter}, and I’m sorry.',
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
      'Having trouble with {matter} is not easy. Let’s take it step by step.',
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
      'With {matter}, this is understandably a surprise.',
      'You expected something else with {matter}, I see.',
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

/** For who tells of a death: before any matter, and never as a claim to feel. */
export const bereavedText: Phrasings = {
  zh: ['请您节哀。', '请您节哀，多保重。', '请节哀，这件事交给我来看。'],
  en: ['My condolences on your loss.', 'Please accept our condolences.', 'Our condolences on your loss.'],
};

/** By feeling: the first time, and once it has been met in this conversation (or the apology has been made). */
export const acknowledgementText = {
  angry: { first: angry, again: stillAngry },
  anxious: { first: anxious, again: stillAnxious },
  sad: { first: sad, again: stillSad },
  surprised: { first: surprised, again: surprised },
} as const;
