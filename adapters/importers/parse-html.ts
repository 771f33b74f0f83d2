import { createRequire } from 'node:module';

interface Domino {
  createDocument(html: string, force?: boolean): Document;
}

/** Domino's own types are no module; this is all of it that is used. Nothing of a page is run or fetched. */
const domino = createRequire(import.meta.url)('@mixmark-io/domino') as Domino;

/** The DOM of a page, whatever its author made of it. */
export const parseHtml = (text: string): Document => domino.createDocument(text, true);
