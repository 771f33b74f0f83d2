import type { EChartsCoreOption } from 'echarts/core';
import type { SimulationReport } from '../../../../core/routing/simulation/report.ts';
import { fontFamily, type Palette } from '../../../ui/tokens.ts';

type Point = SimulationReport['series'][number];

/** One line a policy over the day; the first solid in the humans' colour, the second dashed in the other. */
export function seriesChart({
  runs,
  value,
  share,
  bars,
  palette,
}: {
  readonly runs: readonly { readonly name: string; readonly points: readonly Point[] }[];
  readonly value: (point: Point) => number | null;
  /** From 0 to 1, drawn as per cent. */
  readonly share: boolean;
  /** Bars rather than lines: what is counted, and the same for all. */
  readonly bars?: boolean;
  readonly palette: Palette;
}): EChartsCoreOption {
  const axisLabel = { color: palette.textFaint, fontSize: 12, hideOverlap: true };
  const colours = [palette.human, palette.assistant];
  return {
    textStyle: { fontFamily, fontSize: 12, color: palette.textSoft },
    grid: { left: 8, right: 12, top: bars ? 12 : 40, bottom: 4, containLabel: true },
    legend: {
      show: !bars,
      top: 0,
      left: 0,
      itemWidth: 22,
      itemHeight: 10,
      itemGap: 16,
      textStyle: { color: palette.textSoft, fontSize: 12 },
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
      confine: true,
      valueFormatter: (shown: unknown) =>
        typeof shown !== 'number'
          ? '–'
          : share
            ? `${Math.round(shown * 100)}%`
            : String(Math.round(shown * 10) / 10),
    },
    xAxis: {
      type: 'category',
      boundaryGap: bars ?? false,
      data: (runs[0]?.points ?? []).map(({ from }) => clockOf(from)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.lineStrong } },
      axisLabel,
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(share ? { max: 1, interval: 0.25 } : { splitNumber: 4, minInterval: 1 }),
      axisLabel: { ...axisLabel, ...(share ? { formatter: (tick: number) => `${tick * 100}%` } : {}) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: runs.map(({ name, points }, index) => ({
      name,
      type: bars ? 'bar' : 'line',
      color: bars ? palette.lineStrong : colours[index],
      data: points.map(value),
      showSymbol: false,
      connectNulls: true,
      barMaxWidth: 12,
      lineStyle: { width: 2, type: index === 0 ? 'solid' : 'dashed' },
    })),
  };
}

/** Milliseconds after midnight as 14:15. */
export function clockOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
