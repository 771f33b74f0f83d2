import mammoth from 'mammoth';
import { ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { documentRows, titleFromName } from './document-rows.ts';
import { type HtmlElement, htmlToMarkdown } from './html-to-markdown.ts';
import { parseHtml } from './parse-html.ts';
import { packed, unpack } from './unpack.ts';

/** Word's own heading styles have English names; WPS and translated templates write theirs. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='标题 ${level}'] => h${level}:fresh`,
    `p[style-name='标题${level}'] => h${level}:fresh`,
    `p[style-name='Heading${level}'] => h${level}:fresh`,
  ]),
];

/** A document in XML is read whole: three hundred megabytes of it are no document of anybody. */
const limits = { totalBytes: 48 * 1024 * 1024, entries: 5_000 };

/** Word documents. Headings, lists, tables, links and notes stay; pictures go. */
export const docx: Importer = {
  format: 'docx',
  async *read(source): AsyncGenerator<ImportRow> {
    const entries = unpack(
      source.bytes,
      (name) =>
        /\.(xml|rels)$/.test(name) && !/^(word\/(theme|media|charts|embeddings)|customXml)\//.test(name),
      limits,
    );
    if (!entries['word/document.xml']) throw new ImportFailure('file-broken', 'no document');
    // No document of Word declares entities: what does wants to grow.
    for (const xml of Object.values(entries))
      if (Buffer.from(xml.buffer, xml.byteOffset, Math.min(xml.length, 2048)).includes('<!DOCTYPE'))
        throw new ImportFailure('file-broken', 'entities');
    let page: string;
    try {
      const result = await mammoth.convertToHtml(
        { buffer: Buffer.from(packed(entries)) },
        { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
      );
      page = result.value;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw new ImportFailure('file-broken', (error as Error).message.slice(0, 200));
    }
    const document = parseHtml(`<body>${page}</body>`);
    for (const mark of Array.from(document.querySelectorAll('a[id]:not([href])'))) mark.remove();
    const first = document.querySelector('h1.title') ?? onlyFirstHeading(document);
    const title = (first?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (title !== '') first!.remove();
    const markdown = htmlToMarkdown(document.body as HtmlElement);
    if (markdown === '') throw new ImportFailure('no-text');
    yield* documentRows(source, { title: title || titleFromName(source.name), markdown });
  },
};

/** A single first-level heading at the very start is the document's title. */
function onlyFirstHeading(document: Document): Element | undefined {
  const headings = Array.from(document.querySelectorAll('h1'));
  return headings.length === 1 && document.body.firstElementChild === headings[0] ? headings[0] : undefined;
}
