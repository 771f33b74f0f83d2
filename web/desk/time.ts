import type { Language } from '../../core/terms/language.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A clock that ticks: `0:42`, `12:05`, `1:03:20`. Negative spans count as zero. */
export function clock(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / second));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0(\d:)/, '$1');
}

/** A span in words that need not tick: `刚刚`, `5 分钟`, `3 小时`, `2 天`. */
export function span(milliseconds: number, language: Language): string {
  const zh = language === 'zh';
  if (milliseconds < minute) return zh ? '刚刚' : 'now';
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)}${zh ? ' 分钟' : ' min'}`;
  if (milliseconds < 24 * hour) return `${Math.floor(milliseconds / hour)}${zh ? ' 小时' : ' h'}`;
  return `${Math.floor(milliseconds / (24 * hour))}${zh ? ' 天' : ' d'}`;
}

/** What no calendar knows is shown as the last moment that it does, and ends no page. */
const known = (at: number) => Math.min(Math.max(at, -8.64e15), 8.64e15);

/** Making one takes longer than drawing a row, and a conversation asks for dozens. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options);
  formats.set(key, made);
  return made;
}

/** `15:04`, with `seconds` `15:04:09` */
export function timeOfDay(at: number, language: Language, seconds = false): string {
  return format(language, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hour12: false,
  }).format(known(at));
}

/** `11月22日`, with the year when it is not this one. */
export function dayOf(at: number, now: number, language: Language): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(language, {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(known(at));
}

/** The full stamp for hover: `2026年11月22日 15:04:09`. */
export function fullStamp(at: number, language: Language): string {
  return format(language, { dateStyle: 'long', timeStyle: 'medium', hour12: false }).format(known(at));
}

export function sameDay(left: number, right: number): boolean {
  return new Date(left).toDateString() === new Date(right).toDateString();
}

/** Bytes as people read them: `420 KB`, `3.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
