import type { EChartsCoreOption } from 'echarts/core';
import type { ModelVersion } from '../../../../core/protocol/understanding.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { versionsText } from '../../../../core/text/console-versions.ts';
import { fill } from '../../../../core/text/fill.ts';
import { fontFamily, type Palette } from '../../../ui/tokens.ts';
import { asShare } from './outcome-sentence.ts';

/** Accuracy and macro F1 of each version, of the order of articles how often its first is right, oldest first; a refused one is an empty circle. */
export function versionChart(
  versions: readonly ModelVersion[],
  palette: Palette,
  language: Language,
): EChartsCoreOption {
  const oldestFirst = versions.toReversed();
  const line = (name: 'accuracy' | 'macroF1' | 'hitsAt1', color: string, type: 'solid' | 'dashed') => ({
    name: versionsText[name][language],
    type: 'line' as const,
    color,
    connectNulls: true,
    symbolSize: 7,
    lineStyle: { width: 2, type },
    data: oldestFirst.map((version) => ({
      value: version.figures[name] ?? null,
      symbol: version.standing === 'refused' ? 'emptyCircle' : 'circle',
    })),
  });
  const label = { color: palette.textFaint, fontSize: 12, hideOverlap: true };
  return {
    textStyle: { fontFamily, fontSize: 12, color: palette.textSoft },
    grid: { left: 8, right: 12, top: 32, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: palette.textSoft, fontSize: 12 },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? asShare(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: oldestFirst.map(({ version }) => fill(versionsText.version[language], { version })),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.lineStrong } },
      axisLabel: label,
    },
    yAxis: {
      type: 'value',
      min: ({ min }: { min: number }) => Math.max(0, Math.floor((min - 0.05) * 5) / 5),
      max: 1,
      interval: 0.2,
      axisLabel: { ...label, formatter: (value: number) => `${Math.round(value * 100)}%` },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: versions.some(({ model }) => model === 'retrieval')
      ? [line('hitsAt1', palette.human, 'solid')]
      : [line('macroF1', palette.human, 'solid'), line('accuracy', palette.assistant, 'dashed')],
  };
}
