/** What surrounds a page's content on every page of a site. */
const around = [
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'nav',
  'footer',
  'aside',
  'dialog',
  'svg',
  '[role="navigation"]',
  '[role="banner"]',
  '[role="contentinfo"]',
  '[role="complementary"]',
  '[role="search"]',
  '[role="dialog"]',
  '[aria-hidden="true"]',
  '[hidden]',
  '.nav',
  '.navbar',
  '.menu',
  '.sidebar',
  '.breadcrumb',
  '.breadcrumbs',
  '.footer',
  '.site-header',
  '.pagination',
  '.cookie',
  '.cookie-banner',
  '.share',
  '.social',
  '.comments',
  '.advert',
  '.ads',
  '.toc',
  '.skip-link',
  '#nav',
  '#navbar',
  '#menu',
  '#sidebar',
  '#footer',
  '#comments',
  '#cookie',
  '#header',
];

const likelyMain = [
  'main',
  '[role="main"]',
  'article',
  '#content',
  '#main',
  '.article-content',
  '.article-body',
  '.markdown-body',
  '.post-content',
  '.entry-content',
  '.content',
];

/**
 * The part of a page that is about something: what it names its main part, otherwise the body without what surrounds
 * it. Changes the page.
 */
export function mainContent(page: Document): Element {
  // A page whose whole body carries such a class keeps its body.
  for (const element of Array.from(page.querySelectorAll(around.join(','))))
    if (element !== page.body && element !== page.documentElement) element.remove();
  const length = (element: Element) => (element.textContent ?? '').replace(/\s+/g, '').length;
  const whole = length(page.body);
  for (const selector of likelyMain) {
    const found = Array.from(page.querySelectorAll(selector));
    if (found.length !== 1) continue;
    if (length(found[0]!) >= Math.min(200, whole * 0.3)) return withoutHeader(found[0]!);
  }
  for (const header of Array.from(page.body.querySelectorAll('header')))
    if (!header.querySelector('h1')) header.remove();
  return withoutHeader(page.body);
}

/** Lists that hold nothing but links, and more than a few of them, lead elsewhere. */
function withoutHeader(main: Element): Element {
  for (const list of Array.from(main.querySelectorAll('ul'))) {
    const links = Array.from(list.querySelectorAll('a'));
    const own = (list.textContent ?? '').replace(/\s+/g, '').length;
    const linked = links.reduce((sum, link) => sum + (link.textContent ?? '').replace(/\s+/g, '').length, 0);
    if (links.length >= 5 && linked > own * 0.95 && own / links.length < 12) list.remove();
  }
  return main;
}
