const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern, as `text.matchAll(pattern)` has them. That makes a copy of the pattern for each text
 * and reads its source anew, which for a list of words costs more than the matching; this uses the pattern itself.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex = behind(text, pattern);
  }
  return found;
}

/** Behind the next character, which with `u` or `v` may be a surrogate pair. */
function behind(text: string, { lastIndex, unicode, unicodeSets }: RegExp): number {
  return lastIndex + ((unicode || unicodeSets) && text.codePointAt(lastIndex)! > 0xffff ? 2 : 1);
}
