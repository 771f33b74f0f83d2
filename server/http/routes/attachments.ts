import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import type { Attachment } from '../../../core/terms/attachment.ts';
import { conversationParams, uuid } from '../inputs.ts';
import { createRateLimit } from '../rate-limit.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/terms.ts';
import { uploadedFile } from '../uploaded-file.ts';

const accepted =
  /^(image\/(png|jpeg|gif|webp|avif|heic|heif|bmp)|audio\/|video\/|text\/(plain|csv)|application\/(pdf|zip|x-cfb|rtf|msword|vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-)))/;
/** Only these are shown inside a page; everything else is downloaded. */
const shown = /^(image\/(png|jpeg|gif|webp|avif|bmp)|audio\/|video\/)/;

/** What a computer runs, or opens as a page, when somebody double-clicks it after downloading. */
const runs =
  /\.(html?|xhtml|shtml|mht|mhtml|svgz?|xml|xsl|js|mjs|jse|vbs?|vbe|wsf|wsh|hta|exe|com|scr|pif|bat|cmd|ps1|psm1|msi|msp|jar|lnk|url|reg|cpl|chm|iso|img|dll|sh|command|app|desktop)$/i;

interface Form {
  readonly mediaType: string;
  /** As files of this form are named, without the dot. */
  readonly extension: string;
}

/** What the bytes are, whatever their name says; plain text is what has no other form and is valid UTF-8. */
async function formOf(bytes: Buffer): Promise<Form | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return { mediaType: found.mime, extension: found.ext };
  if (bytes.includes(0)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // A text that a browser could take for a page or a program is not a text to pass on.
    return /^\s*<(!doctype|html|svg|script|\?xml)/i.test(text)
      ? undefined
      : { mediaType: 'text/plain', extension: 'txt' };
  } catch {
    return undefined;
  }
}

/** Files of a conversation: judged by their bytes, kept in the store, given only to who may follow the conversation. */
export function attachmentRoutes(app: App, { plugs, actions }: RouteNeeds): void {
  const uploads = createRateLimit(20, 60_000);

  app.post(
    '/api/conversations/:id/attachments',
    {
      config: {
        action: 'conversation.attach',
        crossOrigin: true,
        refuses: ['not-found', 'too-large', 'file-type-refused'],
      },
      bodyLimit: plugs.config.uploadBytes + 64 * 1024,
      schema: {
        tags: ['Customers', 'Staff'],
        summary: 'Upload a file (multipart field `file`)',
        params: conversationParams,
        consumes: ['multipart/form-data'],
        response: { 200: shapes.attachment },
      },
    },
    async (request): Promise<Attachment> => {
      const { caller } = request;
      if (caller.kind === 'anonymous') throw new Refusal('not-signed-in');
      if (!uploads.take(caller.id, Date.now())) throw new Refusal('too-many-requests');
      await actions.mayFollow(caller, request.params.id);
      const { name, bytes } = await uploadedFile(request);
      const form = await formOf(bytes);
      if (bytes.length === 0 || !form || !accepted.test(form.mediaType))
        throw new Refusal('file-type-refused');
      const attachment: Attachment = {
        id: crypto.randomUUID(),
        name: fileName(name, form),
        mediaType: form.mediaType,
        size: bytes.length,
      };
      await plugs.attachments.add({ ...attachment, conversationId: request.params.id }, bytes, Date.now());
      return attachment;
    },
  );

  app.get(
    '/api/attachments/:id',
    {
      config: { action: 'conversation.follow', crossOrigin: true, streams: '*/*', refuses: ['not-found'] },
      schema: {
        tags: ['Customers', 'Staff'],
        summary: 'The bytes of a file',
        params: z.object({ id: uuid }),
      },
    },
    async (request, reply) => {
      const [attachment] = await plugs.attachments.find([request.params.id]);
      if (!attachment) throw new Refusal('not-found');
      const { isOpened } = await actions.mayFollow(request.caller, attachment.conversationId);
      // Until somebody has opened the conversation nobody can tell whose file it is.
      if (!isOpened) throw new Refusal('not-found');
      const disposition = shown.test(attachment.mediaType) ? 'inline' : 'attachment';
      return reply
        .headers({
          'content-type': attachment.mediaType,
          'content-length': attachment.size,
          'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, max-age=86400, immutable',
        })
        .send(Readable.from(plugs.attachments.bytes(attachment.id)));
    },
  );
}

/**
 * A name without a path, control characters or direction marks that would make `.exe` look like `.png`; one that would
 * run what was judged to be a picture or a text gets the ending of what it is.
 */
function fileName(name: string, { extension }: Form): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean =
    base
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/[\s.]+$/u, '')
      .trim()
      .slice(-120)
      .toWellFormed() || 'file';
  return runs.test(clean) ? `${clean}.${extension}` : clean;
}
