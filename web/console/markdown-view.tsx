import type { ReactNode } from 'react';
import { type Block, type Inline, parseMarkdown, safeHref } from '../ui/markdown.ts';

/** Markdown as React elements. There is no HTML on the way, so hostile text stays text. */
export function MarkdownView({ text }: { readonly text: string }) {
  return <div className="markdown">{parseMarkdown(text).map(blockElement)}</div>;
}

function blockElement(block: Block, index: number): ReactNode {
  switch (block.kind) {
    case 'heading': {
      // The page has its own h1 and h2: an article's headings start below them.
      const Heading = `h${Math.min(6, block.level + 2)}` as 'h3';
      return <Heading key={index}>{inlineElements(block.children)}</Heading>;
    }
    case 'paragraph':
      return <p key={index}>{inlineElements(block.children)}</p>;
    case 'code':
      return <pre key={index}>{block.text}</pre>;
    case 'rule':
      return <hr key={index} />;
    case 'list': {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree is made anew from the text each time
        <li key={at}>
          {inlineElements(item.children)}
          {item.blocks.map(blockElement)}
        </li>
      ));
      return block.ordered ? (
        <ol key={index} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={index}>{items}</ul>
      );
    }
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll a wide table
        <div className="table-scroll" key={index} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                  <th key={at}>{inlineElements(cell)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
                <tr key={at}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                    <td key={column}>{inlineElements(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function inlineElements(inlines: readonly Inline[]): ReactNode {
  return inlines.map((inline, index) => {
    const key = index;
    switch (inline.kind) {
      case 'text':
        return inline.text;
      case 'break':
        return <br key={key} />;
      case 'code':
        return <code key={key}>{inline.text}</code>;
      case 'bold':
        return <strong key={key}>{inlineElements(inline.children)}</strong>;
      case 'link': {
        const href = safeHref(inline.href);
        if (href === null) return inlineElements(inline.children);
        return (
          <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {inlineElements(inline.children)}
          </a>
        );
      }
      default:
        return null;
    }
  });
}
