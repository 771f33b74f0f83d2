/**
 * A value as JSON that PostgreSQL takes: no NUL and no half of a surrogate pair in any text, both of which `jsonb`
 * refuses. Inputs are cleaned where they come in; this is for whatever was cut in two on the way.
 */
export function storable(value: unknown): string {
  const json = JSON.stringify(value);
  // Well-formed text is written as it is, so an escape of these is rare, and only then every text is looked at.
  if (!/\\u(?:d[89a-f]|0000)/.test(json)) return json;
  return JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part,
  );
}
