import type { Calendar, TimeSpan } from '../terms/calendar.ts';

const hours = (...texts: string[]): TimeSpan[] =>
  texts.map((text) => {
    const [from, to] = text.split('-').map((time) => {
      const [hour, minute] = time.split(':').map(Number) as [number, number];
      return hour * 60 + minute;
    }) as [number, number];
    return { from, to };
  });

/** A week from readable hours, for tests: `week('09:00-12:00 13:30-18:00')` is Monday to Friday, closed at weekends. */
export function week(workday: string, saturday = '', sunday = ''): Calendar['week'] {
  const day = (text: string) => hours(...text.split(' ').filter(Boolean));
  return [...Array.from({ length: 5 }, () => day(workday)), day(saturday), day(sunday)];
}

/** A calendar for tests: the shop's hours in Shanghai, unless something else is said. */
export function calendarBy(different: Partial<Calendar> = {}): Calendar {
  return {
    id: 'shop',
    name: '门店',
    timeZone: 'Asia/Shanghai',
    week: week('09:00-12:00 13:30-18:00'),
    holidays: 'none',
    exceptions: [],
    ...different,
  };
}
