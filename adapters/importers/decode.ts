import { isUtf8 } from 'node:buffer';

/**
 * The text of bytes in whatever way it was saved, in pieces: by its byte order mark, UTF-16 by its zeros, UTF-8 where
 * it is that, otherwise GB 18030, in which sheets saved by Excel in China are.
 */
export function* decodePieces(bytes: Uint8Array, pieceBytes = 256 * 1024): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = decoder.decode(bytes.subarray(at, at + pieceBytes), {
      stream: at + pieceBytes < bytes.length,
    });
    if (piece !== '') yield piece;
  }
}

/** All of it at once. */
export const decode = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  // Blanks, digits and line ends alone make a tenth of any sheet: in UTF-16 each has its zero, in others nothing has.
  if (odd > start.length / 20 && even < odd / 10) return 'utf-16le';
  if (even > start.length / 20 && odd < even / 10) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}
