import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emotion } from '../../core/terms/perception.ts';

/** A message that people of this project wrote, with what is felt in it. */
export interface OwnMessage {
  readonly text: string;
  readonly language: 'zh' | 'en';
  readonly emotion: Emotion;
  /** 1 where it attacks a person. */
  readonly abuse: number;
}

const folder = join(import.meta.dirname, '../../models');

/**
 * Own messages of one half, as they come along with the product: `dev` may be learned from, `frozen` only judges.
 * None where the file is missing.
 */
export function ownMessages(half: 'dev' | 'frozen'): OwnMessage[] {
  const file = join(folder, `own-messages.${half}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OwnMessage);
}
