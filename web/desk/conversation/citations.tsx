import { FileTextOutlined } from '@ant-design/icons';
import type { Citation } from '../../../core/terms/article.ts';

/** Where a citation's source can be read. */
export function sourceOf(citation: Pick<Citation, 'articleId' | 'articleVersion' | 'ordinal'>): string {
  return `/help/${encodeURIComponent(citation.articleId)}#p${citation.ordinal}v${citation.articleVersion}`;
}

/** Where staff read an article that customers may not. */
export function articleInConsole(articleId: string): string {
  return `/console/#/knowledge/${encodeURIComponent(articleId)}`;
}

/** The sources of an answer as links to the passage; an article that was cited twice stands once. */
export function Citations({ citations }: { readonly citations: readonly Citation[] }) {
  const seen = new Set<string>();
  const shown = citations.filter((citation) => {
    return seen.has(citation.articleId) ? false : seen.add(citation.articleId);
  });
  if (shown.length === 0) return null;
  return (
    <span className="citations">
      {shown.map((citation) => (
        <a
          key={citation.articleId}
          href={sourceOf(citation)}
          target="_blank"
          rel="noreferrer"
          className="citation"
        >
          <FileTextOutlined aria-hidden="true" />
          <span>{citation.title}</span>
        </a>
      ))}
    </span>
  );
}
