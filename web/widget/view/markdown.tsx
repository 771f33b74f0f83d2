import type { VNode } from 'preact';
import type { Citation } from '../../../core/terms/article.ts';
import { type Block, type Inline, type ListItem, parseMarkdown } from '../../ui/markdown.ts';
import { useSay, useSurroundings } from './context.ts';

/** The address of a cited passage in the reader. */
export function sourceAddress(origin: string, citation: Citation): string {
  return `${origin}/help/${encodeURIComponent(citation.articleId)}#p${citation.ordinal}`;
}

/** Text of the assistant or an agent. Everything becomes elements and text nodes; there is no HTML anywhere. */
export function Markdown({ text, citations }: { text: string; citations: readonly Citation[] }) {
  return <>{parseMarkdown(text).map((block) => blockView(block, citations))}</>;
}

// A text has no other order than its own, so none of these lists needs keys.

function blockView(block: Block, citations: readonly Citation[]): VNode {
  const words = (inlines: readonly Inline[]) => <Words inlines={inlines} citations={citations} />;
  switch (block.kind) {
    case 'heading':
      return <p class="heading">{words(block.children)}</p>;
    case 'paragraph':
      return <p>{words(block.children)}</p>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr />;
    case 'list': {
      const item = ({ children, blocks }: ListItem) => (
        <li>
          {words(children)}
          {blocks.map((inner) => blockView(inner, citations))}
        </li>
      );
      const items = block.items.map(item);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table': {
      const heading = (cell: readonly Inline[]) => <th scope="col">{words(cell)}</th>;
      const field = (cell: readonly Inline[]) => <td>{words(cell)}</td>;
      const row = (cells: readonly (readonly Inline[])[]) => <tr>{cells.map(field)}</tr>;
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll a wide table
        <div class="table" tabIndex={0}>
          <table>
            <thead>
              <tr>{block.head.map(heading)}</tr>
            </thead>
            <tbody>{block.rows.map(row)}</tbody>
          </table>
        </div>
      );
    }
  }
}

function Words({ inlines, citations }: { inlines: readonly Inline[]; citations: readonly Citation[] }) {
  const word = (inline: Inline): VNode => {
    switch (inline.kind) {
      case 'text':
        return <WithReferences text={inline.text} citations={citations} />;
      case 'code':
        return <code>{inline.text}</code>;
      case 'break':
        return <br />;
      case 'bold':
        return (
          <strong>
            <Words inlines={inline.children} citations={citations} />
          </strong>
        );
      case 'link':
        return (
          <a href={inline.href} target="_blank" rel="noopener noreferrer">
            <Words inlines={inline.children} citations={[]} />
          </a>
        );
    }
  };
  return <>{inlines.map(word)}</>;
}

/** `[2]` in an answer leads to its second source. */
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
