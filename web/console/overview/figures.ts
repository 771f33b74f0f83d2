import * as aht from '../../../core/metrics/aht.ts';
import * as containment from '../../../core/metrics/containment.ts';
import * as csat from '../../../core/metrics/csat.ts';
import * as fcr from '../../../core/metrics/fcr.ts';
import * as overview from '../../../core/metrics/overview.ts';
import * as resolvedContainment from '../../../core/metrics/resolved-containment.ts';
import * as timeToHuman from '../../../core/metrics/time-to-human.ts';
import type { Overview } from '../../../core/protocol/views.ts';
import type { Bilingual, Language } from '../../../core/terms/language.ts';
import { overviewText } from '../../../core/text/console-overview.ts';
import { fill } from '../../../core/text/fill.ts';

export type Figure = Overview['figures'][number];
export type FigureName = Figure['name'];

/** What each figure is called and how it is defined: the definition stands beside its formula. */
export const meaning: Readonly<Record<FigureName, { name: Bilingual; definition: Bilingual }>> = {
  conversations: { name: overviewText.conversations, definition: overview.definition },
  containment: { name: overviewText.containment, definition: containment.definition },
  resolvedContainment: {
    name: overviewText.resolvedContainment,
    definition: resolvedContainment.definition,
  },
  timeToHuman: { name: overviewText.timeToHuman, definition: timeToHuman.definition },
  timeToHumanP90: { name: overviewText.timeToHumanP90, definition: timeToHuman.definition },
  aht: { name: overviewText.aht, definition: aht.definition },
  fcr: { name: overviewText.fcr, definition: fcr.definition },
  csat: { name: overviewText.csat, definition: csat.definition },
  csatResponse: { name: overviewText.csatResponse, definition: csat.responseDefinition },
};

/** `0.724` → `72.4%`, always one decimal so that a column of shares lines up. */
function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** `83_000` → `1 分 23 秒` / `1m 23s`; under ten seconds with a decimal. */
export function duration(milliseconds: number, language: Language): string {
  const unit = language === 'zh' ? { h: ' 小时', m: ' 分', s: ' 秒' } : { h: 'h', m: 'm', s: 's' };
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)}${unit.s}`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${unit.s}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60)
    return whole % 60 === 0 ? `${minutes}${unit.m}` : `${minutes}${unit.m} ${whole % 60}${unit.s}`;
  return `${Math.floor(minutes / 60)}${unit.h} ${minutes % 60}${unit.m}`;
}

/** The value with its unit, as people read it. */
export function shown(value: number, unit: Figure['unit'], language: Language): string {
  if (unit === 'share') return percent(value);
  if (unit === 'milliseconds') return duration(value, language);
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en').format(value);
}

/** How the figure stands to the equally long period before: the sentence, and which way it went. */
export function comparison(
  figure: Figure,
  days: number,
  language: Language,
): { readonly sentence: string; readonly direction: 'up' | 'down' | 'same' | 'none' } {
  if (figure.value === null || figure.previous === null)
    return { sentence: fill(overviewText.comparedNothing[language], { days }), direction: 'none' };
  const change = figure.value - figure.previous;
  const size = Math.abs(change);
  const words =
    figure.unit === 'share'
      ? fill(overviewText.points[language], { value: (size * 100).toFixed(1) })
      : shown(size, figure.unit, language);
  const none =
    figure.unit === 'share' ? size < 0.0005 : figure.unit === 'milliseconds' ? size < 50 : size === 0;
  if (none) return { sentence: fill(overviewText.comparedSame[language], { days }), direction: 'same' };
  const pattern = change > 0 ? overviewText.comparedUp : overviewText.comparedDown;
  return {
    sentence: fill(pattern[language], { days, change: words }),
    direction: change > 0 ? 'up' : 'down',
  };
}
