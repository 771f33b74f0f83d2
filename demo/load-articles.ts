import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/terms/language.ts';
import { type DemoArticle, readArticle } from './read-article.ts';

export type { DemoArticle } from './read-article.ts';

const languages: readonly Language[] = ['zh', 'en'];

/**
 * All articles of the demo shop, Chinese first, each language in the order of its file names.
 *
 * @param folder holds `zh/` and `en/` with one Markdown file an article.
 * @throws Error that names file and line when a file is malformed or an id stands twice.
 */
export function loadArticles(folder = join(import.meta.dirname, 'articles')): DemoArticle[] {
  const fileOfId = new Map<string, string>();
  const articles: DemoArticle[] = [];
  for (const language of languages) {
    const names = readdirSync(join(folder, language)).filter((name) => name.endsWith('.md'));
    for (const name of names.sort()) {
      const file = `${language}/${name}`;
      const article = readArticle(readFileSync(join(folder, language, name), 'utf8'), file, language);
      const other = fileOfId.get(article.id);
      if (other) throw new Error(`${file}:2: the id "${article.id}" stands in ${other} as well`);
      fileOfId.set(article.id, file);
      articles.push(article);
    }
  }
  return articles;
}
