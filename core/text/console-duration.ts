import type { Language } from '../terms/language.ts';

const units = [
  { ms: 86_400_000, zh: '天', en: ['day', 'days'] },
  { ms: 3_600_000, zh: '小时', en: ['hour', 'hours'] },
  { ms: 60_000, zh: '分钟', en: ['minute', 'minutes'] },
  { ms: 1000, zh: '秒', en: ['second', 'seconds'] },
] as const;

/**
 * A span of time as people say it, in at most two units: 90 秒, 2 分钟, 1 小时 30 分钟. Below two minutes seconds are
 * counted, since service levels are named so. Milliseconds; parts of a second are rounded.
 */
export function durationWords(ms: number, language: Language): string {
  let left = Math.round(ms / 1000) * 1000;
  if (left < 120_000 && left !== 60_000) return amount(left / 1000, units[3], language);
  const parts: string[] = [];
  for (const unit of units) {
    const count = Math.floor(left / unit.ms);
    if (count === 0) continue;
    parts.push(amount(count, unit, language));
    left -= count * unit.ms;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

function amount(count: number, unit: (typeof units)[number], language: Language): string {
  return `${count} ${language === 'zh' ? unit.zh : unit.en[count === 1 ? 0 : 1]}`;
}
