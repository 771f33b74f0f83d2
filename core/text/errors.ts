import type { ErrorCode } from '../terms/error-code.ts';
import type { Bilingual } from '../terms/language.ts';

/** What each refusal says: what happened and what to do. */
export const errorText: Record<ErrorCode, Bilingual> = {
  'bad-input': {
    zh: '填写的内容有误，请检查后再试。',
    en: 'Something in the input is not right. Please check it and try again.',
  },
  'not-signed-in': { zh: '请先登录。', en: 'Please sign in first.' },
  'wrong-password': { zh: '邮箱或密码不对。', en: 'The e-mail address or the password is not right.' },
  forbidden: {
    zh: '您的角色没有这项权限，请联系管理员。',
    en: 'Your role does not allow this. Please ask an administrator.',
  },
  'not-found': {
    zh: '没有找到，可能已被删除，或您无权查看。',
    en: 'Not found. It may be gone, or it is not yours to see.',
  },
  conflict: {
    zh: '会话的状态已经变化，请刷新后再试。',
    en: 'The conversation has changed meanwhile. Please look again and retry.',
  },
  'taken-already': { zh: '同事已经接手了这个会话。', en: 'A colleague has already taken this conversation.' },
  'not-yours': {
    zh: '这个会话不在您手上，请先接手。',
    en: 'This conversation is not yours. Take it over first.',
  },
  'not-assistants-turn': {
    zh: '会话已由人工负责，AI 助手不再发言。',
    en: 'A person owns this conversation; the assistant no longer speaks.',
  },
  'conversation-resolved': { zh: '会话已经结束。', en: 'The conversation is already resolved.' },
  'not-resolved': { zh: '会话结束后才能评价。', en: 'You can rate the conversation once it is resolved.' },
  'already-rated': {
    zh: '您已经评价过了，谢谢。',
    en: 'You have rated this conversation already. Thank you.',
  },
  'agent-unavailable': {
    zh: '这位同事现在无法接手，请选择其他人。',
    en: 'This colleague cannot take it now. Please choose somebody else.',
  },
  'agent-full': {
    zh: '接待量已满，请先结束一个会话，或转给其他人。',
    en: 'There is no room for one more conversation. Finish one first, or give it to somebody else.',
  },
  'not-offered': {
    zh: '这个邀请已经结束，会话已转给下一位同事。',
    en: 'This offer has ended; the next colleague is being asked.',
  },
  'too-large': {
    zh: '内容太大了，请缩短文字或压缩文件后再试。',
    en: 'That is too large. Please shorten the text or shrink the file, and try again.',
  },
  'file-type-refused': {
    zh: '不支持这种文件。可以发送图片、PDF、文档、表格、文本、音频和视频。',
    en: 'This kind of file is not accepted. Images, PDF, documents, sheets, text, audio and video are.',
  },
  'too-many-requests': {
    zh: '操作太频繁了，请稍等一会儿再试。',
    en: 'Too many requests. Please wait a moment and try again.',
  },
  'identity-required': {
    zh: '请先在网站上登录，再联系客服。',
    en: 'Please sign in on the site before you contact support.',
  },
  'identity-invalid': {
    zh: '登录信息无效或已过期，请在网站上重新登录。',
    en: 'The sign-in is not valid any more. Please sign in on the site again.',
  },
  'identity-too-long': {
    zh: '网站签发的登录凭证有效期过长，请网站管理员缩短后再试。',
    en: 'The site signed this sign-in for too long a time. Its administrator needs to make it shorter.',
  },
  'identity-used': {
    zh: '这份登录凭证已经用过，请刷新页面重新登录。',
    en: 'This sign-in has been used already. Please reload the page to sign in again.',
  },
  'origin-refused': {
    zh: '这个网站没有被允许使用此接入点。',
    en: 'This site is not allowed to use this inbox.',
  },
  'session-expired': { zh: '连接已过期，正在重新连接。', en: 'The session has expired; reconnecting.' },
  'version-conflict': {
    zh: '有人刚刚修改过，请对照两个版本后再保存。',
    en: 'Somebody has saved meanwhile. Please compare both versions and save again.',
  },
  'article-dates': {
    zh: '生效时间要早于失效时间，失效时间也不能已经过去。请改好日期再发布。',
    en: 'It must take effect before it expires, and the expiry must lie ahead. Please correct the dates and publish again.',
  },
  'article-move': {
    zh: '这篇知识现在的状态不能这样操作，请刷新后再看。',
    en: 'This cannot be done in the article’s present state. Please look at it again.',
  },
  'article-gone': {
    zh: '这篇内容已不对外公开：可能已经失效、下架，或改为内部资料。',
    en: 'This page is no longer public: it has expired, was taken down, or is for staff only now.',
  },
  'policy-invalid': {
    zh: '策略有问题，请按提示修改后再发布。',
    en: 'The policy has problems. Please put them right and publish again.',
  },
  'too-few-examples': {
    zh: '样本还太少，无法训练。请先添加一些样本。',
    en: 'There are too few examples to train from. Please add some first.',
  },
  'version-refused': {
    zh: '这个版本不能启用：它在固定测试集上变差了，或者它的权重已不再保留。',
    en: 'This version cannot be used: it did worse on the frozen set, or its weights are no longer kept.',
  },
  'no-model': {
    zh: '还没有配置语言模型，请联系管理员。',
    en: 'No language model is configured. Please ask an administrator.',
  },
  'id-reused': { zh: '这个编号已经被别的操作用过。', en: 'This id has been used for something else.' },
  overloaded: {
    zh: '系统正忙，请过几秒再试。',
    en: 'The system is busy. Please try again in a few seconds.',
  },
  internal: {
    zh: '出错了，我们已经记录下来，请稍后再试。',
    en: 'Something went wrong. It has been recorded; please try again later.',
  },
};

/** The page a browser sees where an address leads nowhere, or could not be served. */
export const refusalPageText = {
  notFoundTitle: { zh: '没有这个页面', en: 'There is no such page' },
  notFound: {
    zh: '地址可能写错了，或者页面已经移走。',
    en: 'The address may be mistyped, or the page has moved.',
  },
  title: { zh: '页面打不开', en: 'This page cannot be opened' },
  home: { zh: '回到首页', en: 'Go to the start page' },
  code: { zh: '错误代码', en: 'Error code' },
} satisfies Record<string, Bilingual>;
