import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { layOut } from '../../core/imports/pdf-layout.ts';
import type { PdfPage, PdfText } from '../../core/imports/pdf-lines.ts';
import { ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { documentRows, titleFromName } from './document-rows.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const mostPages = 3_000;
/** Letters of a page that nobody could print on it. */
const mostTextsOfPage = 60_000;

/** PDF: text and tables with their pages. What is only a picture of text has none, and that is said. */
export const pdf: Importer = {
  format: 'pdf',
  async *read(source): AsyncGenerator<ImportRow> {
    const loading = getDocument({
      data: new Uint8Array(source.bytes),
      cMapUrl: `${join(home, 'cmaps')}/`,
      standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
      // Nothing is fetched, run or drawn: only words are wanted.
      useSystemFonts: false,
      useWorkerFetch: false,
      disableFontFace: true,
      stopAtErrors: false,
      maxImageSize: 1,
      verbosity: VerbosityLevel.ERRORS,
    });
    try {
      const document = await loading.promise;
      if (document.numPages > mostPages)
        throw new ImportFailure('file-too-large', `${document.numPages} pages`);
      const pages: PdfPage[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        pages.push(await pageOf(document, number));
        source.onProgress?.((0.9 * number) / document.numPages);
      }
      const { title, markdown } = layOut(pages);
      if (markdown.replace(/^#+ .*$/gm, '').trim() === '') throw new ImportFailure('no-text');
      const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as {
        info: { Title?: unknown };
      };
      yield* documentRows(source, {
        title: title ?? named(info.Title) ?? titleFromName(source.name),
        markdown,
      });
    } catch (error) {
      if (error instanceof ImportFailure) throw error;
      const { name, message } = error as Error;
      if (name === 'PasswordException') throw new ImportFailure('password-needed');
      throw new ImportFailure('file-broken', message?.slice(0, 200) ?? name);
    } finally {
      await loading.destroy();
    }
  },
};

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: false });
  const texts: PdfText[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    if (texts.length >= mostTextsOfPage) throw new ImportFailure('file-too-large', `page ${number}`);
    const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
    // Watermarks and the like stand at a slant.
    if (Math.abs(b) > Math.abs(a) * 0.1) continue;
    const [left, top] = viewport.convertToViewportPoint(x, y) as [number, number];
    const family = content.styles[item.fontName]?.fontFamily ?? '';
    const font = page.commonObjs.has(item.fontName)
      ? (page.commonObjs.get(item.fontName) as { name?: string; bold?: boolean; black?: boolean })
      : undefined;
    texts.push({
      text: item.str,
      x: left,
      y: top,
      width: item.width,
      size: item.height || Math.hypot(a, b),
      isBold:
        Boolean(font?.bold || font?.black) ||
        /bold|heavy|black|simhei|黑体/i.test(`${font?.name ?? ''} ${family}`),
    });
  }
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, texts };
}

/** A title that a program made up is none. */
function named(title: unknown): string | undefined {
  if (typeof title !== 'string') return undefined;
  const text = title.replace(/\s+/g, ' ').trim();
  return text === '' ||
    /^(untitled|microsoft|无标题|未命名|document\d*|.*\.(docx?|pptx?|xlsx?|indd|pdf|html?)$)/i.test(text)
    ? undefined
    : text;
}
