/** Words that all pages on what is understood of customers share. */
export const understandingText = {
  lead: {
    zh: '从客户的话里听出意图、情绪、风险和要不要人工：凭什么、怎么教、换哪一版。',
    en: 'What is heard in a customer’s words, by what, and how to teach it.',
  },
  pages: { zh: '理解的页面', en: 'Pages on understanding' },
  explorer: { zh: '看一句话', en: 'Explorer' },
  examples: { zh: '意图和例句', en: 'Intents and examples' },
  versions: { zh: '版本', en: 'Versions' },
} as const;
