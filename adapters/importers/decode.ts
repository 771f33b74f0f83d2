import { isUtf8 } from 'node:buffer';

/**
 * The text of bytes in whatever way it was saved, in pieces: by its byte order mark, UTF-16 by its zeros, UTF-8 where
 * it is that, otherwise as sheets saved by Excel are: Big5 from Taiwan and Hong Kong, GB 18030 from the mainland.
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

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export function encodingOf(bytes: Uint8Array): Encoding {
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
  return isUtf8(bytes) ? 'utf-8' : chineseEncodingOf(bytes.subarray(0, sampleBytes));
}

const sampleBytes = 64 * 1024;
/** Characters of which any text of questions and answers has some; those above U+4E00 that no other encoding hits by chance. */
const common = new Set(
  '的是不有在人我一了可以上下到中大天要和也你用出就如何什已能多日月元品商收付退三二小至或及件本支持同方式服務务這这個个們们來来時时會会為为請请問问麼么換换貨货訂订單单後后與与電电話话網网頁页寄運运費费發发票'.split(
    '',
  ),
);

/** The same bytes make words in one of the two and rare characters in the other. */
function chineseEncodingOf(sample: Uint8Array): 'gb18030' | 'big5' {
  const hits = (encoding: 'gb18030' | 'big5') => {
    let count = 0;
    for (const character of new TextDecoder(encoding).decode(sample)) if (common.has(character)) count++;
    return count;
  };
  return hits('big5') > hits('gb18030') ? 'big5' : 'gb18030';
}
