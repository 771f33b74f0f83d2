/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { cutIntoPassages } from '../../core/knowledge/passages.ts';
import type { Language } from '../../core/terms/language.ts';
import { MarkdownView } from '../ui/markdown-view.tsx';
import { text } from './text.ts';

/** What `GET /api/articles/{id}/public` answers. */
export interface PublicArticle {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly topic: string;
  readonly updatedAt: number;
}

/**
 * One article, cut into the same passages as the index cuts it, so that `#p2` in a citation's address leads to exactly
 * the words that were cited.
 */
export function Reader({ article, updated }: { article: PublicArticle; updated: string }) {
  const [cited, setCited] = useState(() => location.hash);
  useEffect(() => {
    const follow = () => setCited(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    // The browser looked for the anchor before the article was here.
    const passage = /^#p\d+$/.test(cited) ? document.querySelector<HTMLElement>(cited) : null;
    // A passage that is taller than the window is read from its beginning.
    passage?.scrollIntoView({ block: passage.offsetHeight > innerHeight - 200 ? 'start' : 'center' });
  }, [cited]);
  const passages = cutIntoPassages({ ...article, similarQuestions: [], status: 'published', version: 1 });
  const headingOf = (ordinal: number) => {
    const own = passages[ordinal]?.headings.at(-1);
    return own === passages[ordinal - 1]?.headings.at(-1) ? undefined : own;
  };
  return (
    <article class="article" lang={article.language === 'zh' ? 'zh-CN' : 'en'}>
      <h1>{article.title}</h1>
      <p class="updated">{updated}</p>
      {passages.map(({ ordinal, text: markdown }) => {
        const isCited = cited === `#p${ordinal}`;
        return (
          <section key={ordinal} id={`p${ordinal}`} class={isCited ? 'cited' : ''}>
            {isCited && <p class="cited-note">{text.helpCited[article.language]}</p>}
            {headingOf(ordinal) !== undefined && <h2>{headingOf(ordinal)}</h2>}
            <MarkdownView text={markdown} />
          </section>
        );
      })}
    </article>
  );
}
