import { ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { decode } from './decode.ts';
import { documentRows, titleFromName } from './document-rows.ts';
import { type HtmlElement, htmlToMarkdown } from './html-to-markdown.ts';
import { mainContent } from './main-content.ts';
import { parseHtml } from './parse-html.ts';

/** What a page says besides its words. */
export interface ReadPage {
  readonly title: string;
  readonly markdown: string;
  readonly language: string | undefined;
  /** Absolute addresses in the order in which they stand on the page. */
  readonly links: readonly string[];
  /** Where the page says its own address is. */
  readonly canonical: string | undefined;
  readonly noIndex: boolean;
  readonly noFollow: boolean;
}

/** Reads a page: its main content as Markdown, and where it leads. `address` makes its links absolute. */
export function readPage(bytes: Uint8Array, address: string | undefined, charset?: string): ReadPage {
  const page = parseHtml(pageText(bytes, charset));
  const base = page.querySelector('base[href]')?.getAttribute('href');
  const from = base && URL.canParse(base, address) ? new URL(base, address).href : address;
  const robots = metaOf(page, 'robots').toLowerCase();
  const canonical = page.querySelector('link[rel~="canonical"][href]')?.getAttribute('href') ?? '';
  const links = Array.from(page.querySelectorAll('a[href]'))
    .filter((link) => !/\bnofollow\b/i.test(link.getAttribute('rel') ?? ''))
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /^\s*[^#]/.test(href) && URL.canParse(href, from))
    .map((href) => new URL(href, from).href);
  const main = mainContent(page);
  const headings = Array.from(main.querySelectorAll('h1'));
  const ownTitle = headings.length === 1 ? oneLine(headings[0]!.textContent) : '';
  const title = ownTitle || oneLine(page.querySelector('h1')?.textContent) || siteless(oneLine(page.title));
  if (ownTitle && ownTitle === title) headings[0]!.remove();
  return {
    title,
    markdown: htmlToMarkdown(main as HtmlElement, from),
    language: page.documentElement?.getAttribute('lang') ?? undefined,
    links: [...new Set(links)].slice(0, 5_000),
    canonical: URL.canParse(canonical, from) ? new URL(canonical, from).href : undefined,
    noIndex: /\b(noindex|none)\b/.test(robots),
    noFollow: /\b(nofollow|none)\b/.test(robots),
  };
}

/** A page saved as a file. */
export const html: Importer = {
  format: 'html',
  *read(source): Generator<ImportRow> {
    if (source.bytes.length === 0) throw new ImportFailure('file-empty');
    const { title, markdown } = readPage(source.bytes, undefined);
    if (markdown === '') throw new ImportFailure('no-text');
    yield* documentRows(source, { title: title || titleFromName(source.name), markdown });
  },
};

function pageText(bytes: Uint8Array, charset: string | undefined): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const named = charset ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  if (named && !/^utf-?8$/i.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // An encoding that nobody knows: by the bytes then.
    }
  }
  return decode(bytes);
}

const metaOf = (page: Document, name: string) =>
  Array.from(page.querySelectorAll('meta[name]'))
    .filter((meta) => [name, 'tandem'].includes((meta.getAttribute('name') ?? '').toLowerCase()))
    .map((meta) => meta.getAttribute('content') ?? '')
    .join(',');

const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** `退换货政策 - 某某商城` without the site's own name. */
function siteless(title: string): string {
  const parts = title.split(/\s*[|_–—｜]\s*|\s+-\s+/);
  return parts[0] && parts[0].length >= 2 ? parts[0] : title;
}
