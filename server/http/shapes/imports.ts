import { z } from 'zod';
import type {
  ImportOptions,
  ImportPreview,
  ImportView,
  RejectedRowView,
  SiteChangeView,
  SiteOptions,
  SiteView,
  TakenRows,
} from '../../../core/protocol/imports.ts';
import {
  type ImportFailureCode,
  importFields,
  importFormats,
  type RowProblemCode,
} from '../../../core/terms/import.ts';
import { count, language, list, shapeOf, share, time } from './shape-of.ts';
import { audience } from './terms.ts';

/** Imports into the knowledge base: files and sites. */

const text = z.string();
const mapping = list(z.enum(importFields).nullable()).describe('for each column what it holds');

const options = {
  status: z.enum(['draft', 'review', 'published']),
  topic: text,
  language: language.optional(),
  audience: audience.optional(),
  inboxIds: list(text).optional(),
  split: z.enum(['whole', 'sections']),
  mapping: mapping.optional(),
};
const fileOptions = shapeOf<ImportOptions>('ImportOptions')(z.strictObject(options));
const siteOptions = shapeOf<SiteOptions>('SiteOptions')(
  z.strictObject({
    ...options,
    depth: count,
    mostPages: count,
    below: z.boolean(),
    vanished: z.enum(['report', 'archive']),
  }),
);

const preview = shapeOf<ImportPreview>('ImportPreview')(
  z.strictObject({
    sheets: list(z.strictObject({ sheet: text, header: list(text), mapping })),
    rows: list(
      z.strictObject({
        row: count,
        sheet: text.optional(),
        title: text.optional(),
        excerpt: text.optional(),
        similar: count.optional(),
        topic: text.optional(),
        reason: text.optional(),
      }),
    ),
  }),
);

const failureCode = shapeOf<ImportFailureCode>()(
  z.enum([
    'file-type',
    'file-too-large',
    'file-empty',
    'unpacks-too-large',
    'file-broken',
    'password-needed',
    'old-office-format',
    'no-text',
    'no-columns',
    'too-much-memory',
    'too-much-time',
    'too-many-rows',
    'address-refused',
    'page-unreachable',
    'nothing-found',
    'internal',
  ]),
);

export const importView = shapeOf<ImportView>('Import')(
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(['file', 'page', 'sitemap', 'crawl']),
    siteId: z.uuid().nullable(),
    name: text.describe('of the file, or the address'),
    format: z.enum(importFormats).nullable(),
    bytes: count,
    state: z.enum(['uploading', 'prepared', 'queued', 'reading', 'writing', 'done', 'failed', 'cancelled']),
    failure: z.strictObject({ code: failureCode, sentence: text, detail: text }).nullable(),
    options: z.union([siteOptions, fileOptions]),
    preview: preview.nullable(),
    share: share.describe('how much of the source has been read'),
    rows: count.describe('dealt with; what follows adds up to it'),
    created: count,
    updated: count,
    unchanged: count,
    rejected: count,
    vanished: count,
    createdBy: text,
    createdAt: time,
    endedAt: time.nullable(),
  }),
);
export const imports = z.strictObject({ imports: list(importView) });

const problemCode = shapeOf<RowProblemCode>()(
  z.enum([
    'no-title',
    'no-body',
    'long-title',
    'long-body',
    'unknown-language',
    'bad-id',
    'same-id',
    'not-an-article',
    'open-quote',
    'bad-quotes',
    'no-columns',
    'taken-for-names',
    'robots',
    'http-status',
    'not-a-page',
    'page-too-large',
    'page-unreachable',
    'page-timeout',
    'page-unreadable',
    'page-empty',
    'page-not-for-index',
    'address-refused',
    'off-site',
    'too-many-redirects',
    'edited-here',
    'edited-by',
  ]),
);

const rejectedRow = shapeOf<RejectedRowView>('RejectedRow')(
  z.strictObject({
    ordinal: count,
    row: count,
    sheet: text.nullable(),
    code: problemCode,
    reason: text,
    content: z.record(text, text),
    kept: z
      .strictObject({ articleId: text, editedBy: text, editedAt: time, takenBy: text.nullable() })
      .optional(),
  }),
);
export const rejectedRows = z.strictObject({
  rejected: list(rejectedRow),
  next: count.nullable().describe('the `after` of the following page'),
});
export const takenRows = shapeOf<TakenRows>()(z.strictObject({ taken: count, edited: count }));

const siteChange = shapeOf<SiteChangeView>('SiteChange')(
  z.strictObject({
    address: text,
    change: z.enum(['new', 'changed', 'vanished']),
    title: text,
    articleId: text.nullable(),
  }),
);
export const siteChanges = z.strictObject({ changes: list(siteChange) });

const every = z.enum(['day', 'week']).nullable();
const site = shapeOf<SiteView>('ImportSite')(
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(['page', 'sitemap', 'crawl']),
    address: text,
    options: siteOptions,
    every,
    nextAt: time.nullable(),
    pages: count,
    lastImport: importView.nullable(),
  }),
);
export const sites = z.strictObject({ sites: list(site) });
export const siteRhythm = z.strictObject({ every, nextAt: time.nullable() });
