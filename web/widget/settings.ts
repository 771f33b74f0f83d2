import type { Language } from '../../core/terms/language.ts';

/** A signed identity, or a function that fetches a fresh one whenever the session is renewed. */
export type Identity = string | (() => string | Promise<string>);

/** What a host page may choose with `tandem('boot', …)` and change with `tandem('update', …)`. */
export interface Settings {
  readonly inboxId: string;
  readonly identity?: Identity | null;
  readonly language?: Language | 'auto';
  /** `#rrggbb`; the inbox's own accent when left out. */
  readonly accent?: string;
  /** The page opens the widget itself, with `tandem('show')`. */
  readonly hideLauncher?: boolean;
  readonly position?: 'left' | 'right';
  /** What the page is about: articles for other products do not answer what is written on it. */
  readonly product?: string | readonly string[] | null;
}

const mostProducts = 10;
const longestProduct = 60;

/** The page's products as they are sent; what is no name is left out. */
export function productsOf({ product }: Pick<Settings, 'product'>): readonly string[] {
  const given: readonly unknown[] = Array.isArray(product) ? product : [product];
  return given
    .flatMap((name) => (typeof name === 'string' ? [name.trim()] : []))
    .filter((name) => name !== '' && name.length <= longestProduct)
    .slice(0, mostProducts);
}

/** The language asked for, else the page's, else the first of the reader's languages that is spoken here, else Chinese. */
export function languageOf(
  asked: Settings['language'],
  ofPage: string,
  ofReader: readonly string[],
): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  for (const tag of [ofPage, ...ofReader]) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh' || language === 'en') return language;
  }
  return 'zh';
}

const hexColour = /^#[0-9a-f]{6}$/i;

/**
 * The accent and the text colour that reads on it (WCAG relative luminance: black above 0.179, white below). An
 * accent that is no `#rrggbb` is answered with the teal of the human seat.
 */
export function accentColours(accent: string | undefined): { accent: string; onAccent: string } {
  const colour = accent !== undefined && hexColour.test(accent) ? accent : '#0f766e';
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return { accent: colour, onAccent: luminance > 0.179 ? '#0c1413' : '#ffffff' };
}

/**
 * Names the person whose drafts and cursors are kept in this browser: the subject of the identity, else the
 * anonymous visitor. The signature is the server's business; here the claim only chooses a drawer.
 */
export function personOf(identity: string | null): string {
  if (identity === null) return 'visitor';
  try {
    const claims = identity.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(claims), (character) => character.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' && sub !== '' ? `contact:${sub}` : 'visitor';
  } catch {
    return 'visitor';
  }
}
