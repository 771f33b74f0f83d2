import type { AgentStatus, AwayReason, ChosenAwayReason } from '../terms/agent-status.ts';
import type { Bilingual } from '../terms/language.ts';

/** What an agent is doing, in a word. */
export const statusWord: Readonly<Record<AgentStatus, Bilingual>> = {
  online: { zh: '在线', en: 'Online' },
  busy: { zh: '忙碌', en: 'Busy' },
  'wrap-up': { zh: '话后处理', en: 'Wrap-up' },
  away: { zh: '离开', en: 'Away' },
  offline: { zh: '离线', en: 'Offline' },
};

/** What an agent may say of why they are away, in a word. */
export const chosenAwayWord: Readonly<Record<ChosenAwayReason, Bilingual>> = {
  break: { zh: '小休', en: 'Break' },
  meal: { zh: '用餐', en: 'Meal' },
  meeting: { zh: '会议', en: 'Meeting' },
  training: { zh: '培训', en: 'Training' },
  coaching: { zh: '辅导', en: 'Coaching' },
  other: { zh: '其他', en: 'Other' },
};

/** Why an agent is away, in a word. */
export const awayWord: Readonly<Record<AwayReason, Bilingual>> = {
  ...chosenAwayWord,
  'missed-offers': { zh: '连续未接', en: 'Missed offers' },
};

/** The words of the agent's own seat: status, room, and what is offered to them. */
export const seatText = {
  status: {
    switch: { zh: '切换状态', en: 'Change status' },
    since: { zh: '已 {time}', en: 'for {time}' },
    onlineHelp: { zh: '接受新会话', en: 'You are offered conversations' },
    busyHelp: { zh: '只处理手上的，不派新会话', en: 'You keep what you have, nothing new comes' },
    awayHelp: { zh: '人不在座位，选一个原因', en: 'Not at the desk: choose a reason' },
    noteFor: { zh: '写明原因', en: 'Say why' },
    notePlaceholder: { zh: '例如：去仓库核对一批货', en: 'For example: checking stock in the warehouse' },
    goAway: { zh: '离开', en: 'Go away' },
    wrapUp: { zh: '话后处理', en: 'Wrap-up' },
    wrapUpLeft: { zh: '还剩 {time}', en: '{time} left' },
    wrapUpHelp: {
      zh: '写完小结就可以结束，时间到了也会自动结束。',
      en: 'Finish when your summary is written; it also ends by itself.',
    },
    done: { zh: '处理完了', en: 'Done' },
    changed: { zh: '状态：{status}', en: 'Status: {status}' },
    load: { zh: '负荷 {load} / {capacity}', en: 'Load {load} of {capacity}' },
    full: { zh: '已满', en: 'Full' },
    loadHelp: {
      zh: '手上 {count} 个会话，负荷 {load}，上限 {capacity}。满了就不再派新会话。',
      en: '{count} open {count|conversation|conversations}: a load of {load} out of {capacity}. When full, nothing new is offered.',
    },
    setAway: {
      zh: '连续错过派给你的会话，系统已把你设为离开，客户不会再等一个空座位。',
      en: 'You missed several offers in a row, so you were set away and nobody waits for an empty chair.',
    },
    backOnline: { zh: '我回来了，上线', en: 'I am back, go online' },
  },
  offer: {
    title: { zh: '派给你的会话', en: 'Offered to you' },
    titleBlink: { zh: '（{count}）有客户在等你', en: '({count}) waiting for you' },
    pullTitle: { zh: '客户在等人工', en: 'A customer is waiting' },
    accept: { zh: '接受', en: 'Accept' },
    decline: { zh: '不接', en: 'Decline' },
    declineWhy: { zh: '为什么不接？（可不选）', en: 'Why not? (optional)' },
    reasons: {
      unfamiliar: { zh: '不熟悉这类问题', en: 'Not my field' },
      busy: { zh: '手上的事还没完', en: 'Still busy with another' },
      language: { zh: '语言不合适', en: 'Wrong language' },
      leaving: { zh: '马上要离开', en: 'About to leave' },
    },
    declineNow: { zh: '直接不接', en: 'Decline without a reason' },
    declined: { zh: '已转给下一位同事', en: 'Passed on to the next colleague' },
    look: { zh: '先看看', en: 'Look first' },
    silence: { zh: '静音', en: 'Silence' },
    secondsLeft: { zh: '还剩 {count} 秒', en: '{count} {count|second|seconds} left' },
    more: { zh: '还有 {count} 个', en: '{count} more' },
    next: { zh: '看下一个', en: 'Show the next' },
    soundBlocked: {
      zh: '浏览器要先点一下页面才允许响铃',
      en: 'Click anywhere once so that the browser allows the ring',
    },
    notification: { zh: '{name} 在等你', en: '{name} is waiting for you' },
    missed: { zh: '没接到：{name}，已派给下一位', en: 'Missed: {name}, offered to the next' },
    missedMany: {
      zh: '没接到 {count} 个会话，都已派给下一位',
      en: 'Missed {count} offers; all went to the next',
    },
    missedLook: { zh: '看看', en: 'Look' },
    priority: { zh: '优先级 {priority}', en: 'Priority {priority}' },
  },
  arrival: {
    given: { zh: '新会话给了你：{name}', en: 'New conversation for you: {name}' },
    helping: { zh: '请你协助：{name}', en: 'Your help is asked for: {name}' },
    whisper: { zh: '{from} 悄悄对你说', en: '{from} whispers to you' },
    open: { zh: '打开', en: 'Open' },
  },
} as const;
