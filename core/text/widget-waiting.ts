import type { Bilingual } from '../terms/language.ts';

/** What the widget says to a customer who waits for a person, or who leaves a message instead. */
export const widgetWaitingText = {
  connecting: { zh: '正在为您转接人工', en: 'Connecting you to a person' },
  connectingWhenOnline: {
    zh: '网络恢复后立即为您转接人工',
    en: 'We will connect you as soon as you are back online',
  },
  placeUnknown: { zh: '正在查看您前面还有几位', en: 'Looking up your place' },
  ahead: { zh: '您前面还有 {count} 位', en: '{count} ahead of you' },
  next: { zh: '您是下一位', en: 'You are next' },
  placeKept: { zh: '您排在第 {count} 位', en: 'Number {count} in line' },
  estimateSoon: { zh: '马上就到您', en: 'almost your turn' },
  estimateWithin: { zh: '大约 {to} 分钟以内', en: 'within about {to} min' },
  estimateAbout: { zh: '大约 {to} 分钟', en: 'about {to} min' },
  estimateBetween: { zh: '大约 {from}–{to} 分钟', en: 'about {from}–{to} min' },
  estimateToHours: { zh: '大约 {from} 分钟到 {to} 小时', en: 'about {from} min to {to} h' },
  estimateHours: { zh: '大约 {from}–{to} 小时', en: 'about {from}–{to} h' },
  estimateHour: { zh: '大约 {to} 小时', en: 'about {to} h' },
  estimateLong: { zh: '可能要等几个小时', en: 'possibly several hours' },
  estimateUnknown: { zh: '还估不准要等多久', en: 'no estimate yet' },
  nextWithSound: {
    zh: '轮到您时会有提示音。您可以继续写，也可以关掉页面，回复会留在这里。',
    en: 'You will hear a sound when it is your turn. Keep writing or close the page: the reply will be here.',
  },
  nextQuiet: {
    zh: '您可以继续写，也可以关掉页面，回复会留在这里。',
    en: 'Keep writing or close the page: the reply will be here.',
  },

  closed: { zh: '现在不在人工服务时间', en: 'Our team is off right now' },
  closedUntil: { zh: '{when} 上班', en: 'Back {when}' },
  closedKept: {
    zh: '您的位置已保留，上班后按顺序回复。您可以关掉页面，回复会留在这里。',
    en: 'Your place is kept and you are answered in turn. You may close the page: the reply will be here.',
  },
  nobody: { zh: '现在没有客服在线', en: 'Nobody is online now' },
  nobodyKept: {
    zh: '您的位置已保留，客服上线后按顺序接入。您可以关掉页面，回复会留在这里。',
    en: 'Your place is kept until somebody is back. You may close the page: the reply will be here.',
  },
  meanwhile: { zh: 'AI 助手先为您解答', en: 'The AI assistant helps meanwhile' },
  meanwhileKept: {
    zh: '您的位置已保留，有客服时会直接接入。',
    en: 'Your place is kept: a person joins as soon as somebody is there.',
  },

  officeClosedUntil: { zh: '人工客服 {when} 上班', en: 'Team back {when}' },

  insteadMessage: { zh: '留言', en: 'Leave a message' },
  insteadCallback: { zh: '约个时间回电', en: 'Book a call' },
  insteadAssistant: { zh: '让 AI 助手先帮忙', en: 'Ask the AI assistant' },

  leftMessage: { zh: '留言已收到，不用在这里等', en: 'We have your message. No need to wait' },
  leftCallback: { zh: '回电已约好，不用在这里等', en: 'Your call is booked. No need to wait' },
  leftReplyAt: {
    zh: '{when} 上班后有人回复您，回复会留在这里。',
    en: 'We reply when we are back {when}. It will be here.',
  },
  leftReply: { zh: '我们会尽快回复，回复会留在这里。', en: 'We reply as soon as we can. It will be here.' },
  leftCallAt: { zh: '我们会在 {slot} 拨打 {phone} 给您回电。', en: 'We call {phone}: {slot}.' },
  leftCall: { zh: '我们会尽快拨打 {phone} 给您回电。', en: 'We call {phone} as soon as we can.' },
  leftReach: { zh: '需要时会联系 {reach}。', en: 'If need be we contact {reach}.' },
  leftAs: { zh: '留言', en: 'Left as a message' },
  leftAsCallback: { zh: '预约回电', en: 'Call requested' },

  formBack: { zh: '返回对话', en: 'Back to the chat' },
  formMessage: { zh: '给我们留言', en: 'Leave a message' },
  formCallback: { zh: '约个时间回电', en: 'Book a call' },
  formWay: { zh: '怎么答复您', en: 'How shall we answer' },
  wayMessage: { zh: '文字回复', en: 'In writing' },
  wayCallback: { zh: '电话回电', en: 'By phone' },
  formLeadClosed: {
    zh: '现在不在人工服务时间，{when} 上班后按顺序答复。',
    en: 'Our team is off and back {when}. You are answered in turn.',
  },
  formLead: {
    zh: '写清楚就可以离开，我们看到后答复您。',
    en: 'Write it down and you may go. We answer as soon as we can.',
  },
  formLeadCallback: {
    zh: '选一个方便接电话的时间，到时我们打给您。',
    en: 'Choose a time that suits you and we will call.',
  },
  formText: { zh: '您的问题', en: 'Your question' },
  formTextHint: {
    zh: '订单号、遇到的情况、希望怎么处理',
    en: 'Order number, what happened, what you would like',
  },
  formReach: { zh: '邮箱或手机号（选填）', en: 'E-mail or phone (optional)' },
  formReachHint: {
    zh: '回复会留在这里；填了方便我们找到您',
    en: 'The reply will be here; this helps us reach you',
  },
  formPhone: { zh: '手机号', en: 'Phone number' },
  formDay: { zh: '哪天方便', en: 'Which day' },
  formTime: { zh: '什么时间', en: 'What time' },
  formNoSlots: {
    zh: '眼下没有可选的时间，我们会尽快回电。',
    en: 'No times to choose from. We call as soon as we can.',
  },
  formSendMessage: { zh: '送出留言', en: 'Send message' },
  formSendCallback: { zh: '预约回电', en: 'Book the call' },
  formOffline: {
    zh: '网络断开了。送出后会存在这里，恢复后自动送达。',
    en: 'You are offline. It is kept here and sent when you are back.',
  },
  needText: { zh: '请写几个字，我们好准备', en: 'Please write a few words, so that we can prepare' },
  textOver: { zh: '请删去 {count} 个字', en: 'Please remove {count} characters' },
  needPhone: { zh: '请留一个号码，我们才能回电', en: 'Please give a number that we can call' },
  phoneShort: { zh: '号码好像少了几位，请核对', en: 'The number looks too short. Please check it' },
  phoneLong: { zh: '号码好像多了几位，请核对', en: 'The number looks too long. Please check it' },
  phoneMobile: {
    zh: '手机号是 11 位，您填了 {count} 位',
    en: 'A mobile number has 11 digits, this one has {count}',
  },
  phoneSigns: { zh: '号码里只能有数字、空格和 + - ( )', en: 'A number has digits, spaces and + - ( ) only' },
  emailBroken: {
    zh: '邮箱不完整，应像 name@example.com',
    en: 'The address is incomplete: like name@example.com',
  },
  reachNeither: {
    zh: '请填邮箱（name@example.com）或手机号',
    en: 'Please give an e-mail (name@example.com) or a number',
  },
  needSlot: { zh: '请选一个方便接电话的时间', en: 'Please choose a time for the call' },
  slotGone: { zh: '约的时间已经过了，请重新选一个', en: 'That time has passed. Please choose another' },
  change: { zh: '修改', en: 'Change' },

  queued: { zh: '已为您转接人工，正在排队', en: 'You are in the queue for a person' },
  queuedLater: { zh: '已转给人工客服，位置已保留', en: 'Passed to our team, your place is kept' },
  assignedAgain: { zh: '{name} 接着为您服务', en: '{name} is back with you' },
  noticeNobodyOnline: {
    zh: '现在没有客服在线。您的问题已经记下，客服上线后会第一时间回复您。',
    en: 'Nobody is online right now. Your question is saved and we will reply as soon as we are back.',
  },
  noticeClosed: {
    zh: '现在不在人工服务时间。您的问题已经记下，上班后按顺序回复。',
    en: 'Our team is off right now. Your question is saved and will be answered in turn.',
  },
  noticeClosedUntil: {
    zh: '现在不在人工服务时间，{when} 上班。您的问题已经记下，上班后按顺序回复。',
    en: 'Our team is off right now and back {when}. Your question is saved and will be answered in turn.',
  },
  noticeMeanwhile: {
    zh: '现在没有客服能接入，AI 助手先为您解答；有客服时会直接接入。',
    en: 'Nobody can join right now. The AI assistant helps meanwhile; a person joins as soon as somebody can.',
  },
  noticeStillWaiting: {
    zh: '还在为您排队，让您久等了。您可以继续写，或者先离开，回复会留在这里。',
    en: 'Still in the queue, sorry for the wait. Keep writing, or leave: the reply will be here.',
  },
  noticeStillWaitingAt: {
    zh: '还在为您排队，让您久等了：现在是第 {count} 位，{estimate}。回复会留在这里。',
    en: 'Still in the queue, sorry for the wait: number {count}, {estimate}. The reply will be here.',
  },
  noticeAgentChanged: {
    zh: '刚才的客服暂时离开了，正在为您换一位，位置已经保留。',
    en: 'Your agent had to step away. We kept your place and are finding somebody else.',
  },
  noticeAnswerDelayed: {
    zh: '这个问题要多花一点时间，请稍等，也可以直接转人工。',
    en: 'This one takes a little longer. Please wait, or talk to a person.',
  },
} as const satisfies Record<string, Bilingual>;
