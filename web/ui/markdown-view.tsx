/** @jsxImportSource preact */
import type { ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Block, type Inline, type ListItem, parseMarkdown } from './markdown.ts';

/** How running text is drawn, e.g. to make links of references in it. */
export type DrawText = (text: string) => ComponentChildren;

const asWritten: DrawText = (text) => text;

/** Markdown for the faces made with Preact. Everything becomes elements and text nodes; there is no HTML anywhere. */
export function MarkdownView({ text, drawText = asWritten }: { text: string; drawText?: DrawText }) {
  // A conversation is drawn again with every word of a new answer; the old ones need not be read again.
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <>{blocks.map((block) => blockView(block, drawText))}</>;
}

// A text has no other order than its own, so none of these lists needs keys.

function blockView(block: Block, drawText: DrawText): VNode {
  const words = (inlines: readonly Inline[]) => <Words inlines={inlines} drawText={drawText} />;
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
          {blocks.map((inner) => blockView(inner, drawText))}
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

function Words({ inlines, drawText }: { inlines: readonly Inline[]; drawText: DrawText }) {
  const word = (inline: Inline): VNode => {
    switch (inline.kind) {
      case 'text':
        return <>{drawText(inline.text)}</>;
      case 'code':
        return <code>{inline.text}</code>;
      case 'break':
        return <br />;
      case 'bold':
        return (
          <strong>
            <Words inlines={inline.children} drawText={drawText} />
          </strong>
        );
      case 'link':
        return (
          <a href={inline.href} target="_blank" rel="noopener noreferrer">
            <Words inlines={inline.children} drawText={asWritten} />
          </a>
        );
    }
  };
  return <>{inlines.map(word)}</>;
}
