/** The text in parts, each with its place; neighbouring marks are one. */
export function markedParts(
  text: string,
  marks: readonly string[],
): readonly { readonly at: number; readonly words: string; readonly isMarked: boolean }[] {
  const longestFirst = marks.filter(Boolean).sort((one, other) => other.length - one.length);
  const parts: { at: number; words: string; isMarked: boolean }[] = [];
  for (let at = 0; at < text.length; ) {
    const found = longestFirst.find((mark) => text.startsWith(mark, at) && standsFree(text, at, mark));
    const words = found ?? text[at]!;
    const last = parts.at(-1);
    if (last && last.isMarked === (found !== undefined)) last.words += words;
    else parts.push({ at, words, isMarked: found !== undefined });
    at += words.length;
  }
  return parts;
}

const latin = /[A-Za-z0-9]/;

/** “tent” is not marked within “potent”; Chinese has no such borders. */
const standsFree = (text: string, at: number, mark: string): boolean =>
  !latin.test(mark) || (!latin.test(text[at - 1] ?? ' ') && !latin.test(text[at + mark.length] ?? ' '));
