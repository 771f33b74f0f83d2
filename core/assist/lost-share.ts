/** Longer texts are compared by their beginnings. */
const longest = 2_000;

/**
 * How much of `taken` is not in `sent` any more, wherever it stands there, 0 to 1: the distance to the most similar
 * stretch of `sent` (Sellers 1980), over the length of `taken`. For help that is only a part of the reply.
 */
export function lostShare(taken: string, sent: string): number {
  const part = [...taken.trim().slice(0, longest)];
  const whole = [...sent.slice(0, longest)];
  if (part.length === 0) return 0;
  let before = new Uint16Array(whole.length + 1);
  let row = new Uint16Array(whole.length + 1);
  for (const [line, character] of part.entries()) {
    row[0] = line + 1;
    for (let place = 0; place < whole.length; place += 1) {
      const change = before[place]! + (character === whole[place] ? 0 : 1);
      row[place + 1] = Math.min(change, before[place + 1]! + 1, row[place]! + 1);
    }
    [before, row] = [row, before];
  }
  return before.reduce((least, one) => Math.min(least, one)) / part.length;
}
