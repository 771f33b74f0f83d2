/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks';
import { cutIntoPassages } from '../../core/knowledge/passages.ts';
import type { PublicArticle } from '../../core/protocol/articles.ts';
import { MarkdownView } from '../ui/markdown-view.tsx';
import { text } from './text.ts';

/** The passage that an address names, and the version in which it was cited: `#p2v3`, or `#p2` in old answers. */
export function citedIn(hash: string): { readonly passage: number; readonly version: number | null } | null {
  const [, passage, version] = /^#p(\d{1,4})(?:v(\d{1,9}))?$/.exec(hash) ?? [];
  return passage === undefined
    ? null
    : { passage: Number(passage), version: version ? Number(version) : null };
}

/**
 * One article, cut into the same passages as the index cuts it, so that a citation leads to exactly the words that were
 * cited; where they have changed since, to what stands in their place, and it says so.
 */
export function Reader({ article, dates }: { article: PublicArticle; dates: readonly string[] }) {
  const { language, place } = article;
  // Without a version the place is taken as the address gives it.
  const marked = place ? place.ordinal : (citedIn(location.hash)?.passage ?? null);
  const note = place?.change === 'changed' ? text.helpChanged : text.helpCited;
  useEffect(() => {
    // The browser looked for the anchor before the article was here.
    const passage = marked === null ? null : document.querySelector<HTMLElement>(`#p${marked}`);
    // A passage that is taller than the window is read from its beginning.
    passage?.scrollIntoView({ block: passage.offsetHeight > innerHeight - 200 ? 'start' : 'center' });
  }, [marked]);
  const passages = cutIntoPassages({ ...article, similarQuestions: [], status: 'published' });
  const headingOf = (ordinal: number) => {
    const own = passages[ordinal]?.headings.at(-1);
    return own === passages[ordinal - 1]?.headings.at(-1) ? undefined : own;
  };
  return (
    <article class="article" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <h1>{article.title}</h1>
      <p class="updated">{dates.join(' · ')}</p>
      {place?.change === 'gone' && (
        <p class="part-gone" role="status">
          {text.helpPartGone[language]}
        </p>
      )}
      {passages.map(({ ordinal, text: markdown }) => {
        const isCited = ordinal === marked;
        return (
          <section key={ordinal} id={`p${ordinal}`} class={isCited ? 'cited' : ''}>
            {isCited && <p class="cited-note">{note[language]}</p>}
            {headingOf(ordinal) !== undefined && <h2>{headingOf(ordinal)}</h2>}
            <MarkdownView text={markdown} />
          </section>
        );
      })}
    </article>
  );
}
