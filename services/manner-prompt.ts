import { isStrained, leastFelt } from '../core/manner/feeling.ts';
import type { Manner, MannerFacts } from '../core/manner/manner-for.ts';
import type { Language } from '../core/terms/language.ts';

/** What holds in every mood. */
const always: Readonly<Record<Language, string>> = {
  zh: '不说自己有感受（如“我很难过”“我理解您的心情”“感同身受”“很高兴为您服务”）；不说客户有错，不说“我刚才说过”；不用“一定”“保证”“绝对”这类资料里没有的话。',
  en: 'Never claim to feel anything (“I’m sad to hear”, “I understand your frustration”, “happy to help”). Never say that the customer is at fault or was told before. No “definitely”, “guarantee” or “I promise” unless the passages say so.',
};

const byTone: Readonly<Record<Manner['style']['tone'], Readonly<Record<Language, string>>>> = {
  plain: { zh: '', en: '' },
  brief: {
    zh: '客户正在生气。第一句承认对方遇到的事，不辩解；接着直接给办法。',
    en: 'The customer is angry. The first sentence acknowledges what happened, without excuses; then the solution at once.',
  },
  calm: {
    zh: '客户正着急。第一句承认这事急；接着先说确定的结论和时间，再说怎么做。不说“别着急”。',
    en: 'The customer is worried. The first sentence acknowledges that it is urgent; then what is certain and how long it takes, then what to do. Do not say “don’t worry”.',
  },
  warm: {
    zh: '客户很失落。第一句体谅对方的处境，语气温和，不开玩笑；接着给办法。',
    en: 'The customer is let down. The first sentence acknowledges how hard it is, warmly and without jokes; then the solution.',
  },
  explaining: {
    zh: '客户感到意外。第一句承认这容易让人意外；接着平实地解释原因和规则。',
    en: 'The customer is surprised. The first sentence acknowledges that this is unexpected; then explain plainly why.',
  },
  light: {
    zh: '客户心情不错。回答简短、亲切，不客套。',
    en: 'The customer is in a good mood. Be short and friendly, without ceremony.',
  },
};

const strained: Readonly<Record<Language, string>> = {
  zh: '句子要短，总共不超过 120 字；有步骤就用 1. 2. 3. 列出。不用感叹号、表情和“亲”，不夸问题，不说“祝您愉快”。结尾不用客套，接下来怎么办由系统补上。',
  en: 'Short sentences, under 80 words in all; number steps 1. 2. 3. No exclamation marks, no emoji, no praise of the question, no “have a nice day”. No closing courtesy: what happens next is added by the system.',
};

/** The manner of the answer as instructions for a model. The trouble is made of known words only, so it is safe here. */
export function mannerInstructions(
  facts: MannerFacts,
  { tone, apologises }: Manner['style'],
  language: Language,
): string {
  const isMet = tone !== 'plain' && tone !== 'light' && facts.intensity >= leastFelt;
  const trouble = facts.trouble;
  const lines = [
    byTone[tone][language],
    isMet && trouble !== null
      ? language === 'zh'
        ? `第一句里点明这件事：${trouble}。`
        : `Name it in the first sentence: ${trouble}.`
      : '',
    sorry(language, apologises, facts.apologisedBefore),
    isStrained(facts) ? strained[language] : '',
    always[language],
  ];
  const title = language === 'zh' ? '语气：' : 'Manner:';
  return `${title}\n${lines
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n')}`;
}

function sorry(language: Language, apologises: boolean, apologisedBefore: boolean): string {
  if (apologisedBefore)
    return language === 'zh'
      ? '前面已经道过歉，不要再道歉。'
      : 'Sorry was said before; do not apologise again.';
  if (!apologises) return '';
  return language === 'zh' ? '道歉一次，只说一次。' : 'Say sorry once, and only once.';
}
