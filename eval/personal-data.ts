import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fnvOf } from '../core/chance/fnv.ts';
import { personalDataIn } from '../core/knowledge/remove-personal-data.ts';
import type { HiddenKind } from '../core/text/answers.ts';
import { percent } from './part.ts';

/** A message as people write it, with where it tells who somebody is; no spans where it only looks so. */
export interface PersonalDataRow {
  readonly text: string;
  readonly language: 'zh' | 'en';
  /** Lots of new sentences that were measured at first sight; nothing is trained on them. */
  readonly lot?: 1 | 2;
  readonly spans: readonly { readonly kind: HiddenKind; readonly from: number; readonly to: number }[];
}

export function personalDataRows(
  part: 'development' | 'frozen' | 'frozen-second' | 'frozen-third' | 'bare-names',
): PersonalDataRow[] {
  return readFileSync(join(import.meta.dirname, 'personal-data', `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PersonalDataRow);
}

/**
 * The second set, written before its author had read any rule. By a fixed hash one half may be read when rules are
 * made; of the other only totals are looked at.
 */
export function secondRows(half: 'seen' | 'unseen'): PersonalDataRow[] {
  return personalDataRows('frozen-second').filter(
    ({ text }) => (fnvOf(text) % 2 === 0) === (half === 'seen'),
  );
}

/**
 * Recall: of the spans that tell who somebody is, those of which no letter or figure is left. Precision: of what was
 * taken out, that of which at least half lies in such spans. 0..100.
 */
export function measurePersonalData(rows: readonly PersonalDataRow[]) {
  const kinds = new Map<HiddenKind, { gone: number; all: number }>();
  const wrong: { text: string; left: string[]; needless: string[] }[] = [];
  let taken = 0;
  let meant = 0;
  for (const { text, spans } of rows) {
    const found = personalDataIn(text);
    const isHidden = (at: number) => found.some(({ from, to }) => from <= at && at < to);
    const left: string[] = [];
    for (const { kind, from, to } of spans) {
      const count = kinds.get(kind) ?? { gone: 0, all: 0 };
      count.all += 1;
      const words = text.slice(from, to);
      if ([...words].every((character, at) => !/[\p{L}\p{N}]/u.test(character) || isHidden(from + at)))
        count.gone += 1;
      else left.push(words);
      kinds.set(kind, count);
    }
    const needless: string[] = [];
    for (const { from, to } of found) {
      taken += 1;
      let inside = 0;
      for (let at = from; at < to; at++) if (spans.some((span) => span.from <= at && at < span.to)) inside++;
      if (inside * 2 >= to - from) meant += 1;
      else needless.push(text.slice(from, to));
    }
    if (left.length + needless.length > 0) wrong.push({ text, left, needless });
  }
  const counts = [...kinds.values()];
  const gone = counts.reduce((sum, count) => sum + count.gone, 0);
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  const byKind = Object.fromEntries(
    [...kinds].map(([kind, count]) => [kind, percent(count.gone / count.all)]),
  ) as Partial<Record<HiddenKind, number>>;
  return {
    figures: {
      recall: percent(all === 0 ? 1 : gone / all),
      precision: percent(taken === 0 ? 1 : meant / taken),
      spans: all,
      ...byKind,
    },
    wrong,
  };
}
