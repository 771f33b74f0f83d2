import { type Block, type Inline, type ListItem, parseMarkdown } from '../ui/markdown.ts';

/**
 * Markdown of the knowledge base as a person would type it into a chat: lists keep their marks, a row of a table
 * becomes a line, emphasis disappears. Agents send plain words, so a suggestion is turned into them before it is used.
 */
export function plainText(markdown: string): string {
  return linesOf(parseMarkdown(markdown), '').join('\n').trim();
}

function linesOf(blocks: readonly Block[], indent: string): string[] {
  return blocks.flatMap((block) => blockLines(block).map((line) => indent + line));
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.children).split('\n');
    case 'list':
      return block.items.flatMap((item, at) =>
        itemLines(item, block.ordered ? `${block.start + at}. ` : '- '),
      );
    case 'code':
      return block.text.split('\n');
    case 'rule':
      return [];
    case 'table':
      return block.rows.map((row) => row.map(inlineText).join(' · '));
  }
}

function itemLines(item: ListItem, mark: string): string[] {
  return [mark + inlineText(item.children), ...linesOf(item.blocks, '  ')];
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(words).join('');
}

function words(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'bold':
      return inlineText(inline.children);
    case 'link': {
      const label = inlineText(inline.children);
      return label === inline.href ? label : `${label} ${inline.href}`;
    }
    case 'break':
      return '\n';
  }
}
