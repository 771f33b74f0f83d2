import type { ArticleTrouble } from '../terms/article-trouble.ts';
import type { Bilingual } from '../terms/language.ts';
import type { QuestionCause } from '../terms/question-outcome.ts';

/** Words of the console's insights: what all conversations say together. */
export const insightText = {
  insights: { zh: '洞察', en: 'Insights' },
  lead: {
    zh: '从全部会话里看：哪些没答好、什么突然变多、客户想要什么、哪些文章该改。',
    en: 'What all conversations add up to: questions left without a good answer, sudden rises, unmet wishes, and articles that need attention.',
  },
  pages: { zh: '洞察的分页', en: 'Pages of insights' },
  gaps: { zh: '知识缺口', en: 'Gaps' },
  rising: { zh: '正在上升', en: 'Rising' },
  wanted: { zh: '想要却没有', en: 'Wanted' },
  health: { zh: '文章体检', en: 'Article health' },
  period: { zh: '时间范围', en: 'Period' },
  days: { zh: '近 {count} 天', en: '{count} days' },
  gapsLead: {
    zh: '没答上或没答好的问题，问法不同、意思相同的归在一起。花掉坐席时间最多的排在前面。',
    en: 'Questions without a good answer, grouped by what they ask. The groups that took the most agent time come first.',
  },
  gapsSum: {
    zh: '{gaps} 个缺口 · {questions} 次提问 · 坐席花了 {time}，约合 {money}',
    en: '{gaps} {gaps|gap|gaps} · asked {questions} {questions|time|times} · {time} of agent time, about {money}',
  },
  gapsSumFree: {
    zh: '{gaps} 个缺口 · {questions} 次提问 · 还没有占用坐席',
    en: '{gaps} {gaps|gap|gaps} · asked {questions} {questions|time|times} · no agent was needed yet',
  },
  rate: { zh: '按坐席每小时 {rate} 计', en: 'At {rate} per agent hour' },
  rateAssumed: { zh: '（假设值，请改成你们的）', en: ' (an assumption; set your own)' },
  setRate: { zh: '修改', en: 'Change' },
  rateTitle: { zh: '坐席每小时的成本', en: 'What an agent hour costs' },
  rateHint: { zh: '只用来估算缺口花的钱，不影响别的。', en: 'Used only to estimate what gaps cost.' },
  rateAmount: { zh: '金额', en: 'Amount' },
  rateCurrency: { zh: '货币符号', en: 'Currency sign' },
  asked: { zh: '{count} 次没答好', en: '{count} without a good answer' },
  ofAsked: { zh: '共问过 {count} 次', en: 'of {count} asked' },
  more: { zh: '比上期多 {count}', en: '{count} more than before' },
  fewer: { zh: '比上期少 {count}', en: '{count} fewer than before' },
  same: { zh: '与上期持平', en: 'same as before' },
  new: { zh: '上期没有', en: 'new this period' },
  agentTime: { zh: '坐席 {time}', en: '{time} of agent time' },
  noCost: { zh: '未转到坐席', en: 'no agent was needed' },
  examples: { zh: '客户原话', en: 'In customers’ words' },
  openExample: { zh: '打开这条会话：{text}', en: 'Open the conversation: {text}' },
  trendLabel: { zh: '趋势：{values}', en: 'Trend: {values}' },
  write: { zh: '写成文章', en: 'Write article' },
  openDraft: { zh: '打开草稿', en: 'Open draft' },
  openArticle: { zh: '打开文章', en: 'Open article' },
  dismiss: { zh: '忽略', en: 'Dismiss' },
  dismissLabel: { zh: '忽略：{name}', en: 'Dismiss: {name}' },
  dismissTitle: { zh: '忽略「{name}」？', en: 'Dismiss “{name}”?' },
  dismissBody: { zh: '以后不再列出。原因会记下来。', en: 'It is not listed again. The reason is kept.' },
  dismissAlertBody: {
    zh: '这条提醒会结束，同一件事一天内不再提醒。',
    en: 'The alert ends, and the same topic raises none for a day.',
  },
  reasonKnown: { zh: '已经在处理', en: 'Already being handled' },
  reasonScope: { zh: '不在我们的服务范围', en: 'Outside what we offer' },
  reasonNoise: { zh: '不是一件事，归类不对', en: 'Grouped wrongly: not one topic' },
  reasonExpected: { zh: '意料之中（活动、上新……）', en: 'Expected (a promotion, a launch …)' },
  reasonOther: { zh: '补充说明（选填）', en: 'Anything to add (optional)' },
  reason: { zh: '原因', en: 'Reason' },
  noGapsTitle: { zh: '这段时间没有知识缺口', en: 'No gaps in this period' },
  noGaps: {
    zh: '客户问了而助手没答上、答了又被追问、转人工或打低分的问题，会归类列在这里，并算出坐席花的时间。',
    en: 'Questions that the assistant could not answer, or that were asked again, handed over or rated low after an answer, are grouped here with the agent time they took.',
  },
  risingLead: {
    zh: '某件事突然问的人多了，几分钟内就会在这里提醒，并附原话和草稿。全站一起变忙不算。',
    en: 'When many customers suddenly ask about one topic, it appears here within minutes, with their words and a draft. A day that is busy all round raises no alert.',
  },
  risingNow: { zh: '现在', en: 'Now' },
  risingPast: { zh: '近七天已平息', en: 'Over, last seven days' },
  noRisingTitle: { zh: '现在没有突然变多的事', en: 'Nothing is rising now' },
  noRising: {
    zh: '每分钟看一次。平常日子里，200 个话题平均每周误报不到一次。',
    en: 'Checked every minute. On ordinary days, 200 topics raise less than one false alert a week.',
  },
  learning: {
    zh: '还在熟悉平常的样子：历史不足一周时，只有非常明显的才会提醒。',
    en: 'Still learning what is usual: with less than a week of history, only the most obvious rises raise an alert.',
  },
  risingCount: { zh: '{total} 人在问', en: '{total} {total|person|people} asking' },
  risingWhy: {
    zh: '{minutes}内 {count} 人，平常约 {expected} 人。{chance}',
    en: '{count} people in {minutes}, usually about {expected}. {chance}',
  },
  chanceRare: {
    zh: '纯属巧合的话，一百年也遇不上一次。',
    en: 'Chance alone would do this less than once in a hundred years.',
  },
  chanceYears: {
    zh: '纯属巧合的话，约 {years} 年才有一次。',
    en: 'Chance alone would do this about once in {years} {years|year|years}.',
  },
  minutes: { zh: '{count} 分钟', en: '{count} minutes' },
  hours: { zh: '{count} 小时', en: '{count} {count|hour|hours}' },
  since: { zh: '始于', en: 'began' },
  until: { zh: '平息于', en: 'over' },
  dismissedBy: { zh: '{name} 已忽略', en: 'dismissed by {name}' },
  acknowledge: { zh: '我来处理', en: 'I’ll take it' },
  acknowledgedBy: { zh: '{name} 在处理', en: '{name} is on it' },
  banner: {
    zh: '{count} 件事正在突然变多：{name}',
    en: '{count} {count|topic is|topics are} rising: {name}',
  },
  see: { zh: '去看看', en: 'Take a look' },
  wantedLead: {
    zh: '客户问有没有、能不能，而知识库里没有提到的商品和服务。按人数排。',
    en: 'Goods and services customers ask for that no article mentions, most wanted first.',
  },
  wantedCount: { zh: '{count} 人想要', en: 'wanted by {count}' },
  noWantedTitle: { zh: '还没有发现没满足的需求', en: 'No unmet wishes yet' },
  noWanted: {
    zh: '客户问「有没有……」「能不能……」，而文章里都没有，就会列在这里。',
    en: 'When people ask “do you have …” or “could you …” and no article has it, it is listed here.',
  },
  seeConversation: { zh: '看会话', en: 'See conversation' },
  healthLead: {
    zh: '看过 {looked} 篇已发布的文章，{count} 篇该管一管。平均 {base} 的回答之后没解决问题。',
    en: '{count} of {looked} published articles need attention. On average, {base} of answers did not help.',
  },
  answeredTimes: { zh: '回答过 {count} 次', en: 'answered {count} {count|time|times}' },
  noTroubleTitle: { zh: '文章都还好', en: 'The articles are fine' },
  noTrouble: {
    zh: '到期、过时、从没用上、答了没解决、互相重复的文章会列在这里。',
    en: 'Articles that are out of date, never used, do not help, or compete with each other are listed here.',
  },
  fails: {
    zh: '{share} 的回答之后没解决（{failed}/{answered}，95% 区间 {low}–{high}，平均 {base}）',
    en: '{share} of its answers did not help ({failed} of {answered}, 95% interval {low}–{high}, average {base})',
  },
  failsParts: {
    zh: '转人工 {handedOver} · 又问一遍 {askedAgain} · 低分 {ratedLow}',
    en: 'handed over {handedOver} · asked again {askedAgain} · rated low {ratedLow}',
  },
  troubleReviewDue: { zh: '到了复查的日子', en: 'Review is due' },
  troubleExpired: { zh: '已过有效期，还在发布', en: 'Past its last day and still published' },
  troubleDate: { zh: '里面的日期「{date}」已经过了', en: 'It names “{date}”, which has passed' },
  troubleMoved: {
    zh: '近四周用到 {recent} 次，此前四周 {before} 次，而文章一直没改',
    en: 'Used {recent} times in four weeks, {before} in the four before, and not changed since',
  },
  troubleUnused: { zh: '发布 {days} 天，一次也没用上', en: 'Published for {days} days and never used' },
  troubleCompetes: {
    zh: '常与《{title}》难分高下（{times} 次），考虑合并',
    en: 'Often ties with “{title}” ({times} times): consider merging',
  },
  saved: { zh: '已保存', en: 'Saved' },
} as const;

/** What showed that a question was not, or badly, answered. */
export const causeWords: Readonly<Record<QuestionCause, Bilingual>> = {
  unknown: { zh: '不知道', en: 'not known' },
  unclear: { zh: '没问清', en: 'not clear' },
  'asked-again': { zh: '又问一遍', en: 'asked again' },
  'not-helped': { zh: '没帮上', en: 'did not help' },
  'mood-fell': { zh: '情绪变差', en: 'mood worsened' },
  'handed-over': { zh: '转了人工', en: 'handed over' },
  'low-rating': { zh: '打了低分', en: 'rated low' },
  corrected: { zh: '坐席纠正', en: 'corrected' },
};

/** Short names of troubles, for the chips. */
export const troubleWords: Readonly<Record<ArticleTrouble['kind'], Bilingual>> = {
  fails: { zh: '没解决', en: 'Does not help' },
  expired: { zh: '已过期', en: 'Expired' },
  'date-passed': { zh: '日期已过', en: 'Date passed' },
  'review-due': { zh: '该复查', en: 'Review due' },
  'matter-moved': { zh: '该更新', en: 'Needs update' },
  competes: { zh: '内容重复', en: 'Overlaps' },
  'never-used': { zh: '没用上', en: 'Never used' },
};
