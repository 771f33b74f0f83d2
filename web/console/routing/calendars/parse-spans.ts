import type { TimeSpan } from '../../../../core/terms/calendar.ts';

/** What is wrong with a text of spans, and the piece that is. */
export interface SpansProblem {
  readonly problem: 'notATime' | 'pastMidnight' | 'overlaps';
  readonly text: string;
}

/**
 * Reads `09:00-12:00 13:30-18:00`, forgiving as to dashes, full-width signs and short times (`9-12`). Empty is a
 * closed day. Minutes after midnight, in order; 24:00 is 1440.
 */
export function parseSpans(text: string): readonly TimeSpan[] | SpansProblem {
  const pieces = text
    .replace(/[：﹕]/g, ':')
    .replace(/\s*[-–—~～至到]\s*/g, '-')
    .split(/[\s,，、;；]+/)
    .filter(Boolean);
  const spans: (TimeSpan & { readonly text: string })[] = [];
  for (const piece of pieces) {
    const match = /^(\d{1,2})(?::(\d\d))?-(\d{1,2})(?::(\d\d))?$/.exec(piece);
    if (!match) return { problem: 'notATime', text: piece };
    const from = minutesOf(match[1], match[2]);
    const to = minutesOf(match[3], match[4]);
    if (from === null || to === null || from === to) return { problem: 'notATime', text: piece };
    if (to < from) return { problem: 'pastMidnight', text: piece };
    spans.push({ from, to, text: piece });
  }
  spans.sort((a, b) => a.from - b.from);
  const overlapping = spans.find((span, index) => index > 0 && span.from < spans[index - 1]!.to);
  if (overlapping) return { problem: 'overlaps', text: overlapping.text };
  return spans.map(({ from, to }) => ({ from, to }));
}

function minutesOf(hours: string | undefined, minutes = '00'): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= 1440 ? total : null;
}
