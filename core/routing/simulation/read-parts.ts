import type { SkillLevel, SkillNeed, Skills } from '../../terms/skill.ts';
import type { Distribution } from './distribution.ts';
import { at, type Place, type Reader } from './reader.ts';
import type { Span } from './scenario.ts';

export const languages = ['zh', 'en'] as const;

const second = 1000;

/** `{ "distribution": "lognormal", "meanSeconds": 300, "sdSeconds": 200 }` */
export function readDistribution(read: Reader, place: Place, otherwise?: Distribution): Distribution {
  if (place.value === undefined && otherwise !== undefined) return otherwise;
  const entries = read.entries(place, ['distribution', 'meanSeconds', 'sdSeconds']);
  const kind = read.oneOf(
    at(entries, 'distribution', place.path),
    ['constant', 'exponential', 'lognormal'],
    'lognormal',
  );
  const meanMs = second * read.number(at(entries, 'meanSeconds', place.path), { least: 0, most: 864_000 });
  if (kind === 'lognormal')
    return {
      kind,
      meanMs,
      sdMs: second * read.number(at(entries, 'sdSeconds', place.path), { least: 0, most: 864_000 }),
    };
  if (entries.sdSeconds !== undefined)
    read.problem(
      `${place.path}.sdSeconds`,
      'unknown',
      '只有 lognormal 有标准差。',
      'Only lognormal has a standard deviation.',
    );
  return { kind, meanMs };
}

/** `{ "from": "09:00", "to": "12:00" }` */
export function readSpan(read: Reader, place: Place, more: readonly string[] = []): Span {
  const entries = read.entries(place, ['from', 'to', ...more]);
  const from = read.time(at(entries, 'from', place.path));
  const to = read.time(at(entries, 'to', place.path));
  if (to <= from && entries.from !== undefined && entries.to !== undefined)
    read.problem(
      `${place.path}.to`,
      'out-of-range',
      '结束要晚于开始；过夜的班次写到次日，例如 "22:00" 到 "30:00"。',
      'The end must be after the beginning; a night runs into the next day, such as "22:00" to "30:00".',
    );
  return { from, to };
}

const readLevel = (read: Reader, place: Place): SkillLevel =>
  read.number(place, { least: 1, most: 5, isWhole: true }) as SkillLevel;

export function readNeeds(read: Reader, place: Place): SkillNeed[] {
  return read.items(place).map((item) => {
    const entries = read.entries(item, ['skill', 'level']);
    return {
      skill: read.text(at(entries, 'skill', item.path)),
      level: readLevel(read, at(entries, 'level', item.path)),
    };
  });
}

/** `{ "returns": 3 }` */
export function readSkills(read: Reader, place: Place): Skills {
  if (place.value === undefined) return {};
  const { value } = place;
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const entries = read.entries(place, names);
  return Object.fromEntries(
    Object.keys(entries).map((skill) => [skill, readLevel(read, at(entries, skill, place.path))]),
  );
}

export const readShare = (read: Reader, place: Place, otherwise: number): number =>
  read.number(place, { least: 0, most: 1, otherwise });

export const readMs = (read: Reader, place: Place, otherwise: number): number =>
  second * read.number(place, { least: 0, most: 864_000, otherwise: otherwise / second });
