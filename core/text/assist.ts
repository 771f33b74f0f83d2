import type { Bilingual } from '../terms/language.ts';

/** How to meet the customer's mood: for the agent, never for the customer. */
export const toneText = {
  'self-harm': {
    zh: '客户可能想伤害自己。先问安全，不谈规则，不要独自处理，立刻叫上主管。',
    en: 'The customer may be thinking of harming themselves. Ask whether they are safe, leave the rules aside, and call your lead at once.',
  },
  safety: {
    zh: '有人身安全的风险。先让客户停用并离开危险，再谈怎么处理。',
    en: 'Somebody may be in danger. First have them stop using it and get to safety; the rest comes after.',
  },
  'legal-threat': {
    zh: '客户提到了法律途径。只说事实和下一步，不评判，不许诺结果，并告诉主管。',
    en: 'The customer speaks of legal steps. Keep to facts and what happens next, judge nothing, promise no outcome, and tell your lead.',
  },
  press: {
    zh: '客户提到要曝光。只说已经确认的事实，不争辩，并告诉主管。',
    en: 'The customer speaks of going public. Say only what is confirmed, do not argue, and tell your lead.',
  },
  abuse: {
    zh: '对方在骂人。只回应事情，不回应骂声；如果继续，可以请主管接手。',
    en: 'They are abusive. Answer the issue, not the insults; if it goes on, your lead can take over.',
  },
  'angry-waited': {
    zh: '客户在气头上，而且等了很久。先承认等待，再说结果，不要解释原因。',
    en: 'The customer is angry and has waited long. Own the wait first, then give the result; do not explain why.',
  },
  'angry-rising': {
    zh: '客户越来越生气。一句话承认问题，马上说你现在做什么、几点前有结果。',
    en: 'The customer is getting angrier. Own the problem in one sentence, then say what you are doing now and by when.',
  },
  angry: {
    zh: '客户在生气。先承认发生的事，再给结果；不讲规定，不用感叹号和表情。',
    en: 'The customer is angry. Own what happened, then give the result; no rules first, no exclamation marks or emoji.',
  },
  'anxious-waited': {
    zh: '客户着急，而且等了一会儿。先说现在进展到哪里，再给一个确切的时间。',
    en: 'The customer is worried and has waited. Say where things stand, then give an exact time.',
  },
  anxious: {
    zh: '客户着急。先说结论和确切的时间，一次只让客户做一件事。',
    en: 'The customer is worried. Give the conclusion and an exact time first, and ask for one thing at a time.',
  },
  sad: {
    zh: '客户很难受。先用一句话表示听到了，再慢慢说怎么办，不用轻快的语气。',
    en: 'The customer is unhappy. Show in one sentence that you heard them, then go through what to do; keep the tone quiet.',
  },
  eased: {
    zh: '客户的情绪在好转。照这样说下去，确认事情办好了再结束。',
    en: 'The customer is calming down. Keep going like this, and make sure that it is solved before you close.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Warnings about a draft: for the agent. */
export const draftWarningText = {
  contradiction: {
    zh: '这句话和现行规定不一致。',
    en: 'This contradicts what is published and in force.',
  },
  'beyond-policy': {
    zh: '这是规定里没有的保证。',
    en: 'This promises more than the policy does.',
  },
  'unknown-figure': {
    zh: '现行规定里没有这个数字，请核对。',
    en: 'This figure is not in the clause in force. Please check it.',
  },
  'expired-clause': {
    zh: '这是已经失效的旧规定。',
    en: 'This quotes a clause that is no longer in force.',
  },
  'not-yet-in-force': {
    zh: '这条规定还没有生效。',
    en: 'This clause is not in force yet.',
  },
  'internal-text': {
    zh: '这段话出自内部资料，不能发给客户。',
    en: 'These words are from internal knowledge and are not for customers.',
  },
  'foreign-data': {
    zh: '这个号码不在本会话里，可能是别的客户的信息。',
    en: 'This number is not from this conversation. It may belong to another customer.',
  },
  placeholder: {
    zh: '这里还有没填的内容。',
    en: 'Something is still to be filled in here.',
  },
  'unfit-tone': {
    zh: '客户心情不好，这样说会显得轻率。',
    en: 'The customer is upset; this will sound careless.',
  },
  blame: {
    zh: '这样说像是在责怪客户。',
    en: 'This sounds as if it were the customer’s own fault.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Names of what is known of a customer. */
export const factsOfContact = {
  customer: { zh: '客户', en: 'Customer' },
  product: { zh: '涉及产品', en: 'Product' },
  thisMessage: { zh: '这条消息', en: 'This message' },
  names: {
    tier: { zh: '会员等级', en: 'Tier' },
    plan: { zh: '套餐', en: 'Plan' },
    city: { zh: '城市', en: 'City' },
    device: { zh: '设备', en: 'Device' },
    model: { zh: '型号', en: 'Model' },
    since: { zh: '首次下单', en: 'Customer since' },
  },
} as const satisfies Readonly<Record<'customer' | 'product' | 'thisMessage', Bilingual>> & {
  readonly names: Readonly<Record<string, Bilingual>>;
};

/** Words around what is put before the agent for the customer. */
export const assistWords = {
  nextStep: { zh: '接下来请您{step}，好了告诉我一声。', en: 'Next: {step}. Tell me when that is done.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Why a model's words are not there to be used, and what to do: for the agent. */
export const writingFailureText = {
  'model-timeout': {
    zh: '模型没有在时限内写完，请再试一次或自己写。',
    en: 'The model did not finish in time. Try again or write it yourself.',
  },
  'model-overloaded': {
    zh: '模型服务正忙，请过一会儿再试。',
    en: 'The model is busy. Please try again in a moment.',
  },
  'model-error': {
    zh: '模型服务出错了，请再试一次或自己写。',
    en: 'The model failed. Try again or write it yourself.',
  },
  'model-broken-stream': {
    zh: '写到一半断开了，请再试一次。',
    en: 'The connection broke midway. Please try again.',
  },
  'model-empty': { zh: '模型什么也没写，请再试一次。', en: 'The model wrote nothing. Please try again.' },
  'model-refused-key': {
    zh: '模型服务拒绝了密钥，请联系管理员。',
    en: 'The model refused its key. Please tell an administrator.',
  },
  'model-no-answer': {
    zh: '知识库里没有能回答这个问题的内容。',
    en: 'Nothing in the knowledge base answers this.',
  },
  'model-too-long': { zh: '写得太长，没有采用。', en: 'It became too long and was not used.' },
  'model-claimed-action': {
    zh: '它声称办了没有办的事，没有采用。',
    en: 'It claimed to have done what was not done, and was not used.',
  },
  'model-foreign-link': {
    zh: '它写了来源里没有的网址，没有采用。',
    en: 'It gave an address that no source has, and was not used.',
  },
  'model-hidden-data': {
    zh: '它写了隐去的个人信息的占位，没有采用。',
    en: 'It wrote the place of personal data that had been taken out, and was not used.',
  },
  'model-ungrounded': {
    zh: '它写的与来源无关，没有采用。',
    en: 'It did not rest on the sources and was not used.',
  },
  'model-nonsense': { zh: '它写的读不通，没有采用。', en: 'It made no sense and was not used.' },
  'model-no-citation': { zh: '它没有标明出处，没有采用。', en: 'It named no source and was not used.' },
  'model-unknown-source': {
    zh: '它引用了没有给它的来源，没有采用。',
    en: 'It cited a source that it was not given, and was not used.',
  },
  'model-unsupported-figure': {
    zh: '它写了来源里没有的数字，没有采用。',
    en: 'It gave a figure that no source has, and was not used.',
  },
  'model-changed-figures': {
    zh: '改写后数字变了，没有采用。',
    en: 'The figures changed, so it was not used.',
  },
  'model-changed-negation': {
    zh: '改写后“不”变成了“是”，或者反过来，没有采用。',
    en: 'A no became a yes or the other way round, so it was not used.',
  },
  'model-lost-name': {
    zh: '改写后型号或名称丢了，没有采用。',
    en: 'A model or name was lost, so it was not used.',
  },
  'model-wrong-language': {
    zh: '它没有用要求的语言，没有采用。',
    en: 'It was not in the language asked for, and was not used.',
  },
  'model-not-shorter': {
    zh: '改写后没有变短，没有采用。',
    en: 'It did not become shorter and was not used.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
