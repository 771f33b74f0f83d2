import type { EChartsCoreOption } from 'echarts/core';
import type { Overview } from '../../../core/protocol/views.ts';
import type { HandoffReasonCode } from '../../../core/terms/handoff-reason.ts';
import type { Language } from '../../../core/terms/language.ts';
import { overviewText } from '../../../core/text/console-overview.ts';
import { handoffReasonChip } from '../../../core/text/reasons.ts';
import { fontFamily, type Palette } from '../../ui/tokens.ts';

/** `2026-11-02` → `11-02`, or `11月2日` where there is room. */
function shortDay(day: string, language: Language): string {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${month}月${date}日` : `${date}/${month}`;
}

/** What all charts share: quiet axes, our type, a tooltip in the page's colours. */
function frame(palette: Palette) {
  return {
    textStyle: { fontFamily, fontSize: 12, color: palette.textSoft },
    grid: { left: 8, right: 12, top: 40, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis' as const,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
      confine: true,
    },
    legend: {
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 16,
      textStyle: { color: palette.textSoft, fontSize: 12 },
    },
  };
}

const axisLabel = (palette: Palette) => ({ color: palette.textFaint, fontSize: 12, hideOverlap: true });

function dayAxis(overview: Overview, palette: Palette, language: Language) {
  return {
    type: 'category' as const,
    data: overview.days.map(({ day }) => shortDay(day, language)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisLabel: axisLabel(palette),
  };
}

/** Conversations per day, stacked by who ended them. The seats keep their colours: indigo assistant, teal human. */
export function conversationsChart(
  overview: Overview,
  palette: Palette,
  language: Language,
): EChartsCoreOption {
  const bar = (name: string, color: string, data: number[]) => ({
    name,
    type: 'bar' as const,
    stack: 'conversations',
    color,
    barMaxWidth: 28,
    data,
    itemStyle: { borderColor: palette.surface, borderWidth: 1 },
    emphasis: { disabled: true },
  });
  const baseOption = {
    ...frame(palette),
    xAxis: dayAxis(overview, palette, language),
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: axisLabel(palette),
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      bar(
        overviewText.contained[language],
        palette.assistant,
        overview.days.map((day) => day.contained),
      ),
      bar(
        overviewText.handedOver[language],
        palette.human,
        overview.days.map((day) => day.handedOver),
      ),
      bar(
        overviewText.stillOpen[language],
        palette.lineStrong,
        overview.days.map((day) => day.conversations - day.contained - day.handedOver),
      ),
    ],
  };
  // On a phone the names stand in two rows.
  const narrow = { grid: { ...baseOption.grid, top: 60 } };
  return {
    baseOption,
    media: [{ query: { maxWidth: 400 }, option: narrow }, { option: { grid: baseOption.grid } }],
  };
}

/** Satisfaction per day from 0 to 100 %; a day without ratings is a gap, not a zero. */
export function csatChart(overview: Overview, palette: Palette, language: Language): EChartsCoreOption {
  return {
    ...frame(palette),
    grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
    legend: { show: false },
    tooltip: {
      ...frame(palette).tooltip,
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? `${Math.round(value * 100)}%` : overviewText.noData[language],
    },
    xAxis: dayAxis(overview, palette, language),
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { ...axisLabel(palette), formatter: (value: number) => `${value * 100}%` },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        name: overviewText.csat[language],
        type: 'line',
        color: palette.human,
        data: overview.days.map((day) => day.csat),
        connectNulls: true,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 2 },
      },
    ],
  };
}

/** A reason in plain words; a code that this page does not know yet stands as it is. */
export function reasonWord(code: string, language: Language): string {
  return handoffReasonChip[code as HandoffReasonCode]?.[language] ?? code;
}
