import type { Bilingual } from '../terms/language.ts';

/** Why a row of an imported holiday list was not taken. */
export const holidayRejections = {
  'too-large': {
    zh: '文件太大，最多 1 MB、5,000 行，之后的内容没有读取',
    en: 'The file is too large: 1 MB and 5,000 rows are the most. Nothing from here on was read.',
  },
  'not-readable': {
    zh: '文件读不懂：不是完整的 JSON、CSV 或 .ics',
    en: 'This cannot be read: it is no complete JSON, CSV or .ics file.',
  },
  'no-date': { zh: '没有日期', en: 'It has no date.' },
  'bad-date': {
    zh: '日期不存在或格式不对，请写成 2026-10-01',
    en: 'There is no such date. Write it as 2026-10-01.',
  },
  'no-name': { zh: '没有名称', en: 'It has no name.' },
  'long-name': { zh: '名称超过 100 个字符', en: 'Its name has more than 100 characters.' },
  'bad-hours': {
    zh: '营业时间不对，请写 open、closed 或 09:00-12:00（多段用空格隔开）',
    en: 'Its hours are not understood. Write open, closed or 09:00-12:00, several with a space between.',
  },
  'overnight-hours': {
    zh: '结束时间不能早于开始时间；跨夜班次请拆成两天，各写一段',
    en: 'It ends before it starts. Write a night shift as two rows, one for each day.',
  },
  'overlapping-hours': { zh: '营业时段互相重叠', en: 'Its hours overlap.' },
  'same-day': {
    zh: '同一天前面已有一行，以前面的为准',
    en: 'An earlier row has the same day; that one counts.',
  },
  'not-all-day': { zh: '不是全天日程', en: 'It is not an all-day event.' },
  repeating: {
    zh: '重复日程不会展开，请逐年列出',
    en: 'It repeats. Repeating events are not expanded; list each year.',
  },
  cancelled: { zh: '日程已取消', en: 'It is cancelled.' },
  'too-long': { zh: '日程超过 60 天', en: 'It lasts more than 60 days.' },
} as const satisfies Record<string, Bilingual>;

export type HolidayRejection = keyof typeof holidayRejections;
