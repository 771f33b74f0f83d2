import type { Bilingual } from '../terms/language.ts';
import { dayNumberOf } from './day.ts';

/** One public holiday: the days that nobody works, first to last, and the weekend days that are worked for it (调休). */
export interface HolidayBlock {
  readonly name: Bilingual;
  /** `2026-10-01` */
  readonly from: string;
  readonly to: string;
  readonly working: readonly string[];
}

/** China's public holidays in one year. */
export interface HolidayYear {
  readonly year: number;
  /** The State Council has not published the year: only the days that the law itself names are known, no 调休. */
  readonly provisional: boolean;
  readonly source: string;
  readonly blocks: readonly HolidayBlock[];
}

const newYear = { zh: '元旦', en: 'New Year’s Day' };
const spring = { zh: '春节', en: 'Spring Festival' };
const qingming = { zh: '清明节', en: 'Tomb-Sweeping Day' };
const labour = { zh: '劳动节', en: 'Labour Day' };
const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' };
const midAutumn = { zh: '中秋节', en: 'Mid-Autumn Festival' };
const national = { zh: '国庆节', en: 'National Day' };
const nationalAndMidAutumn = { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' };

const block = (name: Bilingual, from: string, to = from, working: readonly string[] = []): HolidayBlock => ({
  name,
  from,
  to,
  working,
});

/**
 * The years that are known, in order. A year with its schedule from the State Council's notice is exact. In a
 * provisional one the days are those of 《全国年节及纪念日放假办法》 as revised in 2024: the bridging days and the worked
 * weekends are missing until the notice comes out (each November), and can be imported until then.
 */
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2025,
    provisional: false,
    source: '《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）',
    blocks: [
      block(newYear, '2025-01-01'),
      block(spring, '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']),
      block(qingming, '2025-04-04', '2025-04-06'),
      block(labour, '2025-05-01', '2025-05-05', ['2025-04-27']),
      block(dragonBoat, '2025-05-31', '2025-06-02'),
      block(nationalAndMidAutumn, '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']),
    ],
  },
  {
    year: 2026,
    provisional: false,
    source: '《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）',
    blocks: [
      block(newYear, '2026-01-01', '2026-01-03', ['2026-01-04']),
      block(spring, '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']),
      block(qingming, '2026-04-04', '2026-04-06'),
      block(labour, '2026-05-01', '2026-05-05', ['2026-05-09']),
      block(dragonBoat, '2026-06-19', '2026-06-21'),
      block(midAutumn, '2026-09-25', '2026-09-27'),
      block(national, '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']),
    ],
  },
  {
    year: 2027,
    provisional: true,
    source: '《全国年节及纪念日放假办法》（2024年修订）',
    blocks: [
      block(newYear, '2027-01-01'),
      // New Year's Eve by the lunar calendar and the first three days of the year.
      block(spring, '2027-02-05', '2027-02-08'),
      block(qingming, '2027-04-05'),
      block(labour, '2027-05-01', '2027-05-02'),
      block(dragonBoat, '2027-06-09'),
      block(midAutumn, '2027-09-15'),
      block(national, '2027-10-01', '2027-10-03'),
    ],
  },
];

/** What a public holiday does to a day: off, or a weekend day that is worked. */
export interface Holiday {
  readonly name: Bilingual;
  readonly isOff: boolean;
}

function numberOf(day: string): number {
  const number = dayNumberOf(day);
  if (number === null) throw new Error(`there is no day ${day}`);
  return number;
}

const holidays = new Map<number, Holiday>();
for (const { blocks } of holidayYears) {
  for (const { name, from, to, working } of blocks) {
    for (let day = numberOf(from); day <= numberOf(to); day += 1) holidays.set(day, { name, isOff: true });
    for (const day of working) holidays.set(numberOf(day), { name, isOff: false });
  }
}

/** The public holiday of a day (`day` days after 1970-01-01); undefined for a day like any other. */
export function holidayOf(day: number): Holiday | undefined {
  return holidays.get(day);
}

/** How well a year's holidays are known: what a console says beside the calendar, and what a check-up warns of. */
export function holidayStanding(year: number): 'published' | 'provisional' | 'unknown' {
  const known = holidayYears.find((candidate) => candidate.year === year);
  return known ? (known.provisional ? 'provisional' : 'published') : 'unknown';
}
