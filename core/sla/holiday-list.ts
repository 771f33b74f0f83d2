import type { CalendarException } from '../terms/calendar.ts';
import type { HolidayRejection } from '../text/holidays.ts';
import { dayNumberOf } from './day.ts';

/** A row that was not taken. `line` counts from 1: lines of the file, in JSON the entries. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: HolidayRejection;
  /** What stands there, cut to 100 characters. Hostile text: show it as text only. */
  readonly excerpt: string;
}

/** What an import brought, and what it did not. Every row of the file is in one of the two. */
export interface HolidayList {
  /** In the order of their days. */
  readonly exceptions: readonly CalendarException[];
  readonly rejected: readonly RejectedRow[];
}

/** Collects rows, and is strict about what a day and a name are. */
export interface ListBuilder {
  take(line: number, day: string, name: string, spans: CalendarException['spans'], excerpt?: string): void;
  reject(line: number, reason: HolidayRejection, excerpt: string): void;
  /** Whether the list has become too long to go on; says so once, in the list. */
  isFull(line: number): boolean;
  list(): HolidayList;
}

const mostRows = 5_000;
const longestName = 100;

/** Control characters and those that turn the direction of text have no place in the name of a holiday. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unwanted = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

export function listBuilder(): ListBuilder {
  const taken = new Map<string, CalendarException>();
  const rejected: RejectedRow[] = [];
  let full = false;
  const reject: ListBuilder['reject'] = (line, reason, excerpt) => {
    rejected.push({
      line,
      reason,
      excerpt: excerpt.slice(0, 200).replace(unwanted, ' ').trim().slice(0, 100),
    });
  };
  return {
    reject,
    take(line, day, name, spans, excerpt = `${day} ${name}`) {
      const cleanName = name
        .slice(0, 10 * longestName)
        .replace(unwanted, ' ')
        .trim();
      if (!day) reject(line, 'no-date', excerpt);
      else if (dayNumberOf(day) === null) reject(line, 'bad-date', excerpt);
      else if (!cleanName) reject(line, 'no-name', excerpt);
      else if (cleanName.length > longestName) reject(line, 'long-name', excerpt);
      else if (taken.has(day)) reject(line, 'same-day', excerpt);
      else taken.set(day, { day, name: cleanName, spans });
    },
    isFull(line) {
      if (!full && taken.size + rejected.length >= mostRows) {
        full = true;
        reject(line, 'too-large', '');
      }
      return full;
    },
    list: () => ({
      exceptions: [...taken.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
      rejected,
    }),
  };
}
