const previewLength = 120;

/** A message in one short line, for a list: its text, or else the names of what was attached. */
export function previewOf(text: string, attachments: readonly { name: string }[] | undefined): string {
  const flat = (text || attachments?.map((attachment) => attachment.name).join(' ') || '')
    .replace(/\s+/g, ' ')
    .trim();
  // Never through the middle of a character that takes two units: half of one is no text.
  return flat.length > previewLength
    ? `${flat.slice(0, previewLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : flat;
}
