/** Words of drafts that are begun from what customers ask. */
export const insightDraftText = {
  author: { zh: '洞察', en: 'Insights' },
  asked: { zh: '客户这样问', en: 'How customers ask' },
  answer: { zh: '怎么回答', en: 'The answer' },
  toWrite: {
    zh: '（还没有坐席解决过，请补上答案，再把上面的原话删掉。）',
    en: '(No agent has solved this yet. Write the answer, then remove the quotes above.)',
  },
} as const;
