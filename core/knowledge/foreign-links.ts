const address =
  /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[^\s<>"'`()[\]（）【】「」，。；、！？]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\b(?:[a-z0-9-]{1,63}\.)+(?:com|cn|net|org|top|xyz|vip|shop|site|info|biz|cc|io|co|me|tv|app|link)\b(?:\/[^\s<>"'`()[\]（）【】「」，。；、！？]*)?/giu;
const linkTarget = /\]\(\s*<?([^)\s>]*)/g;

/**
 * The web and mail addresses of a text, link targets included, that do not stand in `known`: an answer may not send
 * a customer anywhere that no source names.
 */
export function foreignLinks(text: string, known: string): string[] {
  const sources = known.toLowerCase();
  const found = [
    ...[...text.matchAll(address)].map(([whole]) => whole),
    ...[...text.matchAll(linkTarget)].map(([, target]) => target!),
  ];
  return found.filter((link) => !sources.includes(link.replace(/[.,;:!?]+$/, '').toLowerCase()));
}
