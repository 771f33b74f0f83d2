import type { Decision, Disposition, NoticeCode } from '../terms/event.ts';
import type { HandoffReason, HandoffReasonCode } from '../terms/handoff-reason.ts';
import type { Bilingual, Language } from '../terms/language.ts';
import type { DisagreementMatter, Emotion } from '../terms/perception.ts';
import { fill } from './fill.ts';
import { handoffFactorWord } from './handoff-factors.ts';

/** Why a conversation went to a human, short enough for a chip. */
export const handoffReasonChip: Readonly<Record<HandoffReasonCode, Bilingual>> = {
  'customer-asked': { zh: '客户要求人工', en: 'Asked for a person' },
  'no-progress': { zh: '连续几次没答上', en: 'No progress' },
  'repeated-question': { zh: '重复提问', en: 'Asked again' },
  'low-confidence': { zh: '把握不足', en: 'Not sure enough' },
  'nothing-known': { zh: '知识库没有', en: 'Nothing known' },
  anger: { zh: '情绪转怒', en: 'Getting angry' },
  'long-conversation': { zh: '聊得太久', en: 'Taking too long' },
  predicted: { zh: '多半需要人工', en: 'Likely needs a person' },
  'second-opinion': { zh: '规则与模型看法不同', en: 'Rules and model differ' },
  'model-failed': { zh: '模型故障', en: 'Model failed' },
  'agent-transferred': { zh: '同事转接', en: 'Transferred' },
  'agent-silent': { zh: '坐席超时未回', en: 'No reply in time' },
  'agent-left': { zh: '坐席已离线', en: 'Agent went offline' },
  'customer-returned': { zh: '结束后又来', en: 'Came back' },
  rule: { zh: '按规则转人工', en: 'By a rule' },
  complaint: { zh: '投诉', en: 'Complaint' },
  'refund-dispute': { zh: '退款纠纷', en: 'Refund dispute' },
  'legal-threat': { zh: '法律风险', en: 'Legal threat' },
  'self-harm': { zh: '自伤风险', en: 'Self-harm risk' },
  safety: { zh: '人身安全', en: 'Safety' },
  press: { zh: '媒体曝光', en: 'Going public' },
  abuse: { zh: '辱骂', en: 'Abuse' },
};

/** The chip of a reason; that of a rule says which one. */
export function handoffReasonChipOf(reason: HandoffReason, language: Language): string {
  return reason.code === 'rule' && reason.rule
    ? reason.rule.name[language]
    : handoffReasonChip[reason.code][language];
}

const twice = (sentence: Bilingual): readonly [Bilingual, Bilingual] => [sentence, sentence];

/** A sentence for each reason: the first with its figures, the second for when they were not recorded. */
const handoffReasonSentences: Readonly<Record<HandoffReasonCode, readonly [Bilingual, Bilingual]>> = {
  'customer-returned': twice({
    zh: '会话刚结束客户又来消息，优先回到原坐席。',
    en: 'The customer wrote again soon after the end; the same agent is asked first.',
  }),
  'customer-asked': [
    { zh: '客户主动要求人工服务。', en: 'The customer asked for a person.' },
    { zh: '客户主动要求人工服务。', en: 'The customer asked for a person.' },
  ],
  'no-progress': [
    {
      zh: '连续 {turns} 轮没有帮上客户（达到 {threshold} 轮就转人工）。',
      en: '{turns} turns in a row brought the customer no further (the limit is {threshold}).',
    },
    { zh: '连续几轮没有帮上客户。', en: 'Several turns in a row brought the customer no further.' },
  ],
  'repeated-question': [
    {
      zh: '客户重复了 {times} 次之前的问题（达到 {threshold} 次就转人工）。',
      en: 'The customer repeated an earlier question {times} {times|time|times} (the limit is {threshold}).',
    },
    { zh: '客户换着说法问同一个问题。', en: 'The customer asked the same thing again in other words.' },
  ],
  'low-confidence': [
    {
      zh: '最接近的答案把握只有 {confidence}，低于 {threshold}。',
      en: 'The closest answer reached only {confidence} confidence, below {threshold}.',
    },
    { zh: '找到的答案把握不足。', en: 'The closest answer was not sure enough.' },
  ],
  'nothing-known': [
    {
      zh: '知识库里没有相关内容（最高相关度 {confidence}）。',
      en: 'The knowledge base has nothing on this (best match {confidence}).',
    },
    { zh: '知识库里没有相关内容。', en: 'The knowledge base has nothing on this.' },
  ],
  anger: [
    {
      zh: '客户情绪强度 {intensity}，达到 {threshold} 就转人工。',
      en: 'The customer’s anger reached {intensity}; the limit is {threshold}.',
    },
    { zh: '客户明显生气了。', en: 'The customer is clearly angry.' },
  ],
  'long-conversation': [
    {
      zh: '和助手已经聊了 {turns} 轮、{minutes} 分钟，还没有解决。',
      en: '{turns} turns and {minutes} minutes with the assistant without a solution.',
    },
    { zh: '和助手聊得太久，还没有解决。', en: 'A long time with the assistant without a solution.' },
  ],
  predicted: [
    {
      zh: '综合来看需要人工的可能性是 {probability}（达到 {threshold} 就转人工）。',
      en: 'All in all, a person is needed with {probability} probability (the limit is {threshold}).',
    },
    { zh: '综合来看多半需要人工。', en: 'All in all, a person is likely needed.' },
  ],
  'second-opinion': twice({
    zh: '模型对这句话的理解和规则不同。',
    en: 'The model understands this message otherwise than the rules.',
  }),
  'model-failed': [
    { zh: '模型没有给出可用的回答。', en: 'The model gave no usable answer.' },
    { zh: '模型没有给出可用的回答。', en: 'The model gave no usable answer.' },
  ],
  'agent-transferred': [
    { zh: '同事转接过来的会话。', en: 'A colleague transferred this conversation.' },
    { zh: '同事转接过来的会话。', en: 'A colleague transferred this conversation.' },
  ],
  'agent-silent': [
    {
      zh: '接手的坐席 {minutes} 分钟没有回复，会话回到队列。',
      en: 'The agent did not reply for {minutes} minutes, so it came back to the queue.',
    },
    { zh: '接手的坐席没有按时回复，会话回到队列。', en: 'The agent did not reply in time, so it came back.' },
  ],
  'agent-left': [
    { zh: '接手的坐席离线了，会话回到队列。', en: 'The agent went offline, so it came back to the queue.' },
    { zh: '接手的坐席离线了，会话回到队列。', en: 'The agent went offline, so it came back to the queue.' },
  ],
  rule: twice({ zh: '按规则由人工接待。', en: 'A rule says that a person serves.' }),
  complaint: twice({ zh: '客户要投诉。', en: 'The customer complains.' }),
  'refund-dispute': twice({
    zh: '客户在退款或赔偿上有争议。',
    en: 'There is a dispute about a refund or compensation.',
  }),
  'legal-threat': twice({
    zh: '客户提到监管、法律途径或报警。',
    en: 'The customer speaks of authorities, the law or the police.',
  }),
  'self-harm': twice({
    zh: '客户的话里有自伤的迹象，请马上关心。',
    en: 'The words sound like self-harm. Please look after them at once.',
  }),
  safety: twice({ zh: '可能有人受伤或有危险。', en: 'Somebody may be hurt or in danger.' }),
  press: twice({
    zh: '客户说要公开曝光，或是媒体来访。',
    en: 'The customer speaks of going public, or is from the press.',
  }),
  abuse: twice({ zh: '客户在辱骂。', en: 'The customer is abusive.' }),
};

/** Figures that are shares from 0 to 1 and read better as a percentage. */
const shares = new Set(['confidence', 'intensity', 'similarity', 'share', 'probability']);

/** A share from 0 to 1 as people read it: `0.314` → `31%`. */
export function asPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function readable(figures: Readonly<Record<string, number>>): Record<string, string> {
  const isShare = Object.keys(figures).some((name) => shares.has(name));
  const entries = Object.entries(figures).map(([name, value]) => {
    const percent = shares.has(name) || (name === 'threshold' && isShare && value <= 1);
    return [name, percent ? asPercent(value) : String(Math.round(value * 10) / 10)] as const;
  });
  return Object.fromEntries(entries);
}

/** The reason as a sentence with the figures that it rests on filled in. */
export function handoffReasonSentence(reason: HandoffReason, language: Language): string {
  if (reason.code === 'rule' && reason.rule) {
    const { name } = reason.rule;
    return language === 'zh'
      ? `规则「${name.zh}」：由人工接待。`
      : `The rule “${name.en}” says that a person serves.`;
  }
  const [withFigures, plain] = handoffReasonSentences[reason.code];
  const sentence = fill(withFigures[language], readable(reason.figures ?? {}));
  const whole = /\{\w+\}/.test(sentence) ? plain[language] : sentence;
  return whole + factorsOf(reason, language) + mattersOf(reason, language);
}

/** What rules and model may see differently, as it stands in a sentence. */
export const disagreementWord: Readonly<Record<DisagreementMatter, Bilingual>> = {
  wish: { zh: '客户要不要人工', en: 'whether a person is asked for' },
  need: { zh: '需不需要人工', en: 'whether a person is needed' },
  mood: { zh: '客户的情绪', en: 'the mood' },
  risk: { zh: '有没有风险', en: 'the risk' },
  intent: { zh: '客户想办的事', en: 'what is wanted' },
};

function mattersOf({ matters = [] }: HandoffReason, language: Language): string {
  const words = matters.flatMap((matter) => disagreementWord[matter]?.[language] ?? []);
  if (words.length === 0) return '';
  return language === 'zh' ? `分歧在于：${words.join('、')}。` : ` They differ on ${words.join(', ')}.`;
}

/** What a prediction rests on most, as a sentence of its own behind a space where the language has one. */
function factorsOf({ factors = [] }: HandoffReason, language: Language): string {
  const words = factors.flatMap((factor) => handoffFactorWord[factor]?.[language] ?? []);
  if (words.length === 0) return '';
  return language === 'zh' ? `主要因为：${words.join('、')}。` : ` Mainly because ${words.join(', ')}.`;
}

export const emotionWord: Readonly<Record<Emotion, Bilingual>> = {
  angry: { zh: '生气', en: 'Angry' },
  anxious: { zh: '着急', en: 'Anxious' },
  sad: { zh: '难过', en: 'Sad' },
  surprised: { zh: '意外', en: 'Surprised' },
  pleased: { zh: '满意', en: 'Pleased' },
  neutral: { zh: '平静', en: 'Calm' },
};

export const decisionWord: Readonly<Record<Decision, Bilingual>> = {
  answer: { zh: '回答', en: 'Answered' },
  clarify: { zh: '追问', en: 'Asked back' },
  'offer-human': { zh: '提议人工', en: 'Offered a person' },
  'hand-off': { zh: '转人工', en: 'Handed over' },
  'small-talk': { zh: '寒暄', en: 'Small talk' },
};

export const dispositionWord: Readonly<Record<Disposition, Bilingual>> = {
  solved: { zh: '已解决', en: 'Solved' },
  'solved-with-follow-up': { zh: '已解决，需跟进', en: 'Solved, follow-up needed' },
  'not-solved': { zh: '未解决', en: 'Not solved' },
  'no-reply': { zh: '客户未再回复', en: 'Customer stopped replying' },
  spam: { zh: '无效会话', en: 'Spam' },
};

/** What the system itself told a waiting customer, as the desk's timeline words it. */
export const noticeWord: Readonly<Record<NoticeCode, Bilingual>> = {
  'nobody-online': { zh: '已告知客户：暂时没有坐席在线', en: 'Told the customer that nobody is online' },
  'still-waiting': { zh: '已告知客户：仍在排队', en: 'Told the customer that the wait goes on' },
  'agent-changed': { zh: '已告知客户：正在换一位同事', en: 'Told the customer that a colleague takes over' },
  'answer-delayed': { zh: '已告知客户：回答会晚一点', en: 'Told the customer that the answer is late' },
  closed: { zh: '已告知客户：现在不在服务时间', en: 'Told the customer that we are closed now' },
  'message-taken': { zh: '已告知客户：留言收到', en: 'Told the customer that the message was taken' },
};
