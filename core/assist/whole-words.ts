const letters = /[\p{Script=Latin}\p{N}'’]/u;
const hanBefore = /\p{Script=Han}{0,6}$/u;
const hanBehind = /^\p{Script=Han}{0,4}/u;

/**
 * Where a proposal should end, so that it ends no word half: at its own end, or before it. `on` is how it would go on
 * (it begins with the proposal), `words` cuts Chinese; it may give parts of words as well.
 */
export function endOfWords(
  before: string,
  proposed: string,
  on: string,
  words: (text: string) => readonly string[],
): number {
  for (let end = proposed.length; end > 0; end--)
    if (!isWithinWord(before + proposed.slice(0, end), on.slice(end), words)) return end;
  return 0;
}

function isWithinWord(before: string, behind: string, words: (text: string) => readonly string[]): boolean {
  const [last, next] = [before.at(-1) ?? '', behind[0] ?? ''];
  if (letters.test(last) && letters.test(next)) return true;
  const head = hanBefore.exec(before)![0];
  const tail = hanBehind.exec(behind)![0];
  if (head === '' || tail === '') return false;
  const run = head + tail;
  return words(run).some((word) => {
    for (let at = run.indexOf(word); at !== -1; at = run.indexOf(word, at + 1))
      if (at < head.length && at + word.length > head.length) return true;
    return false;
  });
}
