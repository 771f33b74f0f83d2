import type { SimulationReport } from '../../../../core/routing/simulation/report.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { durationWords } from '../../../../core/text/console-duration.ts';
import { simulationText } from '../../../../core/text/console-simulation.ts';
import { fill } from '../../../../core/text/fill.ts';

type Unit = 'share' | 'milliseconds' | 'count' | 'index';

/** One figure of a simulated day: how it is read, and which way is better (0: neither). */
export interface SimulatedFigure {
  readonly name: keyof typeof simulationText;
  readonly hint?: keyof typeof simulationText;
  readonly unit: Unit;
  readonly better: 1 | -1 | 0;
  readonly of: (report: SimulationReport) => number | null;
}

export const simulatedFigures: readonly SimulatedFigure[] = [
  { name: 'arrivals', unit: 'count', better: 0, of: ({ total }) => total.arrivals },
  { name: 'within20s', unit: 'share', better: 1, of: ({ total }) => total.within20s },
  { name: 'within30s', unit: 'share', better: 1, of: ({ total }) => total.within30s },
  { name: 'within60s', unit: 'share', better: 1, of: ({ total }) => total.within60s },
  { name: 'meanWaitMs', unit: 'milliseconds', better: -1, of: ({ total }) => total.meanWaitMs },
  { name: 'medianWaitMs', unit: 'milliseconds', better: -1, of: ({ total }) => total.medianWaitMs },
  { name: 'p95WaitMs', unit: 'milliseconds', better: -1, of: ({ total }) => total.p95WaitMs },
  { name: 'abandonment', unit: 'share', better: -1, of: ({ total }) => total.abandonment },
  { name: 'messages', unit: 'count', better: 0, of: ({ total }) => total.messages },
  { name: 'occupancy', unit: 'share', better: 0, of: ({ occupancy }) => occupancy },
  { name: 'fairness', hint: 'fairnessHint', unit: 'index', better: -1, of: ({ fairness }) => fairness },
  { name: 'stranded', hint: 'strandedHint', unit: 'count', better: -1, of: ({ stranded }) => stranded },
];

/** A value as people read it: 92.4%, 18 秒, 0.12. */
export function shownFigure(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`;
  if (unit === 'milliseconds') return durationWords(value, language);
  return unit === 'index' ? value.toFixed(2) : String(value);
}

/** How the second differs from the first, and whether that is good; null where it cannot be said or is the same. */
export function difference(
  figure: SimulatedFigure,
  first: number | null,
  second: number | null,
  language: Language,
): { readonly words: string; readonly judgement: 'better' | 'worse' | 'neither' } | null {
  if (first === null || second === null) return null;
  const delta = second - first;
  const sign = delta > 0 ? '+' : '−';
  const size = Math.abs(delta);
  const words =
    figure.unit === 'share'
      ? fill(simulationText.points[language], { count: Number((size * 100).toFixed(1)) })
      : shownFigure(size, figure.unit, language);
  if (shownFigure(first, figure.unit, language) === shownFigure(second, figure.unit, language)) return null;
  const judgement = figure.better === 0 ? 'neither' : Math.sign(delta) === figure.better ? 'better' : 'worse';
  return { words: `${sign}${words}`, judgement };
}
