import { existsSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Disposition } from '../../core/terms/event.ts';
import { UsageError } from './options.ts';

/** One recorded dialogue, as the replay plays it. */
export interface Dialogue {
  readonly turns: readonly { readonly by: 'customer' | 'business'; readonly texts: readonly string[] }[];
  /** What the agent sums it up as, by how far the annotators thought the task accomplished. */
  readonly disposition: Disposition;
  /** 1–5, by how satisfied the annotators thought the customer. */
  readonly rating: number;
}

const mean = z.object({ mean: z.number().min(-2).max(2) });
const row = z.object({
  turns: z.array(z.object({ r: z.enum(['c', 'b']), text: z.array(z.string().max(10_000)) })).min(1),
  quality: z.object({ A: mean, S: mean }),
});

/**
 * Reads gzipped (or plain) JSON lines of dialogues.
 *
 * @throws UsageError that names the file and the line when it is missing or of another format
 */
export function readDialogues(file: string): Dialogue[] {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new UsageError(`${file} is no file.`);
  const dialogues = textOf(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [dialogueOf(line, `${file}, line ${index + 1}`)]));
  if (dialogues.length === 0) throw new UsageError(`${file} holds no dialogue.`);
  return dialogues;
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new UsageError(`${file} is a damaged gzip file: ${(error as Error).message}.`);
  }
}

function dialogueOf(line: string, place: string): Dialogue {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${place}: this is not JSON. One dialogue a line is expected, gzipped or plain.`);
  }
  const read = row.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new UsageError(
      `${place}: ${issue?.path.join('.') || 'the line'} does not fit (${issue?.message}). Expected are turns[{r: "c" or "b", text[]}] and quality.A.mean, quality.S.mean from -2 to 2.`,
    );
  }
  const { turns, quality } = read.data;
  return {
    turns: turns.map(({ r, text }) => ({
      by: r === 'c' ? 'customer' : 'business',
      texts: text.filter((one) => one.trim() !== ''),
    })),
    disposition:
      quality.A.mean >= 0.5 ? 'solved' : quality.A.mean >= -0.5 ? 'solved-with-follow-up' : 'not-solved',
    rating: Math.max(1, Math.min(5, Math.round(quality.S.mean) + 3)),
  };
}
