import Turndown from 'turndown';
import { tableToMarkdown } from './html-table.ts';

/** What Turndown is given: the part of the DOM that both sides know. */
export type HtmlElement = HTMLElement;

/**
 * Markdown of a part of a page: headings, lists, tables, code and links stay. What runs, embeds or is only looked at
 * goes; links that are not http(s), mail or telephone keep their words alone.
 */
export function htmlToMarkdown(root: HtmlElement, base?: string): string {
  const turndown = new Turndown({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  });
  turndown.remove([
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'canvas',
    'video',
    'audio',
    'form',
    'button',
    'input',
    'select',
    'textarea',
    'head',
    'link',
    'meta',
  ]);
  turndown.addRule('pictures', { filter: ['img', 'picture'], replacement: () => '' });
  turndown.addRule('vectors', {
    filter: (node) => node.nodeName.toLowerCase() === 'svg',
    replacement: () => '',
  });
  turndown.addRule('tables', {
    filter: 'table',
    replacement: (content, node) => tableToMarkdown(node as HtmlElement, content),
  });
  turndown.addRule('questions', {
    filter: (node) => node.nodeName === 'SUMMARY',
    replacement: (content) => `\n\n### ${content.trim()}\n\n`,
  });
  turndown.addRule('terms', {
    filter: (node) => node.nodeName === 'DT',
    replacement: (content) => `\n\n### ${content.trim()}\n\n`,
  });
  turndown.addRule('definitions', {
    filter: (node) => node.nodeName === 'DD',
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  });
  turndown.addRule('links', {
    filter: 'a',
    replacement(content, node) {
      const words = content.replace(/\s+/g, ' ').trim();
      const target = (node as HtmlElement).getAttribute('href') ?? '';
      const address = absolute(target, base);
      if (words === '' || !address || /^#/.test(target)) return words;
      return `[${words}](${address.replace(/[()\s]/g, (mark) => encodeURIComponent(mark).replace('(', '%28').replace(')', '%29'))})`;
    },
  });
  return turndown
    .turndown(root as unknown as Turndown.Node)
    .replace(/[\u00a0\u200b\ufeff]/g, (mark) => (mark === '\u00a0' ? ' ' : ''))
    .replace(/^(\s*)- {3}/gm, '$1- ')
    .replace(/^(\s*\d+\.) {2}/gm, '$1 ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function absolute(target: string, base: string | undefined): string | undefined {
  if (!URL.canParse(target, base)) return undefined;
  const url = new URL(target, base);
  return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
}
