import type { Bilingual } from '../../terms/language.ts';

export interface ScenarioProblem {
  /** Where it stands: `agents.2.shifts.0.to`. */
  readonly path: string;
  readonly code: 'missing' | 'unknown' | 'wrong-type' | 'out-of-range' | 'not-found' | 'duplicate';
  readonly message: Bilingual;
}

export type Entries = Readonly<Record<string, unknown>>;

/** Where a value stands, and how to read it. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

/** Reads JSON strictly and gathers what is wrong with it, rather than stopping at the first. */
export interface Reader {
  readonly problems: ScenarioProblem[];
  problem(path: string, code: ScenarioProblem['code'], zh: string, en: string): void;
  /** The object's entries; a name that is not among `known` is a problem. */
  entries(place: Place, known: readonly string[]): Entries;
  /** The list's items with their paths; nothing where it is absent, or longer than `most` (2,000). */
  items(place: Place, most?: number): Place[];
  number(
    place: Place,
    range: { least: number; most?: number; isWhole?: boolean; otherwise?: number },
  ): number;
  text(place: Place, otherwise?: string): string;
  oneOf<T extends string>(place: Place, values: readonly T[], otherwise?: T): T;
  /** `HH:MM`, hours beyond 24 for the days after; milliseconds after midnight. */
  time(place: Place, otherwise?: number): number;
}

/** The value of an entry, with its path. */
export function at(entries: Entries, name: string, path: string): Place {
  return { value: entries[name], path: path === '' ? name : `${path}.${name}` };
}

export function createReader(): Reader {
  const problems: ScenarioProblem[] = [];
  const problem: Reader['problem'] = (path, code, zh, en) => {
    problems.push({ path, code, message: { zh, en } });
  };
  const isAbsent = ({ value, path }: Place, otherwise: unknown) => {
    if (value !== undefined) return false;
    if (otherwise === undefined) problem(path, 'missing', '缺少这一项。', 'This is missing.');
    return true;
  };
  return {
    problems,
    problem,
    entries({ value, path }, known) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        problem(path, 'wrong-type', '应为对象 { … }。', 'This must be an object { … }.');
        return {};
      }
      for (const name of Object.keys(value))
        if (!known.includes(name))
          problem(
            path === '' ? name : `${path}.${name}`,
            'unknown',
            `没有这一项，可用：${known.join('、')}。`,
            `There is no such entry. There are: ${known.join(', ')}.`,
          );
      return value as Entries;
    },
    items({ value, path }, most = 2000) {
      if (value === undefined) return [];
      if (!Array.isArray(value)) {
        problem(path, 'wrong-type', '应为列表 [ … ]。', 'This must be a list [ … ].');
        return [];
      }
      if (value.length > most) {
        problem(path, 'out-of-range', `最多 ${most} 项。`, `There can be at most ${most} entries.`);
        return [];
      }
      return value.map((item: unknown, index) => ({ value: item, path: `${path}.${index}` }));
    },
    number(place, { least, most = Number.MAX_SAFE_INTEGER, isWhole = false, otherwise }) {
      if (isAbsent(place, otherwise)) return otherwise ?? least;
      const { value, path } = place;
      if (typeof value !== 'number' || !Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
        problem(
          path,
          'wrong-type',
          isWhole ? '应为整数。' : '应为数字。',
          isWhole ? 'This must be a whole number.' : 'This must be a number.',
        );
        return least;
      }
      if (value < least || value > most) {
        const isOpen = most === Number.MAX_SAFE_INTEGER;
        problem(
          path,
          'out-of-range',
          isOpen ? `不能小于 ${least}。` : `应在 ${least} 到 ${most} 之间。`,
          isOpen ? `It must be at least ${least}.` : `It must be from ${least} to ${most}.`,
        );
        return least;
      }
      return value;
    },
    text(place, otherwise) {
      if (isAbsent(place, otherwise)) return otherwise ?? '';
      if (typeof place.value === 'string' && place.value !== '') return place.value;
      problem(place.path, 'wrong-type', '应为非空文字。', 'This must be a text that is not empty.');
      return otherwise ?? '';
    },
    oneOf(place, values, otherwise) {
      if (isAbsent(place, otherwise)) return otherwise ?? values[0]!;
      const found = values.find((value) => value === place.value);
      if (found !== undefined) return found;
      problem(
        place.path,
        'wrong-type',
        `应为以下之一：${values.join('、')}。`,
        `This must be one of: ${values.join(', ')}.`,
      );
      return otherwise ?? values[0]!;
    },
    time(place, otherwise) {
      if (isAbsent(place, otherwise)) return otherwise ?? 0;
      const parts = typeof place.value === 'string' ? /^(\d{1,4}):([0-5]\d)$/.exec(place.value) : null;
      if (parts !== null) return (Number(parts[1]) * 60 + Number(parts[2])) * 60_000;
      problem(
        place.path,
        'wrong-type',
        '时间应写作 "HH:MM"，例如 "09:30"；次日可写 "25:00"。',
        'A time is written "HH:MM", such as "09:30"; "25:00" is one in the next night.',
      );
      return otherwise ?? 0;
    },
  };
}
