import type { EventBodies } from '../terms/event.ts';
import type { Bilingual, Language } from '../terms/language.ts';
import type { RoutingExclusion, RoutingFactors } from '../terms/routing.ts';
import type { SlaTarget } from '../terms/sla.ts';

/** What a factor of the routing score says, in a few words. */
export const factorWord: Readonly<Record<keyof RoutingFactors, Bilingual>> = {
  fit: { zh: '技能与语言合适', en: 'Skills and language fit' },
  load: { zh: '手上有空', en: 'Room left' },
  history: { zh: '接待过这位客户', en: 'Knows this customer' },
  idle: { zh: '空闲更久、今天接得少', en: 'Idle longer, fewer today' },
  spare: { zh: '不占用稀缺技能', en: 'Spares rare skills' },
};

/** A language as it is called in a sentence. */
export const languageWord: Readonly<Record<Language, Bilingual>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英语', en: 'English' },
};

/** Why somebody could not be given a conversation. */
export const exclusionWord: Readonly<Record<RoutingExclusion, Bilingual>> = {
  offline: { zh: '离线', en: 'offline' },
  busy: { zh: '忙碌', en: 'busy' },
  away: { zh: '离开', en: 'away' },
  'wrap-up': { zh: '话后处理中', en: 'in wrap-up' },
  full: { zh: '已满', en: 'full' },
  kept: { zh: '已留给更急的会话', en: 'kept for a more urgent one' },
  'not-in-queue': { zh: '不在这个队列', en: 'not in this queue' },
  skill: { zh: '技能不够', en: 'lacks a skill' },
  language: { zh: '语言不符', en: 'does not speak the language' },
  declined: { zh: '刚才没有接', en: 'did not take it just now' },
};

export const slaWord: Readonly<Record<SlaTarget, Bilingual>> = {
  'first-response': { zh: '首次响应', en: 'First response' },
  'next-response': { zh: '回复', en: 'Next response' },
  resolution: { zh: '解决', en: 'Resolution' },
};

export const alertWord: Readonly<Record<EventBodies['supervisor-alerted']['why'], Bilingual>> = {
  'agent-silent': { zh: '坐席没有回复', en: 'The agent does not reply' },
  'waiting-long': { zh: '等得太久', en: 'Waiting too long' },
  'callback-due': { zh: '该回电了', en: 'Callback is due' },
  'nobody-left': { zh: '没有人能接', en: 'Nobody can take it' },
};

/** The words of queues, routing, promises of time, helpers and whispers at the desk. */
export const routingText = {
  why: {
    mine: { zh: '为什么是我', en: 'Why me' },
    theirs: { zh: '为什么是{name}', en: 'Why {name}' },
    notes: { zh: '为什么派给 TA', en: 'Why this agent' },
    title: { zh: '派单依据', en: 'How it was routed' },
    score: { zh: '得分', en: 'Score' },
    waited: { zh: '派出时客户已等 {time}', en: 'The customer had waited {time}' },
    stage: {
      zh: '等得久了，已放宽范围（第 {stage} 步）',
      en: 'Long wait: the search was widened (step {stage})',
    },
    unspoken: {
      zh: '当前在岗坐席中没有人会{language}，已不限语言',
      en: 'Nobody at work speaks {language}, so any language was allowed',
    },
    strongest: { zh: '最重要的一点：{factor}', en: 'What counted most: {factor}' },
    closest: { zh: '紧随其后', en: 'Next best' },
    alone: { zh: '当时只有这一位能接', en: 'Nobody else could take it then' },
    excluded: { zh: '其他人不能接：', en: 'Others could not: ' },
    excludedOne: { zh: '{count} 人{why}', en: '{count} {why}' },
    policy: { zh: '策略版本 {version}', en: 'Policy version {version}' },
    formula: {
      zh: '每项 0 到 100%，按策略里的权重相乘，得分最高的先派。',
      en: 'Each from 0 to 100 %, multiplied by the policy’s weights; the highest is asked first.',
    },
    others: { zh: '为什么不是别人', en: 'Why nobody else' },
    liveTitle: { zh: '此刻派给谁最合适', en: 'Who would fit right now' },
    liveHelp: {
      zh: '按此刻的状态、负荷和技能重新算一遍，供主管参考，不会改变派单。',
      en: 'Worked out afresh from status, load and skills right now. Looking changes nothing.',
    },
    liveNone: { zh: '没有可比较的坐席', en: 'No agents to compare' },
    cannot: { zh: '不能接', en: 'Cannot' },
    former: { zh: '已离职的同事', en: 'a former colleague' },
  },
  sla: {
    left: { zh: '{target} 剩 {time}', en: '{target} due in {time}' },
    over: { zh: '{target} 超时 {time}', en: '{target} overdue {time}' },
    paused: { zh: '{target} 暂停，剩 {time}', en: '{target} paused, {time} left' },
    pausedHelp: {
      zh: '在等客户，计时暂停；客户回复后继续。',
      en: 'Waiting for the customer: the clock stands still until they reply.',
    },
    closedUntil: { zh: '营业时间外，{time} 继续', en: 'Outside hours, resumes {time}' },
    closed: { zh: '营业时间外，计时暂停', en: 'Outside hours: the clock stands still' },
    due: { zh: '应在 {time} 前', en: 'Due by {time}' },
  },
  queue: {
    all: { zh: '全部', en: 'All' },
    left: { zh: '留言与回电', en: 'Messages, callbacks' },
    filter: { zh: '按队列筛选', en: 'Filter by queue' },
    alerts: { zh: '要有人出面', en: 'Needs somebody' },
    longest: { zh: '最久 {time}', en: 'longest {time}' },
    message: { zh: '留言', en: 'Message' },
    messageHelp: { zh: '客户已留言离开，等人回复', en: 'The customer left a message and expects an answer' },
    callback: { zh: '回电', en: 'Callback' },
    callbackAt: { zh: '{time} 回电', en: 'Call at {time}' },
    callbackHelp: { zh: '客户约了这个时间', en: 'The customer asked for this time' },
    offeredTo: { zh: '正在问 {name}', en: 'Asking {name}' },
    offeredMe: { zh: '正在问你', en: 'Asking you' },
    unknown: { zh: '其他队列', en: 'Other queue' },
    closed: { zh: '已打烊', en: 'Closed' },
    waiting: { zh: '{count} 人在等', en: '{count} waiting' },
    online: { zh: '{count} 人在线', en: '{count} online' },
    nobody: { zh: '没有人在线', en: 'nobody online' },
  },
  transfer: {
    title: { zh: '转接', en: 'Transfer' },
    search: { zh: '搜索队列、同事或技能', en: 'Search queues, colleagues or skills' },
    queues: { zh: '队列', en: 'Queues' },
    colleagues: { zh: '同事', en: 'Colleagues' },
    unavailable: { zh: '现在接不了的同事', en: 'Colleagues who cannot take it now' },
    toQueue: { zh: '已转到 {name}', en: 'Moved to {name}' },
    queueHelp: {
      zh: '客户保留原来的等待时间，排在前面。',
      en: 'The customer keeps the time already waited.',
    },
    here: { zh: '现在在这里', en: 'here now' },
  },
  help: {
    invite: { zh: '请人协助', en: 'Ask for help' },
    title: { zh: '请同事在备注里协助', en: 'Ask a colleague to help in notes' },
    help: {
      zh: '同事能看到整段会话并写备注，对客户说话的仍然只有负责的坐席。',
      en: 'They see the whole conversation and write notes. Only its owner speaks to the customer.',
    },
    search: { zh: '搜索同事或技能', en: 'Search colleagues or skills' },
    note: { zh: '想请教什么', en: 'What you need from them' },
    submit: { zh: '邀请', en: 'Invite' },
    invited: { zh: '已请 {name} 协助', en: '{name} was asked to help' },
    helpers: { zh: '协助', en: 'Helping' },
    me: { zh: '你在协助', en: 'You are helping' },
    leave: { zh: '退出协助', en: 'Stop helping' },
    remove: { zh: '不再请 {name} 协助', en: 'Release {name}' },
    left: { zh: '已退出协助', en: 'You no longer help here' },
    removed: { zh: '已结束 {name} 的协助', en: '{name} was released' },
    already: { zh: '已在协助', en: 'already helping' },
  },
  labels: {
    add: { zh: '加标签', en: 'Add label' },
    placeholder: { zh: '选一个，或写新的', en: 'Choose one or write a new one' },
    added: { zh: '已加标签「{name}」', en: 'Label “{name}” added' },
    removed: { zh: '已去掉标签「{name}」', en: 'Label “{name}” removed' },
    remove: { zh: '去掉标签「{name}」', en: 'Remove label “{name}”' },
  },
  whisper: {
    tab: { zh: '悄悄话', en: 'Whisper' },
    label: { zh: '悄悄话 · {from}', en: 'Whisper · {from}' },
    toMe: { zh: '只对你说', en: 'to you' },
    hint: { zh: '只有这位坐席和主管能看到', en: 'Only this agent and supervisors see it' },
    placeholder: {
      zh: '悄悄告诉 {name}，客户看不到…',
      en: 'Whisper to {name}. The customer never sees it…',
    },
    send: { zh: '悄悄说', en: 'Whisper' },
    sent: { zh: '已悄悄告诉 {name}', en: '{name} has been told' },
    title: { zh: '对 {name} 说悄悄话', en: 'Whisper to {name}' },
  },
  line: {
    steps: {
      zh: '中间还有 {count} 步派单和通知',
      en: '{count} more steps of routing in between',
    },
    offered: { zh: '正在问 {name} 是否接', en: 'Offered to {name}' },
    offerEnded: {
      declined: { zh: '{name} 没有接', en: '{name} declined' },
      expired: { zh: '{name} 没有应答，派给下一位', en: '{name} did not answer; on to the next' },
      left: { zh: '{name} 离开了座位，派给下一位', en: '{name} left; on to the next' },
      withdrawn: { zh: '派单收回', en: 'The offer was withdrawn' },
    },
    auto: { zh: '自动派给 {name}', en: 'Assigned to {name}' },
    returnedTo: { zh: '客户再次来信，仍由 {name} 接待', en: 'The customer wrote again; back to {name}' },
    queuedIn: { zh: '进入{queue}，等待坐席', en: 'Waiting in {queue} for an agent' },
    meanwhile: {
      zh: 'AI 助手先接着答，客户的位置保留',
      en: 'The assistant carries on; the customer keeps the place',
    },
    meanwhileAsked: {
      zh: '客户让 AI 助手先帮忙，位置保留',
      en: 'The customer asked the assistant to help meanwhile; the place is kept',
    },
    helperAdded: { zh: '{by} 请 {name} 协助', en: '{by} asked {name} to help' },
    helperRemoved: { zh: '{name} 不再协助', en: '{name} no longer helps' },
    labels: { zh: '标签：{labels}', en: 'Labels: {labels}' },
    noLabels: { zh: '标签已清空', en: 'Labels removed' },
    warned: { zh: '{target}快超时了', en: '{target} is nearly due' },
    breached: { zh: '{target}已超时', en: '{target} is overdue' },
    alerted: { zh: '已提醒主管：{why}', en: 'Supervisor alerted: {why}' },
    message: { zh: '客户留言，等人回复', en: 'The customer left a message' },
    callback: { zh: '客户预约回电', en: 'The customer asked for a callback' },
    callbackSlot: { zh: '客户预约 {time} 回电', en: 'The customer asked to be called at {time}' },
    reach: { zh: '联系方式：{contact}', en: 'Reach them at {contact}' },
  },
} as const;
