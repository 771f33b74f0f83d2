import { fnvOf } from '../chance/fnv.ts';

const frozenOneIn = 5;
const longest = 4_000;

/** What makes two texts the same for learning: letters and digits, whatever stands between them; signs if that is all. */
export function sameTextKey(text: string): string {
  const read = text.slice(0, longest).normalize('NFKC').toLowerCase();
  return read.replace(/[^\p{L}\p{N}]+/gu, '') || read.trim();
}

/**
 * Whether a text belongs to the frozen set: a fixed fifth, told by a hash of its letters and digits (FNV-1a), so that
 * no row ever changes sides, however often it is added, whoever labels it and whichever process asks.
 */
export function isFrozen(text: string): boolean {
  let hash = fnvOf(sameTextKey(text)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % frozenOneIn === 0;
}
