import type { Language } from '../core/terms/language.ts';
import { type DemoTopic, isDemoTopic } from './topics.ts';

/** One article of the demo shop, as it is imported into a new knowledge base. */
export interface DemoArticle {
  /** Stable slug; an English article is called like the Chinese one with `.en` behind. */
  readonly id: string;
  readonly language: Language;
  /** The question as a customer would say it. */
  readonly title: string;
  readonly topic: DemoTopic;
  /** Two to five other ways in which customers ask the same. */
  readonly similarQuestions: readonly string[];
  /** Markdown. Its first paragraph answers the title by itself. */
  readonly body: string;
  /** Only on English articles: the id of the Chinese one. */
  readonly translationOf?: string;
}

const scalarKeys = ['id', 'title', 'topic', 'translationOf'];

/**
 * Reads one article: a block between two `---` lines, then Markdown.
 *
 * The block knows `key: value` for `id`, `title`, `topic`, `translationOf`, and `similar:` followed by
 * `  - value` lines. A value is everything behind the first `: `, without quoting. It is deliberately not YAML:
 * whatever else stands there is a mistake.
 *
 * @throws Error whose text begins with `file:line:` and says what is expected.
 */
export function readArticle(text: string, file: string, language: Language): DemoArticle {
  const lines = text.split('\n');
  const fail = (line: number, problem: string): never => {
    throw new Error(`${file}:${line}: ${problem}`);
  };
  if (lines[0] !== '---') fail(1, 'the file begins with a line "---"');
  const end = lines.indexOf('---', 1);
  if (end < 0) fail(lines.length, 'a second line "---" ends the front matter');

  const scalars = new Map<string, { value: string; line: number }>();
  const similarQuestions: string[] = [];
  let similarLine = 0;
  for (let index = 1; index < end; index++) {
    const line = lines[index]!;
    const lineNumber = index + 1;
    const item = /^ {2}- (\S.*)$/.exec(line);
    if (item) {
      if (similarLine === 0 || similarLine + similarQuestions.length + 1 !== lineNumber)
        fail(lineNumber, 'a list item stands directly below "similar:"');
      similarQuestions.push(item[1]!.trim());
      continue;
    }
    if (line === 'similar:') {
      if (similarLine > 0) fail(lineNumber, '"similar" stands twice');
      similarLine = lineNumber;
      continue;
    }
    const pair = /^([A-Za-z]+): (\S.*)$/.exec(line);
    if (!pair) fail(lineNumber, `expected "key: value", found "${line}"`);
    const [, key, value] = pair as unknown as [string, string, string];
    if (!scalarKeys.includes(key))
      fail(lineNumber, `unknown key "${key}"; known: ${scalarKeys.join(', ')}, similar`);
    if (scalars.has(key)) fail(lineNumber, `"${key}" stands twice`);
    scalars.set(key, { value: value.trim(), line: lineNumber });
  }

  const required = (key: string) => scalars.get(key) ?? fail(end + 1, `"${key}" is missing`);
  const id = required('id');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.en)?$/.test(id.value)) fail(id.line, `"${id.value}" is not a slug`);
  if (id.value.endsWith('.en') !== (language === 'en'))
    fail(id.line, 'English ids, and only they, end in ".en"');
  const topic = required('topic');
  if (!isDemoTopic(topic.value)) return fail(topic.line, `unknown topic "${topic.value}"`);
  const translationOf = scalars.get('translationOf');
  if ((translationOf !== undefined) !== (language === 'en'))
    fail(translationOf?.line ?? end + 1, 'English articles, and only they, have "translationOf"');
  if (similarQuestions.length < 2 || similarQuestions.length > 6)
    fail(similarLine || end + 1, `"similar" holds 2 to 6 questions, found ${similarQuestions.length}`);
  const body = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (body === '') fail(end + 2, 'the body is empty');

  return {
    id: id.value,
    language,
    title: required('title').value,
    topic: topic.value,
    similarQuestions,
    body,
    ...(translationOf && { translationOf: translationOf.value }),
  };
}
