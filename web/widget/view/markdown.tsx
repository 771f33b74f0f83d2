import type { Citation } from '../../../core/terms/article.ts';
import { MarkdownView } from '../../ui/markdown-view.tsx';
import { useSay, useSurroundings } from './context.ts';

/** The address of a cited passage in the reader. */
export function sourceAddress(origin: string, citation: Citation): string {
  return `${origin}/help/${encodeURIComponent(citation.articleId)}#p${citation.ordinal}v${citation.articleVersion}`;
}

/** Text of the assistant or an agent; `[2]` in it leads to its second source. */
export function Markdown({ text, citations }: { text: string; citations: readonly Citation[] }) {
  return (
    <MarkdownView text={text} drawText={(words) => <WithReferences text={words} citations={citations} />} />
  );
}

function WithReferences({ text, citations }: { text: string; citations: readonly Citation[] }) {
  const { origin } = useSurroundings();
  const say = useSay();
  if (citations.length === 0 || !text.includes('[')) return <>{text}</>;
  const piece = (words: string) => {
    const number = /^\[(\d{1,2})\]$/.exec(words)?.[1];
    const citation = number === undefined ? undefined : citations[Number(number) - 1];
    if (number === undefined || !citation) return words;
    return (
      <a
        class="reference"
        href={sourceAddress(origin, citation)}
        target="_blank"
        rel="noopener"
        aria-label={say('source', { number, title: citation.title })}
      >
        {number}
      </a>
    );
  };
  return <>{text.split(/(\[\d{1,2}\])/).map(piece)}</>;
}
