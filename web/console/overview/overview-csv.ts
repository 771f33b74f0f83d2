import type { Overview } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { overviewText } from '../../../core/text/console-overview.ts';
import { meaning } from './figures.ts';

/** RFC 4180, with a byte-order mark so that spreadsheets read Chinese. All cells are our own words and numbers. */
function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) =>
    value === null ? '' : /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value;
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

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

/** Hands the browser a file to save. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this call has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
