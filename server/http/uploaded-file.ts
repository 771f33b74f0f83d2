import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/**
 * The one file of a multipart upload, in memory.
 *
 * @throws Refusal `too-large` beyond the limit, `bad-input` when there is no file or the form is broken
 */
export async function uploadedFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  try {
    const part = await request.file();
    if (part) return { name: part.filename ?? '', bytes: await part.toBuffer() };
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      throw new Refusal('too-large');
    // The parser's own errors have no code; whatever is wrong with a form is its sender's to put right.
    throw new Refusal('bad-input', [{ at: 'body', problem: (error as Error).message }]);
  }
  throw new Refusal('bad-input', [{ at: 'body.file', problem: 'a multipart field `file` is needed' }]);
}
