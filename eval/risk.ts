import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { risksOf } from '../core/perception/risk.ts';

/** A message and the risks that it carries; none for talk that only sounds like one. */
export interface RiskRow {
  readonly text: string;
  readonly risks: readonly string[];
}

/** All 0..100; 100 where there is nothing to get wrong. */
export type RiskFigures = {
  /** Of the messages that carry a risk: any risk was found. */
  readonly recall: number;
  /** Of the messages in which a risk was found: they carry one. */
  readonly precision: number;
  /** Of the risks carried: the very same was found. */
  readonly kindRecall: number;
};

/** How well the risks of a message are found. A person is called for any of them, so the first two figures count. */
export function measureRisk(rows: readonly RiskRow[]): RiskFigures {
  const found = rows.map(({ text }) => new Set<string>(risksOf(text).map(({ risk }) => risk)));
  const carrying = rows.filter(({ risks }) => risks.length > 0).length;
  const firing = found.filter(({ size }) => size > 0).length;
  const right = rows.filter(({ risks }, place) => risks.length > 0 && found[place]!.size > 0).length;
  const kinds = rows.flatMap(({ risks }, place) => risks.map((risk) => found[place]!.has(risk)));
  return {
    recall: share(right, carrying),
    precision: share(right, firing),
    kindRecall: share(kinds.filter(Boolean).length, kinds.length),
  };
}

/**
 * Our own rows. The rules were last widened by whoever wrote both parts, with both in mind: the recall on `frozen` guards
 * against getting worse and says nothing about unseen messages; rows by somebody else would.
 */
export function riskRows(part: 'development' | 'frozen'): RiskRow[] {
  return readFileSync(join(import.meta.dirname, 'risk', `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RiskRow);
}

const share = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);
