import type { Bilingual } from '../terms/language.ts';
import type { PreviewChange, PreviewVerdict } from '../terms/preview.ts';

/** Words of the panel that tells what an edit would change before it is published. */
export const previewText = {
  tab: { zh: '影响', en: 'Impact' },
  lead: {
    zh: '把客户问过的问题用改后的知识再答一遍，看哪些回答会变。发布之前，客户什么也看不到。',
    en: 'Replays past customer questions against your edit and shows which answers would change. Customers see nothing until you publish.',
  },
  run: { zh: '看看会改变什么', en: 'See what changes' },
  runAgain: { zh: '按现在的内容再看一次', en: 'Run again with the current text' },
  outdated: {
    zh: '内容改过了，下面还是之前的结果。',
    en: 'The text has changed; this is the earlier result.',
  },
  incomplete: { zh: '先写好标题、主题和正文。', en: 'Give it a title, a topic and a text first.' },
  without: { zh: '如果下架这篇', en: 'If this article were archived' },
  asked: {
    zh: '最近 {days} 天问过的 {count} 个问题',
    en: '{count} {count|question|questions} asked in the last {days} days',
  },
  none: { zh: '没有一个回答会变', en: 'No answer would change' },
  some: { zh: '{count} 个回答会变', en: '{count} {count|answer|answers} would change' },
  shown: { zh: '只列出前 {count} 个', en: 'The first {count} are listed' },
  noQuestions: {
    zh: '还没有客户问过问题，没有什么可以对比。',
    en: 'No customer has asked anything yet, so there is nothing to compare.',
  },
  judged: {
    zh: '判定过的 {total} 个问题：现在答对 {before} 个，改后答对 {after} 个',
    en: 'Of {total} judged {total|question|questions}: {before} right now, {after} right after the edit',
  },
  noJudged: {
    zh: '还没有判定过的问题。判定一个，它就会一直帮你看着：以后谁改坏了，这里会报出来。',
    en: 'No question has been judged yet. Judge one and it keeps watch: an edit that breaks it later shows up here.',
  },
  later: { zh: '按生效那天（{day}）的知识来答', en: 'Answered as of {day}, when it comes into force' },
  unknownQuestions: {
    zh: '语义模型没有及时答复：有 {count} 个问题只按字面查找，实际的回答可能更准。',
    en: 'The embedding model did not answer in time: {count} {count|question was|questions were} searched by words alone. Real answers may be better.',
  },
  unknownTexts: {
    zh: '语义模型没有及时答复：改后的内容有 {count} 段只按字面查找，发布后可能找得更准。',
    en: 'The embedding model did not answer in time: {count} {count|passage|passages} of the edit {count|was|were} found by words alone. Once published, more may be found.',
  },
  times: { zh: '问过 {count} 次', en: 'asked {count} {count|time|times}' },
  onlyJudged: { zh: '判定过的问题', en: 'a judged question' },
  source: { zh: '看会话', en: 'Open the conversation' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '改后', en: 'After the edit' },
  gone: { zh: '下架后', en: 'Without it' },
  nothing: { zh: '不知道，会请人工', en: 'Does not know; offers a person' },
  asksBack: { zh: '反问：{titles}', en: 'Asks back: {titles}' },
  judge: { zh: '哪个才对？', en: 'Which is right?' },
  nowRight: { zh: '现在的对', en: 'The current one' },
  afterRight: { zh: '改后的对', en: 'The new one' },
  noneRight: { zh: '都不该答', en: 'Neither should answer' },
  isJudged: { zh: '已判定：应由《{title}》回答', en: 'Judged: “{title}” should answer' },
  isJudgedNone: { zh: '已判定：不该直接回答', en: 'Judged: nothing should answer' },
  takeBack: { zh: '撤销判定', en: 'Take it back' },
  sure: { zh: '把握 {share}', en: '{share} sure' },
  thisArticle: { zh: '这篇', en: 'this article' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** In which way an answer changes, as a mark. */
export const previewChangeWord: Readonly<Record<PreviewChange, Bilingual>> = {
  gained: { zh: '答得上了', en: 'Now answered' },
  lost: { zh: '答不上了', en: 'No longer answered' },
  'other-article': { zh: '换了一篇来答', en: 'Another article answers' },
  reworded: { zh: '措辞变了', en: 'Reworded' },
  clarified: { zh: '反问有变', en: 'Asks back differently' },
};

/** Whether that is for the better, and how sure that is. */
export const previewVerdictWord: Readonly<Record<PreviewVerdict, Bilingual>> = {
  worse: { zh: '变差', en: 'Worse' },
  'likely-worse': { zh: '多半变差', en: 'Likely worse' },
  unclear: { zh: '请你看看', en: 'Please check' },
  'likely-better': { zh: '多半变好', en: 'Likely better' },
  better: { zh: '变好', en: 'Better' },
};
