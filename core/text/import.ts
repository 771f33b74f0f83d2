/** Why a row of an import was not taken. */
export const importText = {
  noTitle: { zh: '没有标题（title）', en: 'It has no title.' },
  noBody: { zh: '没有正文（body）', en: 'It has no body.' },
  longTitle: {
    zh: '标题有 {length} 个字符，最多 300 个',
    en: 'Its title has {length} characters; 300 are the most.',
  },
  longBody: {
    zh: '正文有 {length} 个字符，最多 50,000 个',
    en: 'Its body has {length} characters; 50,000 are the most.',
  },
  unknownLanguage: {
    zh: '语言写的是「{language}」，只能是 zh 或 en',
    en: 'Its language is “{language}”; zh and en are known.',
  },
  badId: {
    zh: '编号（id）只能有字母、数字、点、- 和 _，最多 100 个字符',
    en: 'Its id may have letters, digits, dots, - and _ only, 100 at most.',
  },
  sameId: { zh: '编号 {id} 与第 {earlier} 行相同', en: 'It has the same id ({id}) as row {earlier}.' },
} as const;
