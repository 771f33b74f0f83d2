import { simplifiedPairs } from './simplified-pairs.ts';

/** By UTF-16 unit: what is written for it, 0 where it stays. */
const written = new Uint16Array(0x1_0000);
for (let at = 0; at < simplifiedPairs.length; at += 2)
  written[simplifiedPairs.charCodeAt(at)] = simplifiedPairs.charCodeAt(at + 1);

/**
 * The text in simplified characters, one for one; 運費 and 运费 are the same words. A text of GB 2312 stays as it is,
 * 乾 and 著 among it. Linear.
 */
export function simplified(text: string): string {
  let at = 0;
  while (at < text.length && written[text.charCodeAt(at)] === 0) at++;
  if (at === text.length) return text;
  let read = text.slice(0, at);
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    read += String.fromCharCode(written[unit]! || unit);
  }
  return read;
}
