/** What a site's robots.txt asks of us, read as RFC 9309 says. */
export interface RobotsRules {
  readonly rules: readonly { readonly allow: boolean; readonly pattern: string }[];
  /** Seconds between two calls, where it asks for some (not in the RFC, widely written). */
  readonly delaySeconds?: number;
  readonly sitemaps: readonly string[];
}

export const everythingAllowed: RobotsRules = { rules: [], sitemaps: [] };
/** RFC 9309 §2.3.1.4: when the file cannot be reached the whole site is off limits. */
export const nothingAllowed: RobotsRules = { rules: [{ allow: false, pattern: '/' }], sitemaps: [] };

/** The RFC lets a crawler stop reading after 500 KiB. */
const mostCharacters = 512 * 1024;

/**
 * Reads robots.txt for a crawler of the name `product` (letters, `-` and `_`). Groups that name it count together;
 * where none does, those for `*`. A line that makes no sense is passed over.
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const groups: { agents: string[]; rules: { allow: boolean; pattern: string }[]; delay?: number }[] = [];
  const sitemaps: string[] = [];
  let open = false;
  for (const raw of text
    .slice(0, mostCharacters)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)) {
    const line = raw.replace(/#.*$/, '').trim();
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [] });
      groups.at(-1)!.agents.push(value.toLowerCase());
      open = true;
      continue;
    }
    if (key === 'sitemap') {
      sitemaps.push(value);
      continue;
    }
    const group = groups.at(-1);
    if (!group) continue;
    if (key === 'allow' || key === 'disallow') {
      open = false;
      if (value !== '') group.rules.push({ allow: key === 'allow', pattern: normal(value) });
    } else if (key === 'crawl-delay') {
      open = false;
      const seconds = Number(value);
      if (Number.isFinite(seconds) && seconds >= 0) group.delay = seconds;
    }
  }
  const name = product.toLowerCase();
  const own = groups.filter(({ agents }) => agents.some((agent) => /^[a-z_-]+/.exec(agent)?.[0] === name));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const delay = chosen.map(({ delay: seconds }) => seconds).find((seconds) => seconds !== undefined);
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    ...(delay === undefined ? {} : { delaySeconds: delay }),
    sitemaps: sitemaps.slice(0, 50),
  };
}

/** Whether an address (path and query) may be read: the longest rule that fits decides, and `allow` where two tie. */
export function isAllowed(robots: RobotsRules, pathAndQuery: string): boolean {
  const path = normal(pathAndQuery);
  if (path === '/robots.txt') return true;
  let best: { allow: boolean; length: number } | undefined;
  for (const { allow, pattern } of robots.rules) {
    if (!fits(pattern, path)) continue;
    if (!best || pattern.length > best.length || (pattern.length === best.length && allow))
      best = { allow, length: pattern.length };
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end. Linear: no pattern makes it slow. */
function fits(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$');
  const parts = (ends ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(parts[0]!)) return false;
  let at = parts[0]!.length;
  for (let index = 1; index < parts.length; index += 1) {
    const part = parts[index]!;
    if (ends && index === parts.length - 1) {
      const start = path.length - part.length;
      return start >= at && path.endsWith(part);
    }
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !ends || at === path.length;
}

/** Percent-encoded the same way on both sides (RFC 9309 §2.2.2). */
function normal(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-fA-F]{2}/g, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : code.toUpperCase();
    });
}
