import { hasCalmed, leastConversations, type Rise, riseOf } from '../core/insights/rising-topics.ts';
import type { UsualTraffic } from '../core/insights/usual-traffic.ts';

/** A question of the last day. */
export interface WatchedQuestion {
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly topicId: string;
  readonly words: readonly string[];
}

/** An alert that stands or stood. */
export interface KnownAlert {
  readonly id: string;
  readonly series: readonly string[];
  readonly endedAt: number | null;
  readonly dismissedAt: number | null;
  readonly startedAt: number;
  readonly figures: { readonly windowMinutes: number };
}

/** What rises together: the series that do, the strongest first, with the questions about it. */
export interface RisingGroup {
  readonly series: readonly string[];
  readonly rise: Rise;
  /** One for each conversation, oldest first. */
  readonly questions: readonly WatchedQuestion[];
  /** The alert that stands for it already. */
  readonly alertId: string | null;
}

const dayMs = 86_400_000;
/** Two that share so much of the smaller one's conversations are one matter. */
const sameMatter = 0.4;
/** A series of which more than this is usual is common: it belongs to no matter. */
const mostUsual = 0.15;
const leastPart = 0.4;

/**
 * What rises now, and which alerts are over. Topics and words are watched alike, so that a matter is seen though
 * everybody words it differently; what rises together is one group, and what belongs to a standing alert joins it.
 * What ended counts anew only by what came after, what was dismissed is left alone for a day.
 */
export function watchTopics(
  questions: readonly WatchedQuestion[],
  usual: UsualTraffic,
  alerts: readonly KnownAlert[],
  at: number,
): { readonly groups: readonly RisingGroup[]; readonly over: readonly string[] } {
  const series = seriesOf(questions);
  const all = momentsOf(firstOfEach(questions));
  const standing = alerts.filter(({ endedAt }) => endedAt === null);
  const momentsIn = (name: string) => momentsOf(series.get(name) ?? []);
  const over = standing
    .filter(({ series: own, figures }) =>
      own.every((name) => hasCalmed(name, momentsIn(name), all, usual, at, figures.windowMinutes)),
    )
    .map(({ id }) => id);
  const notBefore = new Map<string, number>();
  /** Conversations that an alert tells of already: what else they hold rises by them alone. */
  const told = new Set<string>();
  for (const { id, series: own, startedAt, dismissedAt, ...alert } of alerts) {
    const endedAt = over.includes(id) ? at : alert.endedAt;
    if (endedAt === null) continue;
    for (const name of own) {
      notBefore.set(
        name,
        Math.max(notBefore.get(name) ?? 0, dismissedAt === null ? endedAt : dismissedAt + dayMs),
      );
      for (const question of series.get(name) ?? [])
        if (question.at >= startedAt && question.at <= endedAt) told.add(question.conversationId);
    }
  }

  const riseIn = (name: string, own: readonly WatchedQuestion[]) =>
    own.length < leastConversations ? null : riseOf(name, momentsOf(own), all, usual, at, usual.topics + 1);
  const rising: {
    readonly name: string;
    readonly rise: Rise;
    readonly questions: readonly WatchedQuestion[];
  }[] = [];
  for (const [name, own] of series) {
    const since = notBefore.get(name) ?? 0;
    const counted = since > 0 ? own.filter((question) => question.at > since) : own;
    const rise = riseIn(name, counted);
    if (rise) rising.push({ name, rise, questions: counted.filter((question) => question.at >= rise.since) });
  }
  rising.sort(
    (one, other) => one.rise.chancePerWeek - other.rise.chancePerWeek || other.rise.count - one.rise.count,
  );

  const groups: { series: string[]; rise: Rise; questions: WatchedQuestion[]; alertId: string | null }[] =
    standing
      .filter(({ id }) => !over.includes(id))
      .map(({ id, series: own, startedAt, figures }) => ({
        series: [...own],
        rise: { ...figures, count: 0, expected: 0, chancePerWeek: 1, since: startedAt },
        questions: firstOfEach(
          own.flatMap((name) => series.get(name) ?? []).filter((one) => one.at >= startedAt),
        ),
        alertId: id,
      }));
  for (const group of groups) for (const { conversationId } of group.questions) told.add(conversationId);
  for (const one of rising) {
    const group = groups.find((other) => other.series.includes(one.name) || belongs(one, other));
    if (group) {
      if (!group.series.includes(one.name)) group.series.push(one.name);
      group.questions = firstOfEach([
        ...group.questions,
        ...one.questions.filter((question) => question.at >= group.rise.since),
      ]);
    } else {
      // A common word rises with what is told already; only what is left of it may be a matter of its own.
      const left = one.questions.filter(({ conversationId }) => !told.has(conversationId));
      const rise = left.length === one.questions.length ? one.rise : riseIn(one.name, left);
      if (!rise) continue;
      groups.push({
        series: [one.name],
        rise,
        questions: left.filter((question) => question.at >= rise.since),
        alertId: null,
      });
    }
    for (const { conversationId } of one.questions) told.add(conversationId);
  }
  return { groups, over };
}

/**
 * Whether what rises is the group's matter: most of the smaller of the two are the same conversations, hardly any of it is
 * usual, and a word holds a good part of the matter – 「付款」 rises too when a coupon fails, and would bring its own.
 */
function belongs(
  one: { readonly name: string; readonly rise: Rise; readonly questions: readonly WatchedQuestion[] },
  group: { readonly questions: readonly WatchedQuestion[] },
): boolean {
  if (one.rise.expected > mostUsual * one.rise.count) return false;
  if (one.name.startsWith('w:') && one.questions.length < leastPart * group.questions.length) return false;
  return overlap(group.questions, one.questions) >= sameMatter;
}

/** By topic (`t:`) and by word (`w:`): the first question of each conversation, oldest first. */
function seriesOf(questions: readonly WatchedQuestion[]): Map<string, WatchedQuestion[]> {
  const series = new Map<string, WatchedQuestion[]>();
  const seen = new Set<string>();
  for (const question of questions)
    for (const name of [`t:${question.topicId}`, ...question.words.map((word) => `w:${word}`)]) {
      const key = `${name}\n${question.conversationId}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const own = series.get(name);
      if (own) own.push(question);
      else series.set(name, [question]);
    }
  return series;
}

function firstOfEach(questions: readonly WatchedQuestion[]): WatchedQuestion[] {
  const first = new Map<string, WatchedQuestion>();
  for (const question of questions) {
    const before = first.get(question.conversationId);
    if (!before || question.at < before.at) first.set(question.conversationId, question);
  }
  return [...first.values()].sort((one, other) => one.at - other.at);
}

const momentsOf = (questions: readonly WatchedQuestion[]) => questions.map(({ at }) => at);

function overlap(one: readonly WatchedQuestion[], other: readonly WatchedQuestion[]): number {
  const ids = new Set(one.map(({ conversationId }) => conversationId));
  const common = other.filter(({ conversationId }) => ids.has(conversationId)).length;
  return common / Math.max(1, Math.min(one.length, other.length));
}
