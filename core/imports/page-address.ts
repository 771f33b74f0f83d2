/** Parameters that say where a visitor came from, never which page it is. */
const tracking =
  /^(utm_\w+|spm|scm|from|gclid|fbclid|msclkid|yclid|_hs\w+|mc_[ce]id|ref|share_\w+|jsessionid|phpsessid|sid)$/i;

/**
 * The one way to write a page's address: no fragment, no default port, no tracking parameters, the rest of them in
 * order, no trailing `index.html`. Undefined where it is no http(s) address or carries a password.
 */
export function canonicalAddress(text: string, base?: string): string | undefined {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password)
    return undefined;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/').replace(/\/{2,}/g, '/');
  return url.href.length > 2000 ? undefined : url.href;
}

/** Endings that are certainly no page to read: not even asked for. */
const notPages =
  /\.(png|jpe?g|gif|webp|avif|svg|ico|bmp|mp[34]|m4[av]|avi|mov|webm|wav|ogg|css|js|mjs|json|xml|rss|atom|woff2?|ttf|eot|zip|rar|7z|gz|tgz|bz2|xz|exe|dmg|apk|ipa|iso|docx?|xlsx?|pptx?|csv)$/i;

export const looksLikePage = (address: string): boolean => !notPages.test(new URL(address).pathname);

/** The same origin, where `www.` and http or https make no difference; ports must be the same otherwise. */
export function isSameSite(one: string, other: string): boolean {
  const place = (text: string) => {
    const url = new URL(text);
    return `${url.hostname.replace(/^www\./, '')}:${url.port}`;
  };
  return place(one) === place(other);
}

/** Whether an address lies in the folder of another: `/help/` holds `/help/a`, `/help` holds itself and `/help/…`. */
export function isBelow(address: string, folder: string): boolean {
  const path = new URL(address).pathname;
  const above = new URL(folder).pathname.replace(/[^/]*$/, '');
  return path.startsWith(above);
}
