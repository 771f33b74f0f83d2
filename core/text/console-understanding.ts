/** Words that all pages on what is understood of customers share. */
export const understandingText = {
  lead: {
    zh: '系统从客户的话里听出意图、情绪、风险和要不要人工。看它凭什么，教它新的，换回旧的。',
    en: 'What is heard in a customer’s words: intent, mood, risk, and whether a person is needed. See by what, teach it, go back.',
  },
  pages: { zh: '理解的页面', en: 'Pages on understanding' },
  explorer: { zh: '看一句话', en: 'Explorer' },
  examples: { zh: '意图和例句', en: 'Intents and examples' },
  versions: { zh: '版本', en: 'Versions' },
} as const;
