/** What one side said at one go. A side that writes three messages in a row takes one turn. */
export interface DialogueTurn {
  readonly by: 'contact' | 'business';
  readonly text: string;
}

/** Counted on each side, and once more in what the customer said last. */
const signs: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['asks', /[?？]/g],
  ['exclaims', /[!！]/g],
  ['thanks', /谢|thank|cheers|appreciate/g],
  ['faces', /\[|[\u{1F300}-\u{1FAFF}]/gu],
  ['soft', /[~～]/g],
  ['mentions', /@/g],
  ['stops', /[。.]/g],
  ['laughs', /哈|haha/g],
  ['wonders', /吗|嘛|呢/g],
  ['not', /不|n't\b|\bnot\b/g],
  ['none', /没|\bno\b/g],
  ['good', /好|\b(?:good|great|ok|okay|fine)\b/g],
];

const most = 7;

/** The names of what `structureOf` counts, in its order. */
export const structureNames: readonly string[] = [
  ...Array.from({ length: most - 1 }, (_, n) => `turns=${n + 2}`),
  'contactLast',
  'contactLength',
  'businessLength',
  'firstLength',
  'lastLength',
  'lastContactLength',
  ...signs.flatMap(([name]) => [`contact:${name}`, `business:${name}`, `lastContact:${name}`]),
  'repeats',
];

const size = (text: string) => Math.log1p(text.length);
const times = (text: string, pattern: RegExp) => Math.log1p(text.match(pattern)?.length ?? 0);

/**
 * The outer shape of a conversation as numbers, most of them ln(1 + count). `lastContact` is what the customer said
 * after the first turn, and empty before they did. Turns as `mergedTurns` makes them.
 */
export function structureOf(turns: readonly DialogueTurn[]): Float32Array {
  const said = (by: DialogueTurn['by']) => turns.filter((turn) => turn.by === by).map(({ text }) => text);
  const contact = said('contact');
  const ofContact = contact.join('\n').toLowerCase();
  const ofBusiness = said('business').join('\n').toLowerCase();
  const last = lastContactTurn(turns).toLowerCase();
  const count = Math.min(most, Math.max(2, turns.length));
  return Float32Array.from([
    ...Array.from({ length: most - 1 }, (_, n) => (count === n + 2 ? 1 : 0)),
    turns.at(-1)?.by === 'contact' ? 1 : 0,
    size(ofContact),
    size(ofBusiness),
    size(turns[0]?.text ?? ''),
    size(turns.at(-1)?.text ?? ''),
    size(last),
    ...signs.flatMap(([, pattern]) => [
      times(ofContact, pattern),
      times(ofBusiness, pattern),
      times(last, pattern),
    ]),
    repeatsOf(contact),
  ]);
}

/** What the customer said last, if it is not what they began with. */
export function lastContactTurn(turns: readonly DialogueTurn[]): string {
  const place = turns.findLastIndex(({ by }) => by === 'contact');
  return place > turns.findIndex(({ by }) => by === 'contact') ? turns[place]!.text : '';
}

/** The highest share of the last customer turn's character pairs that an earlier one has too. */
function repeatsOf(contact: readonly string[]): number {
  const last = pairsOf(contact.at(-1) ?? '');
  if (contact.length < 2 || last.size === 0) return 0;
  return Math.max(
    ...contact.slice(0, -1).map((text) => {
      const earlier = pairsOf(text);
      let shared = 0;
      for (const pair of last) if (earlier.has(pair)) shared++;
      return shared / last.size;
    }),
  );
}

function pairsOf(text: string): ReadonlySet<string> {
  const read = text.slice(0, 500);
  const pairs = new Set<string>();
  for (let n = 0; n + 1 < read.length; n++) pairs.add(read.slice(n, n + 2));
  return pairs;
}

/** Consecutive messages of one side as one turn each; empty ones left out. */
export function mergedTurns(turns: readonly DialogueTurn[]): DialogueTurn[] {
  const merged: DialogueTurn[] = [];
  for (const { by, text } of turns) {
    if (text.trim() === '') continue;
    const before = merged.at(-1);
    if (before?.by === by) merged[merged.length - 1] = { by, text: `${before.text}\n${text}` };
    else merged.push({ by, text });
  }
  return merged;
}
