/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { PublicArticle } from '../../core/protocol/articles.ts';
import { fill } from '../../core/text/fill.ts';
import { citedIn, Reader } from './article.tsx';
import { pageLanguage } from './language.ts';
import { text } from './text.ts';

const articleId = decodeURIComponent(location.pathname.split('/')[2] ?? '');
// An article is read in its own language unless the reader asks for another frame around it.
const asked = articleId.endsWith('.en') ? ['en'] : ['zh'];
export const language = pageLanguage(location.search, asked);

export type Found = PublicArticle | 'loading' | 'missing' | 'gone' | 'failed';

async function fetchArticle(): Promise<Found> {
  try {
    const cited = citedIn(location.hash);
    const asks = cited?.version ? `?version=${cited.version}&passage=${cited.passage}` : '';
    const response = await fetch(`/api/articles/${encodeURIComponent(articleId)}/public${asks}`, {
      headers: { 'accept-language': language },
    });
    if (response.ok) return (await response.json()) as PublicArticle;
    if (response.status === 410) return 'gone';
    return response.status < 500 && response.status !== 429 ? 'missing' : 'failed';
  } catch {
    return 'failed';
  }
}

/** The article that the address names, asked for again when the address leads to another place in it. */
export function useArticle(home: string): readonly [Found, () => void] {
  const [found, setFound] = useState<Found>('loading');
  useEffect(() => {
    if (found === 'loading') void fetchArticle().then(setFound);
  }, [found]);
  useEffect(() => {
    const follow = () => void fetchArticle().then(setFound);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (typeof found === 'object') document.title = `${found.title} · ${home}`;
  }, [found, home]);
  return [found, () => setFound('loading')];
}

/** The article, or why there is none. */
export function ArticleBody({ found, retry }: { found: Found; retry: () => void }) {
  if (found === 'loading')
    return (
      <div class="article waiting" role="status" aria-label={text.loading[language]}>
        <i />
        <i />
        <i />
        <i />
      </div>
    );
  if (found === 'missing' || found === 'gone')
    return (
      <div class="article">
        <h1>{text[found === 'gone' ? 'helpGoneTitle' : 'helpMissingTitle'][language]}</h1>
        <p>{text[found === 'gone' ? 'helpGone' : 'helpMissing'][language]}</p>
      </div>
    );
  if (found === 'failed')
    return (
      <div class="article" role="alert">
        <p>{text.helpFailed[language]}</p>
        <button type="button" class="outline" onClick={retry}>
          {text.helpRetry[language]}
        </button>
      </div>
    );
  const dates = [fill(text.helpUpdated[language], { date: dateOf(found.updatedAt) })];
  if (found.expiresAt !== null) {
    // The last moment of a day belongs to it: what ends at midnight is good until the day before.
    dates.push(fill(text.helpUntil[language], { date: dateOf(found.expiresAt - 1) }));
  }
  return <Reader article={found} dates={dates} />;
}

const dateOf = (at: number) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long' }).format(at);
