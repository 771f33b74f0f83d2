import type { Bilingual } from '../terms/language.ts';
import { widgetWaitingText } from './widget-waiting.ts';

/** What the widget says to customers; `fill` puts names and figures into the places in braces. */
export const widgetText = {
  ...widgetWaitingText,
  open: { zh: '打开客服对话', en: 'Open support chat' },
  openUnread: { zh: '打开客服对话，{count} 条新消息', en: 'Open support chat, {count} new' },
  close: { zh: '收起对话', en: 'Close chat' },
  dialog: { zh: '在线客服', en: 'Support chat' },
  conversation: { zh: '对话内容', en: 'Conversation' },
  loading: { zh: '正在打开对话', en: 'Opening the conversation' },

  assistantLabel: { zh: 'AI', en: 'AI' },
  humanLabel: { zh: '人工客服', en: 'Support team' },
  assistantHere: { zh: 'AI 助手在线，随时可转人工', en: 'AI assistant, always here' },
  humanHere: { zh: '人工客服为您服务', en: 'You are talking to a person' },
  assistantHereAlone: { zh: 'AI 助手在线', en: 'AI assistant, always here' },
  waitingHere: { zh: '正在等待人工客服', en: 'Waiting for a person' },
  leftHere: { zh: '留言已收到，我们会答复您', en: 'We have your message' },
  resolvedHere: { zh: '会话已结束，继续写即可重新打开', en: 'Closed. Write again to reopen' },
  says: { zh: '{name} 说', en: '{name} says' },
  you: { zh: '您', en: 'You' },

  askHuman: { zh: '转人工', en: 'Talk to a person' },
  assigned: { zh: '{name} 接手了会话', en: '{name} joined the conversation' },
  transferred: { zh: '会话转给了 {name}', en: '{name} is taking over' },
  returned: { zh: 'AI 助手继续为您服务', en: 'The AI assistant is back with you' },
  resolved: { zh: '会话已结束', en: 'The conversation is closed' },
  reopened: { zh: '会话已重新打开', en: 'The conversation is open again' },
  ratedLine: { zh: '您的评价：{score} 分 · {word}', en: 'Your rating: {score} · {word}' },

  thinking: { zh: '正在查找答案', en: 'Looking it up' },
  typing: { zh: '{name} 正在输入', en: '{name} is typing' },
  sources: { zh: '来源', en: 'Sources' },
  source: { zh: '来源 {number}：{title}（新窗口打开）', en: 'Source {number}: {title} (opens a new tab)' },
  suggestions: { zh: '您可以这样问', en: 'You could ask' },
  newMessages: { zh: '有新消息', en: 'New messages' },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },

  placeholder: { zh: '输入您的问题', en: 'Write your question' },
  placeholderHuman: { zh: '写给人工客服', en: 'Write to our team' },
  placeholderResolved: { zh: '继续写，重新打开会话', en: 'Write to reopen' },
  message: { zh: '消息', en: 'Message' },
  send: { zh: '发送', en: 'Send' },
  attach: { zh: '添加图片或文件', en: 'Add a picture or file' },
  removeFile: { zh: '移除 {name}', en: 'Remove {name}' },
  dropHere: { zh: '松开即可添加文件', en: 'Drop to add the file' },
  fileTooLarge: { zh: '“{name}” 超过 {size}，请压缩后再试', en: '“{name}” is over {size}. Please shrink it' },
  fileRefused: {
    zh: '不支持这种文件，请换图片或 PDF',
    en: 'This kind of file is not supported. Try an image or PDF',
  },
  tooManyFiles: { zh: '一次最多添加 {count} 个文件', en: 'At most {count} files at a time' },
  download: { zh: '下载 {name}', en: 'Download {name}' },
  imageMissing: { zh: '图片没有加载出来', en: 'The picture did not load' },
  textTooLong: { zh: '还要删去 {count} 个字才能发送', en: 'Remove {count} characters to send' },

  sending: { zh: '发送中', en: 'Sending' },
  uploading: { zh: '上传中 {percent}%', en: 'Uploading {percent}%' },
  sent: { zh: '已送达', en: 'Sent' },
  waitingForNetwork: { zh: '网络恢复后发送', en: 'Will send when online' },
  failed: { zh: '没有发出去', en: 'Not sent' },
  resend: { zh: '重新发送', en: 'Send again' },
  discard: { zh: '删除', en: 'Delete' },

  offline: {
    zh: '网络断开了。您可以继续写，恢复后自动发送。',
    en: 'You are offline. Keep writing, it will be sent when you are back.',
  },
  unreachable: {
    zh: '暂时连不上客服，正在重试。您写的内容不会丢。',
    en: 'We cannot reach support and are trying again. Nothing you write is lost.',
  },
  retry: { zh: '立即重试', en: 'Try now' },
  slowDown: {
    zh: '发得有点快，稍等几秒会自动发出。',
    en: 'A little fast. It will be sent in a few seconds.',
  },
  tooLarge: {
    zh: '内容太大，请缩短或压缩后再发。',
    en: 'This is too large. Please make it shorter or smaller.',
  },
  identityRequired: {
    zh: '请先登录，再联系客服。',
    en: 'Please sign in to contact support.',
  },
  refused: { zh: '客服暂时无法打开（{code}）。', en: 'Support cannot be opened right now ({code}).' },

  rateTitle: { zh: '这次服务怎么样？', en: 'How did we do?' },
  rate1: { zh: '很不满意', en: 'Awful' },
  rate2: { zh: '不满意', en: 'Bad' },
  rate3: { zh: '一般', en: 'Okay' },
  rate4: { zh: '满意', en: 'Good' },
  rate5: { zh: '非常满意', en: 'Great' },
  rateComment: { zh: '想说点什么吗？（选填）', en: 'Anything to add? (optional)' },
  rateSend: { zh: '提交评价', en: 'Send rating' },
  rateThanks: { zh: '谢谢您的评价', en: 'Thank you for the rating' },
  rateFailed: { zh: '评价没有发出去，请再试一次', en: 'The rating was not sent. Please try again' },
} as const satisfies Record<string, Bilingual>;

export type WidgetText = keyof typeof widgetText;
