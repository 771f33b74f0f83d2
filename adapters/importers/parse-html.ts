import { createRequire } from 'node:module';

interface Domino {
  createDocument(html: string, force?: boolean): Document;
}

/** Domino's own types are no module; this is all of it that is used. Nothing of a page is run or fetched. */
const domino = createRequire(import.meta.url)('@mixmark-io/domino') as Domino;

/** As deep as browsers nest elements; what is deeper stands beside. A parser's time grows with the square of the depth. */
const deepest = 512;
const tag = /<(\/?)([a-z][a-z0-9:-]*)[^<>]*>/gi;
/** Elements without an end, and those whose end may be left out: however many follow each other, they do not nest. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup'.split(
    ' ',
  ),
);

/** The DOM of a page, whatever its author made of it: in time that grows with its length, whatever its depth. */
export const parseHtml = (text: string): Document => domino.createDocument(flattened(text), true);

/** The page without the tags, not the words, of elements that are nested deeper than any browser does. */
function flattened(text: string): string {
  let depth = 0;
  return text.replace(tag, (whole, end: string, name: string) => {
    if (flat.has(name.toLowerCase()) || whole.endsWith('/>')) return whole;
    const own = end === '' ? ++depth : depth;
    if (end !== '' && depth > 0) depth--;
    return own > deepest ? '' : whole;
  });
}
