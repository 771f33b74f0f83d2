/** What a sitemap lists (sitemaps.org, protocol 0.9). */
export interface Sitemap {
  readonly pages: readonly { readonly address: string; readonly lastModified?: string }[];
  /** Further sitemaps, where it is an index. */
  readonly sitemaps: readonly string[];
}

const mostEntries = 50_000;

/**
 * Reads a sitemap, an index of sitemaps, or a text file of addresses. Entities other than the five of XML stay as they
 * are: nothing is ever expanded, so no file grows while it is read.
 */
export function parseSitemap(text: string): Sitemap {
  if (!/<(urlset|sitemapindex|url|sitemap)[\s>]/i.test(text.slice(0, 100_000))) {
    const lines = text.split(/\s+/).filter((line) => /^https?:\/\//i.test(line));
    return { pages: lines.slice(0, mostEntries).map((address) => ({ address })), sitemaps: [] };
  }
  const pages: { address: string; lastModified?: string }[] = [];
  const sitemaps: string[] = [];
  let at = 0;
  while (pages.length + sitemaps.length < mostEntries) {
    const open = /<(?:\w+:)?(url|sitemap)(?:\s[^>]*)?>/gi;
    open.lastIndex = at;
    const found = open.exec(text);
    if (!found) break;
    const start = open.lastIndex;
    const end = text.slice(start, start + 20_000).search(new RegExp(`</(?:\\w+:)?${found[1]}>`, 'i'));
    const entry = text.slice(start, start + (end < 0 ? 20_000 : end));
    at = start + (end < 0 ? 1 : end);
    const address = value(entry, 'loc');
    if (!address) continue;
    if (found[1]!.toLowerCase() === 'sitemap') sitemaps.push(address);
    else {
      const lastModified = value(entry, 'lastmod');
      pages.push({ address, ...(lastModified ? { lastModified } : {}) });
    }
  }
  return { pages, sitemaps };
}

function value(entry: string, name: string): string | undefined {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]]*)`, 'i')
    .exec(entry)?.[1]
    ?.trim();
  return found
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
