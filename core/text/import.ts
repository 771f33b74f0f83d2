import type { ImportFailureCode, RowProblem } from '../terms/import.ts';
import type { Bilingual, Language } from '../terms/language.ts';
import { fill } from './fill.ts';

/** Why a row or page of an import was not taken. */
const problemText: Record<RowProblem['code'], Bilingual> = {
  'no-title': { zh: '没有标题或问题', en: 'It has no title or question.' },
  'no-body': { zh: '没有正文或答案', en: 'It has no body or answer.' },
  'long-title': {
    zh: '标题有 {length} 个字符，最多 300 个',
    en: 'Its title has {length} characters; 300 are the most.',
  },
  'long-body': {
    zh: '正文有 {length} 个字符，最多 50,000 个',
    en: 'Its body has {length} characters; 50,000 are the most.',
  },
  'unknown-language': {
    zh: '语言写的是「{language}」，可以写 zh 或 en',
    en: 'Its language is “{language}”; zh and en are known.',
  },
  'bad-id': {
    zh: '编号只能有字母、数字、点、- 和 _，最多 100 个字符',
    en: 'Its id may have letters, digits, dots, - and _ only, 100 at most.',
  },
  'same-id': {
    zh: '与第 {earlier} 行重复（同一个问题或编号）',
    en: 'It repeats row {earlier}: the same question or id.',
  },
  'not-an-article': { zh: '不是一个带字段的对象', en: 'It is not an object with fields.' },
  'open-quote': {
    zh: '这一行的引号没有成对，后面的行不受影响',
    en: 'A quotation mark in it is never closed; the rows after it are not affected.',
  },
  'bad-quotes': {
    zh: '引号里面的引号要写成两个（""）',
    en: 'A quotation mark inside a quoted cell must be written twice ("").',
  },
  'no-columns': {
    zh: '工作表「{sheet}」里没有找到“问题”和“答案”两列，已跳过',
    en: 'The sheet “{sheet}” has no columns for question and answer and was left out.',
  },
  'taken-for-names': {
    zh: '这一行被当作列名。如果它是一条问答，请在它上面加一行列名再导入',
    en: 'This line was taken for the names of the columns. If it is a question with its answer, put a line of names above it and import again.',
  },
  robots: {
    zh: '网站的 robots.txt 不允许读取这一页',
    en: 'The site’s robots.txt does not allow this page to be read.',
  },
  'http-status': { zh: '网站回答了 {status}', en: 'The site answered {status}.' },
  'not-a-page': { zh: '这个地址不是网页', en: 'What is at this address is not a page.' },
  'page-too-large': { zh: '页面太大', en: 'The page is too large.' },
  'page-unreachable': { zh: '连不上这个地址', en: 'The address could not be reached.' },
  'page-timeout': { zh: '网站太久没有回答', en: 'The site took too long to answer.' },
  'page-unreadable': { zh: '页面无法解析', en: 'The page could not be read.' },
  'page-empty': { zh: '页面里没有正文', en: 'There is no text on the page.' },
  'page-not-for-index': { zh: '页面声明不希望被收录（noindex）', en: 'The page asks not to be indexed.' },
  'address-refused': {
    zh: '这个地址不能访问：只能是公网上的 http 或 https 地址',
    en: 'The address is refused: only http and https addresses on the public internet are read.',
  },
  'off-site': { zh: '跳转到了别的网站', en: 'It leads to another site.' },
  'too-many-redirects': { zh: '跳转次数太多', en: 'It redirects too many times.' },
  'edited-here': {
    zh: '网页有了变化，但文章在这里被人改过，没有覆盖',
    en: 'The page has changed, but the article was edited here meanwhile and was not overwritten.',
  },
  'edited-by': {
    zh: '保留了{by}在这里改过的文章，没有覆盖',
    en: 'Kept: {by} edited the article here, so it was not overwritten.',
  },
};

/** Why a whole import could not be read, and what to do. */
const failureText: Record<ImportFailureCode, Bilingual> = {
  'file-type': {
    zh: '不支持这种文件。可以导入 Markdown、HTML、Word（.docx）、PDF、Excel（.xlsx）、CSV 和 JSON。',
    en: 'This kind of file is not supported. Markdown, HTML, Word (.docx), PDF, Excel (.xlsx), CSV and JSON are.',
  },
  'file-too-large': {
    zh: '文件太大，请拆成几个再导入。',
    en: 'The file is too large. Please split it and import the parts.',
  },
  'file-empty': { zh: '文件里没有内容。', en: 'There is nothing in the file.' },
  'unpacks-too-large': {
    zh: '文件解压后大得不正常，没有读取。',
    en: 'The file unpacks to an abnormal size and was not read.',
  },
  'file-broken': {
    zh: '文件已损坏，或内容与扩展名不符。请用原来的软件重新保存后再导入。',
    en: 'The file is broken, or is not what its name says. Save it again in its own program and import that.',
  },
  'password-needed': {
    zh: '文件有密码。请去掉密码后再导入。',
    en: 'The file has a password. Remove it and import again.',
  },
  'old-office-format': {
    zh: '这是旧版 Office 格式，或加了密码。请另存为 .docx 或 .xlsx 后再导入。',
    en: 'This is an Office format from before 2007, or has a password. Save it as .docx or .xlsx and import that.',
  },
  'no-text': {
    zh: '文件里没有文字，可能是扫描件。请先做文字识别（OCR）。',
    en: 'There is no text in the file; it may be a scan. Recognise its text (OCR) first.',
  },
  'no-columns': {
    zh: '没有找到“问题”和“答案”两列。请在下面指定每一列是什么，或在第一行写上列名。',
    en: 'No columns for question and answer were found. Say below what each column holds, or name them in the first row.',
  },
  'too-much-memory': {
    zh: '读取这个文件需要太多内存，已停止。',
    en: 'Reading this file takes too much memory; it was stopped.',
  },
  'too-much-time': {
    zh: '读取这个文件用时太长，已停止。',
    en: 'Reading this file takes too long; it was stopped.',
  },
  'too-many-rows': {
    zh: '行数太多，请拆成几个文件再导入。',
    en: 'There are too many rows. Please split the file and import the parts.',
  },
  'address-refused': {
    zh: '这个地址不能访问：只能是公网上的 http 或 https 地址。内网地址需要管理员在设置 IMPORT_HOSTS 中写明。',
    en: 'The address is refused: only http and https addresses on the public internet are read. For an intranet, an administrator names the host in the setting IMPORT_HOSTS.',
  },
  'page-unreachable': {
    zh: '连不上这个地址，请检查后再试。',
    en: 'The address could not be reached. Please check it and try again.',
  },
  'nothing-found': { zh: '没有找到可以读取的页面。', en: 'No page to read was found.' },
  internal: {
    zh: '导入时出错了，已经记录下来。可以从停下的地方继续。',
    en: 'Something went wrong during the import. It has been recorded; you can go on from where it stopped.',
  },
};

/** Why a row was not taken, in the reader's language. */
export function problemSentence(problem: RowProblem, language: Language): string {
  return fill(problemText[problem.code]?.[language] ?? problem.code, { ...problem.values });
}

/** Why an import failed, in the reader's language. */
export const failureSentence = (code: ImportFailureCode, language: Language): string =>
  (failureText[code] ?? failureText.internal)[language];

/** The columns that a sheet of rejected rows has before its own. */
export const importColumnText = {
  row: { zh: '行', en: 'Row' },
  reason: { zh: '未导入的原因', en: 'Why it was not imported' },
} as const satisfies Record<string, Bilingual>;
