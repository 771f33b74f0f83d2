import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StoredImport } from '../../../adapters/store/imports.ts';
import { canonicalAddress } from '../../../core/imports/page-address.ts';
import type {
  ImportOptions,
  ImportView,
  RejectedRowView,
  SiteOptions,
  SiteView,
} from '../../../core/protocol/imports.ts';
import { ImportFailure, importFields } from '../../../core/terms/import.ts';
import type { Language } from '../../../core/terms/language.ts';
import { failureSentence, problemSentence } from '../../../core/text/import.ts';
import { noTopic } from '../../../core/text/no-topic.ts';
import { previewFile } from '../../imports/import-file.ts';
import { rejectedCsv } from '../../imports/rejected-csv.ts';
import { takeRows } from '../../imports/take-rows.ts';
import { filledText, language, uuid } from '../inputs.ts';
import { createRateLimit } from '../rate-limit.ts';
import { languageOf, Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/imports.ts';
import { noContent } from '../shapes/shape-of.ts';
import { takeUpload } from '../uploaded-stream.ts';

const params = z.object({ id: uuid });
const chunkBytes = 512 * 1024;

const status = z.enum(['draft', 'review', 'published']);
const split = z.enum(['whole', 'sections']);
const chosen = {
  status: status.default('draft'),
  /** What it is when nobody says: “other”, in the language of who imports. */
  topic: filledText(60).optional(),
  language: language.optional(),
  audience: z.enum(['everyone', 'staff']).optional(),
  inboxIds: z.array(filledText(100)).max(100).optional(),
  split: split.default('whole'),
};
const options = z.object({
  ...chosen,
  mapping: z.array(z.enum(importFields).nullable()).max(500).optional(),
});
const site = z.object({
  ...chosen,
  url: filledText(2000),
  kind: z.enum(['page', 'sitemap', 'crawl']),
  depth: z.int().min(0).max(10).default(3),
  mostPages: z.int().min(1).max(20_000).default(500),
  below: z.boolean().default(true),
  vanished: z.enum(['report', 'archive']).default('report'),
  every: z.enum(['day', 'week']).nullable().default(null),
});
const day = 86_400_000;

/** What is left out stays out: `undefined` is no choice. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** Imports into the knowledge base: files and sites, their progress, and every row that was not taken. */
export function importRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Knowledge'];
  const { imports, importSites, importRunner } = plugs;
  const uploads = createRateLimit(60, 60_000);
  /** One preview at a time: the others wait their turn. */
  let lastPreview: Promise<unknown> = Promise.resolve();

  const wordsOf = (request: FastifyRequest) => languageOf(request.headers['accept-language']);

  const chosenBy = <T extends { topic?: string | undefined }>(request: FastifyRequest, how: T) => ({
    ...given(how),
    topic: how.topic ?? noTopic[wordsOf(request)],
  });

  function viewOf(one: StoredImport, words: Language): ImportView {
    const { failure, failureDetail, ...rest } = one;
    return {
      ...rest,
      failure: failure && { code: failure, sentence: failureSentence(failure, words), detail: failureDetail },
    };
  }

  async function found(id: string): Promise<StoredImport> {
    const one = await imports.find(id);
    if (!one) throw new Refusal('not-found');
    return one;
  }

  /** Reads the first rows. A file that cannot be read fails here, before anybody starts it. */
  async function prepare(
    one: StoredImport,
    how: ImportOptions,
    bytes: number,
    words: Language,
  ): Promise<StoredImport> {
    const turn = lastPreview.then(() =>
      previewFile(imports, one, how, words, AbortSignal.timeout(180_000)).then(
        ({ format, preview }) => imports.prepared(one.id, bytes, format, preview),
        async (error) => {
          if (!(error instanceof ImportFailure)) throw error;
          await imports.prepared(one.id, bytes, null, null);
          return imports.fail(one.id, error, Date.now());
        },
      ),
    );
    lastPreview = turn.catch(() => undefined);
    const prepared = await turn;
    if (!prepared) throw new Refusal('conflict');
    return prepared;
  }

  async function takeFile(request: FastifyRequest, how: ImportOptions): Promise<StoredImport> {
    const id = crypto.randomUUID();
    let held: Buffer[] = [];
    let size = 0;
    let ordinal = 0;
    let one: StoredImport | undefined;
    const flush = async () => {
      if (size === 0) return;
      await imports.addChunk(id, ordinal, Buffer.concat(held));
      ordinal += 1;
      held = [];
      size = 0;
    };
    try {
      const { bytes } = await takeUpload(request, plugs.config.imports.fileBytes, async (name) => {
        one = await imports.add(
          { id, kind: 'file', name: fileName(name), state: 'uploading', options: how },
          staffOf(request).name,
          Date.now(),
        );
        return async (piece) => {
          held.push(piece);
          size += piece.length;
          if (size >= chunkBytes) await flush();
        };
      });
      await flush();
      return await prepare(one!, how, bytes, wordsOf(request));
    } catch (error) {
      // Half a file is nothing to keep.
      await imports.remove(id).catch(() => undefined);
      throw error;
    }
  }

  async function takeSite(request: FastifyRequest): Promise<StoredImport> {
    const read = site.safeParse(request.body ?? {});
    if (!read.success)
      throw new Refusal(
        'bad-input',
        read.error.issues.map(({ path, message }) => ({ at: `body.${path.join('.')}`, problem: message })),
      );
    const { url, kind, every, ...how } = read.data;
    const address = canonicalAddress(/^[a-z]+:\/\//i.test(url) ? url : `https://${url}`);
    if (!address)
      throw new Refusal('bad-input', [{ at: 'body.url', problem: 'an http or https address is needed' }]);
    const at = Date.now();
    const kept = await importSites.put(
      {
        id: crypto.randomUUID(),
        kind,
        address,
        options: chosenBy(request, how) as SiteOptions,
        every,
        nextAt: every === null ? null : at + (every === 'day' ? day : 7 * day),
      },
      staffOf(request).name,
      at,
    );
    const one = await importRunner.startSite(kept, staffOf(request).name);
    importRunner.wake();
    return one;
  }

  app.post(
    '/api/imports',
    {
      config: { action: 'import.run', refuses: ['too-large', 'conflict'] },
      bodyLimit: plugs.config.imports.fileBytes + 64 * 1024,
      schema: {
        tags,
        summary:
          'Upload a file (multipart field `file`: .md .html .docx .pdf .xlsx .csv .json) and see its first rows, or read a site: JSON `{url, kind: page|sitemap|crawl, depth, mostPages, below, vanished, every, status, topic}`',
        consumes: ['multipart/form-data', 'application/json'],
        querystring: z.object({
          start: z.enum(['true', 'false']).default('false'),
          status: chosen.status,
          topic: chosen.topic,
          split: chosen.split,
        }),
        response: { 201: shapes.importView },
      },
    },
    async (request, reply) => {
      if (!uploads.take(staffOf(request).id, Date.now())) throw new Refusal('too-many-requests');
      const { start, ...query } = request.query;
      const how = chosenBy(request, query);
      let one = request.isMultipart() ? await takeFile(request, how) : await takeSite(request);
      if (start === 'true' && one.state === 'prepared') {
        one = (await imports.start(one.id, how)) ?? one;
        importRunner.wake();
      }
      return reply.code(201).send(viewOf(one, wordsOf(request)));
    },
  );

  app.get(
    '/api/imports',
    {
      config: { action: 'import.read' },
      schema: {
        tags,
        summary: 'Imports, newest first',
        querystring: z.object({ siteId: uuid.optional() }),
        response: { 200: shapes.imports },
      },
    },
    async (request) => {
      const listed = await imports.list(given(request.query), 50);
      return { imports: listed.map((one) => ({ ...viewOf(one, wordsOf(request)), preview: null })) };
    },
  );

  app.get(
    '/api/imports/:id',
    {
      config: { action: 'import.read', refuses: ['not-found'] },
      schema: { tags, summary: 'An import with its progress', params, response: { 200: shapes.importView } },
    },
    async (request) => viewOf(await found(request.params.id), wordsOf(request)),
  );

  app.post(
    '/api/imports/:id/preview',
    {
      config: { action: 'import.run', refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary: 'The first rows again, with other choices',
        params,
        body: options,
        response: { 200: shapes.importView },
      },
    },
    async (request) => {
      const one = await found(request.params.id);
      if (one.kind !== 'file' || one.state !== 'prepared') throw new Refusal('conflict');
      return viewOf(
        await prepare(one, chosenBy(request, request.body), one.bytes, wordsOf(request)),
        wordsOf(request),
      );
    },
  );

  app.post(
    '/api/imports/:id/start',
    {
      config: { action: 'import.run', refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary: 'Write what was uploaded',
        params,
        body: options,
        response: { 200: shapes.importView },
      },
    },
    async (request) => {
      const one = await imports.start((await found(request.params.id)).id, chosenBy(request, request.body));
      if (!one) throw new Refusal('conflict');
      importRunner.wake();
      return viewOf(one, wordsOf(request));
    },
  );

  app.post(
    '/api/imports/:id/cancel',
    {
      config: { action: 'import.run', refuses: ['not-found', 'conflict'] },
      schema: { tags, summary: 'Stop; what was written stays', params, response: { 200: shapes.importView } },
    },
    async (request) => {
      const one = await importRunner.cancel((await found(request.params.id)).id);
      if (!one) throw new Refusal('conflict');
      return viewOf(one, wordsOf(request));
    },
  );

  app.post(
    '/api/imports/:id/resume',
    {
      config: { action: 'import.run', refuses: ['not-found', 'conflict'] },
      schema: { tags, summary: 'Go on where it stopped', params, response: { 200: shapes.importView } },
    },
    async (request) => {
      const before = await found(request.params.id);
      if (before.bytes > 0 && !(await imports.hasFile(before.id))) throw new Refusal('conflict');
      const one = await imports.resume(before.id);
      if (!one) throw new Refusal('conflict');
      importRunner.wake();
      return viewOf(one, wordsOf(request));
    },
  );

  app.post(
    '/api/imports/:id/again',
    {
      config: { action: 'import.run', refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary: 'The same file or site once more: what did not change makes no version',
        params,
        response: { 201: shapes.importView },
      },
    },
    async (request, reply) => {
      const one = await found(request.params.id);
      const by = staffOf(request).name;
      const kept = one.siteId ? await importSites.find(one.siteId) : undefined;
      const next = kept
        ? await importRunner.startSite(kept, by)
        : await imports.copy(one, crypto.randomUUID(), by, Date.now());
      if (!next) throw new Refusal('conflict');
      importRunner.wake();
      return reply.code(201).send(viewOf(next, wordsOf(request)));
    },
  );

  app.get(
    '/api/imports/:id/rejected',
    {
      config: { action: 'import.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Rows that were not taken, 200 a page, each with its reason and what stood there',
        params,
        querystring: z.object({ after: z.coerce.number().int().min(0).default(0) }),
        response: { 200: shapes.rejectedRows },
      },
    },
    async (request) => {
      const words = wordsOf(request);
      const rows = await imports.rejected((await found(request.params.id)).id, request.query.after, 200);
      const rejected: RejectedRowView[] = rows.map(({ problem, article, takenBy, ...row }) => ({
        ...row,
        code: problem.code,
        reason: problemSentence(problem, words),
        ...(article && {
          kept: {
            articleId: article.id,
            editedBy: String(problem.values?.by ?? ''),
            editedAt: Number(problem.values?.at ?? 0),
            takenBy,
          },
        }),
      }));
      return { rejected, next: rejected.length === 200 ? rejected.at(-1)!.ordinal : null };
    },
  );

  app.post(
    '/api/imports/:id/take',
    {
      config: { action: 'import.run', refuses: ['not-found'] },
      schema: {
        tags,
        summary:
          'Take the text of rows that were kept from articles people had edited: of these ordinals, or of all. What was edited once more since is left alone',
        params,
        body: z.object({ ordinals: z.array(z.int().min(1)).min(1).max(200).optional() }),
        response: { 200: shapes.takenRows },
      },
    },
    async (request) => {
      const one = await found(request.params.id);
      const by = staffOf(request).name;
      const done = await takeRows(plugs, one, request.body.ordinals, by, plugs.now());
      if (done.taken > 0) await importRunner.written();
      return done;
    },
  );

  app.get(
    '/api/imports/:id/rejected.csv',
    {
      config: { action: 'import.read', streams: 'text/csv', refuses: ['not-found'] },
      schema: { tags, summary: 'The same as a sheet to correct and import again', params },
    },
    async (request, reply) => {
      const one = await found(request.params.id);
      const name = one.name.replace(/\.[A-Za-z0-9]+$/, '').slice(-80);
      return reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}-rejected.csv`)}`,
        })
        .send(Readable.from(rejectedCsv(imports, one.id, wordsOf(request))));
    },
  );

  app.get(
    '/api/imports/:id/changes',
    {
      config: { action: 'import.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'What a reading of a site found new, changed or gone',
        params,
        response: { 200: shapes.siteChanges },
      },
    },
    async (request) => ({ changes: await importSites.changes((await found(request.params.id)).id, 500) }),
  );

  app.get(
    '/api/import-sites',
    {
      config: { action: 'import.read' },
      schema: { tags, summary: 'Sites with their last reading', response: { 200: shapes.sites } },
    },
    async (request) => {
      const sites: SiteView[] = [];
      for (const { createdBy: _, ...kept } of await importSites.list()) {
        const [last] = await imports.list({ siteId: kept.id }, 1);
        sites.push({ ...kept, lastImport: last ? viewOf(last, wordsOf(request)) : null });
      }
      return { sites };
    },
  );

  app.patch(
    '/api/import-sites/:id',
    {
      config: { action: 'import.run', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'How often a site is read',
        params,
        body: z.object({ every: z.enum(['day', 'week']).nullable() }),
        response: { 200: shapes.siteRhythm },
      },
    },
    async (request) => {
      const { every } = request.body;
      const next = every === null ? null : Date.now() + (every === 'day' ? day : 7 * day);
      const kept = await importSites.schedule(request.params.id, every, next);
      if (!kept) throw new Refusal('not-found');
      return { every: kept.every, nextAt: kept.nextAt };
    },
  );

  app.delete(
    '/api/import-sites/:id',
    {
      config: { action: 'import.run', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Look at a site no more; its articles stay',
        params,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      if (!(await importSites.remove(request.params.id))) throw new Refusal('not-found');
      return reply.code(204).send();
    },
  );
}

function fileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return (
    base
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-200)
      .toWellFormed() || 'file'
  );
}
