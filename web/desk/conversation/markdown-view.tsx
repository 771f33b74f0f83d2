import { Fragment, memo } from 'react';
import { type Block, type Inline, type ListItem, parseMarkdown } from '../../ui/markdown.ts';
import { MarkedText } from '../../ui/marked.tsx';

/** Markdown as elements. The tree knows no HTML, so nothing in a text can become any. */
export const MarkdownView = memo(function MarkdownView({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      <Blocks blocks={parseMarkdown(text)} />
    </div>
  );
});

/** The tree of one text never changes in place, so a position is as good as a name. */
function numbered<Value>(values: readonly Value[]): { readonly key: string; readonly value: Value }[] {
  return values.map((value, at) => ({ key: String(at), value }));
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return numbered(blocks).map(({ key, value }) => <BlockView key={key} block={value} />);
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p className="markdown-heading">
          <Inlines inlines={block.children} />
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'list':
      return block.ordered ? (
        <ol start={block.start}>
          <Items items={block.items} />
        </ol>
      ) : (
        <ul>
          <Items items={block.items} />
        </ul>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr />;
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll a wide table
        <div className="markdown-table" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {numbered(block.head).map(({ key, value }) => (
                  <th key={key}>
                    <Inlines inlines={value} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {numbered(block.rows).map((row) => (
                <tr key={row.key}>
                  {numbered(row.value).map(({ key, value }) => (
                    <td key={key}>
                      <Inlines inlines={value} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function Items({ items }: { readonly items: readonly ListItem[] }) {
  return numbered(items).map(({ key, value }) => (
    <li key={key}>
      <Inlines inlines={value.children} />
      <Blocks blocks={value.blocks} />
    </li>
  ));
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return numbered(inlines).map(({ key, value }) => (
    <Fragment key={key}>
      <InlineView inline={value} />
    </Fragment>
  ));
}

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <MarkedText text={inline.text} />;
    case 'code':
      return <code>{inline.text}</code>;
    case 'bold':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'link':
      return (
        <a href={inline.href} target="_blank" rel="noreferrer noopener">
          <Inlines inlines={inline.children} />
        </a>
      );
    case 'break':
      return <br />;
  }
}
