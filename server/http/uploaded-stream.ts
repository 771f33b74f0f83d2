import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/**
 * The one file of a multipart upload, given to `take` in pieces as it arrives, so that no file is ever in memory.
 *
 * @throws Refusal `too-large` beyond `mostBytes`, `bad-input` when there is no file or the form is broken
 */
export async function takeUpload(
  request: FastifyRequest,
  mostBytes: number,
  begin: (name: string) => Promise<(piece: Buffer) => Promise<void>>,
): Promise<{ name: string; bytes: number }> {
  try {
    const part = await request.file({ limits: { fileSize: mostBytes } });
    if (!part)
      throw new Refusal('bad-input', [{ at: 'body.file', problem: 'a multipart field `file` is needed' }]);
    const name = part.filename ?? '';
    const take = await begin(name);
    let bytes = 0;
    for await (const piece of part.file as AsyncIterable<Buffer>) {
      bytes += piece.length;
      await take(piece);
    }
    if (part.file.truncated) throw new Refusal('too-large');
    return { name, bytes };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code = '' } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      throw new Refusal('too-large');
    // What the store says is not the sender's fault; the parser's own errors have no code.
    if (/^[0-9A-Z]{5}$|^E[A-Z]+$/.test(code)) throw error;
    throw new Refusal('bad-input', [{ at: 'body', problem: (error as Error).message }]);
  }
}
