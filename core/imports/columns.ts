import type { ColumnMapping, ImportField } from '../terms/import.ts';

/** What teams call their columns, in Chinese and English; compared without case, blanks and marks. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  title: [
    'title',
    'question',
    'q',
    'query',
    'standardquestion',
    'mainquestion',
    'subject',
    'faq',
    'name',
    'prompt',
    '标题',
    '问题',
    '标准问',
    '标准问题',
    '标准问法',
    '主问题',
    '主问',
    '问句',
    '提问',
    '知识标题',
    '知识名称',
    '知识点',
    '用户问题',
    '客户问题',
    '常见问题',
    '客户提问',
    '用户提问',
    '問題',
    '標題',
    '標準問題',
    '常見問題',
  ],
  body: [
    'body',
    'answer',
    'a',
    'content',
    'text',
    'reply',
    'response',
    'solution',
    'answertext',
    'markdown',
    '答案',
    '回答',
    '正文',
    '内容',
    '答复',
    '回复',
    '标准答案',
    '标准答复',
    '知识内容',
    '解答',
    '解决方案',
    '话术',
    '回复内容',
    '答案内容',
    '客服回复',
    '客服答复',
    '回复话术',
    '参考答案',
    '回答内容',
    '內容',
    '回覆',
    '答覆',
    '標準答案',
  ],
  similar: [
    'similar',
    'similarquestions',
    'similarquestion',
    'alternatives',
    'variants',
    'synonyms',
    'paraphrases',
    'utterances',
    'aliases',
    'otherphrasings',
    '相似问',
    '相似问题',
    '相似问法',
    '扩展问',
    '扩展问题',
    '扩展问法',
    '其他问法',
    '近义问',
    '同义问',
    '相似说法',
    '别名',
    '相似問題',
    '相似問法',
    '其他問法',
  ],
  topic: [
    'topic',
    'category',
    'group',
    'section',
    'folder',
    'tag',
    'type',
    'categoryname',
    '主题',
    '分类',
    '类别',
    '类目',
    '目录',
    '分组',
    '知识分类',
    '所属分类',
    '一级分类',
    '标签',
    '栏目',
    '分類',
    '類別',
    '主題',
  ],
  language: ['language', 'lang', 'locale', '语言', '语种', '語言'],
  products: ['product', 'products', 'productname', 'model', '产品', '适用产品', '商品', '产品名称', '型号'],
  id: [
    'id',
    'articleid',
    'key',
    'externalid',
    'no',
    'number',
    '编号',
    '序号编号',
    '知识id',
    '知识编号',
    '文章编号',
    '唯一标识',
  ],
  translationOf: ['translationof', 'translates', '译自', '翻译自', '对应文章'],
};

const fieldOf = new Map<string, ImportField>(
  (Object.entries(names) as [ImportField, readonly string[]][]).flatMap(([field, own]) =>
    own.map((name) => [name, field] as const),
  ),
);

/** A header as it is compared: full-width forms made plain, without case, blanks, marks or what stands in brackets. */
function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\p{P}\p{S}\s\p{Cf}]/gu, '')
    .replace(/\d+$/, '');
}

/**
 * What the columns of a sheet hold, by the names in its first row. Several columns may hold similar questions (相似问1,
 * 相似问2 …); of everything else the first counts. Null entries are columns that nothing is known of.
 */
export function recogniseColumns(header: readonly string[]): ColumnMapping {
  const taken = new Set<ImportField>();
  return header.map((name) => {
    const field = fieldOf.get(plain(name));
    if (!field || (taken.has(field) && field !== 'similar')) return null;
    taken.add(field);
    return field;
  });
}

/** Whether articles can be made of what the columns hold. */
export const isUsable = (mapping: ColumnMapping): boolean =>
  mapping.includes('title') && mapping.includes('body');
