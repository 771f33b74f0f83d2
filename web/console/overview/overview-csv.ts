import type { Overview } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { overviewText } from '../../../core/text/console-overview.ts';
import { csv } from '../frame/csv.ts';
import { meaning } from './figures.ts';

/** One row a day. A day without ratings has an empty satisfaction, never zero. */
export function daysCsv(overview: Overview, language: Language): string {
  const text = overviewText;
  const heads = [text.day, text.conversations, text.contained, text.handedOver, text.stillOpen, text.csat];
  return csv([
    heads.map((head) => head[language]),
    ...overview.days.map((day) => [
      day.day,
      day.conversations,
      day.contained,
      day.handedOver,
      day.conversations - day.contained - day.handedOver,
      day.csat,
    ]),
  ]);
}

/** One row a figure, unrounded, with the previous period and the denominator. */
export function figuresCsv(overview: Overview, language: Language): string {
  const text = overviewText;
  const heads = [text.figure, text.value, text.previous, text.unit, text.denominator];
  return csv([
    heads.map((head) => head[language]),
    ...overview.figures.map((figure) => [
      (figure.name === 'timeToHuman' ? text.timeToHumanMedian : meaning[figure.name].name)[language],
      figure.value,
      figure.previous,
      text[figure.unit][language],
      figure.of,
    ]),
  ]);
}
