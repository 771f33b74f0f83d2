import { fnvOf } from '../chance/fnv.ts';

const otherStart = 0x2b992ddf;

/** A short name of a text, the same wherever it is made: two FNV-1a hashes, 64 bits. Signs and spaces do not count. */
export function refOf(text: string): string {
  const read = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return [fnvOf(read), fnvOf(read, otherStart)]
    .map((hash) => (hash >>> 0).toString(16).padStart(8, '0'))
    .join('');
}
