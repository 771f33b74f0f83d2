import type { ArticleTrouble } from '../terms/article-trouble.ts';

/** What is known of a published article's use; times in epoch milliseconds. */
export interface ArticleFacts {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly reviewAt: number | null;
  readonly expiresAt: number | null;
  /** Questions that it answered within the period, and how many of those it answered badly. */
  readonly answered: number;
  readonly failed: number;
  /** Of the failed: how many went to a person, were asked again, or were rated low. */
  readonly handedOver: number;
  readonly askedAgain: number;
  readonly ratedLow: number;
  /** Answers of the last four weeks and of the four before. */
  readonly recent: number;
  readonly before: number;
  /** Articles that came nearly as near to the same questions, with how often. */
  readonly rivals: readonly { readonly id: string; readonly title: string; readonly times: number }[];
}

const dayMs = 86_400_000;
const unusedAfterDays = 30;
const unchangedForMs = 90 * dayMs;
const movedTimes = 2;
const leastRecent = 10;
const leastRivals = 5;
const rivalShare = 0.2;
const leastAnswered = 8;
const leastFailed = 3;

/** Wilson's score interval for a share, 95 % unless told otherwise (E. B. Wilson, JASA 22, 1927). */
export function wilson(hits: number, of: number, z = 1.96): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const centre = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** What is wrong with the article at `at`, worst first; empty where nothing is. `base` is the share of answers that fail. */
export function troublesOf(article: ArticleFacts, base: number, at: number): ArticleTrouble[] {
  const troubles: ArticleTrouble[] = [];
  if (article.answered >= leastAnswered) {
    const { low, high } = wilson(article.failed, article.answered);
    if (article.failed >= leastFailed && low > base) {
      const { failed, answered, handedOver, askedAgain, ratedLow } = article;
      troubles.push({
        kind: 'fails',
        share: failed / answered,
        low,
        high,
        base,
        failed,
        answered,
        handedOver,
        askedAgain,
        ratedLow,
      });
    }
  }
  if (article.expiresAt !== null && article.expiresAt <= at)
    troubles.push({ kind: 'expired', since: article.expiresAt });
  const passed = passedDate(`${article.title}\n${article.body}`, article.updatedAt, at);
  if (passed) troubles.push({ kind: 'date-passed', ...passed });
  if (article.reviewAt !== null && article.reviewAt <= at)
    troubles.push({ kind: 'review-due', since: article.reviewAt });
  if (
    article.recent >= leastRecent &&
    article.recent >= movedTimes * Math.max(1, article.before) &&
    at - article.updatedAt >= unchangedForMs
  )
    troubles.push({
      kind: 'matter-moved',
      recent: article.recent,
      before: article.before,
      unchangedSince: article.updatedAt,
    });
  for (const { id, title, times } of article.rivals)
    if (times >= leastRivals && times >= rivalShare * article.answered)
      troubles.push({ kind: 'competes', with: id, title, times });
  const days = Math.floor((at - article.publishedAt) / dayMs);
  if (article.answered === 0 && days >= unusedAfterDays) troubles.push({ kind: 'never-used', days });
  return troubles;
}

const dated = /(?<year>20\d{2})\s?[年./-]\s?(?<month>\d{1,2})\s?[月./-]\s?(?<day>\d{1,2})/g;
const undated = /(?<![\d年./-])(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]/g;
/** Words before or after which a date ends something; a date alone may well be history. */
const untilWords =
  /截止|截至|为止|有效期|结束|之前|以前|前(?:有效|领取|使用)|至|到|until|till|through|before|by|ends?|expires?|valid/i;

/**
 * The latest day that the text sets an end to and that has passed; null where none has, or where a later one still lies
 * ahead. A day without a year is read as the first such day after the article was changed.
 */
function passedDate(text: string, updatedAt: number, at: number): { date: string; since: number } | null {
  let latest: { date: string; since: number } | null = null;
  const look = (match: RegExpMatchArray, year: number) => {
    const { month, day } = match.groups as { month: string; day: string };
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return;
    const around = text.slice(Math.max(0, match.index! - 10), match.index! + match[0].length + 8);
    if (!untilWords.test(around)) return;
    // The day's end by the clocks of China; a day more or less makes no article stale.
    const since = Date.UTC(year, Number(month) - 1, Number(day), 16);
    if (!latest || since > latest.since) latest = { date: match[0], since };
  };
  for (const match of text.matchAll(dated)) look(match, Number(match.groups!.year));
  const changedIn = Number(new Date(updatedAt).toISOString().slice(0, 4));
  for (const match of text.matchAll(undated)) {
    const { month, day } = match.groups as { month: string; day: string };
    const sameYear = Date.UTC(changedIn, Number(month) - 1, Number(day), 16);
    look(match, sameYear >= updatedAt ? changedIn : changedIn + 1);
  }
  const found = latest as { date: string; since: number } | null;
  return found && found.since <= at ? found : null;
}
