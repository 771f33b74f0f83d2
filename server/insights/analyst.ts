import type { Articles } from '../../adapters/store/articles.ts';
import type { InsightStore } from '../../adapters/store/insights.ts';
import type { Lease } from '../../adapters/store/lease.ts';
import type { PastConversations } from '../../adapters/store/past-conversations.ts';
import type { QuestionTopics } from '../../adapters/store/question-topics.ts';
import type { AlertFigures, RisingAlerts, StoredAlert } from '../../adapters/store/rising-alerts.ts';
import { diverse, mostCentral } from '../../core/insights/cluster-questions.ts';
import { longestWindowMs } from '../../core/insights/rising-topics.ts';
import { type HourCount, learnUsual, type UsualTraffic } from '../../core/insights/usual-traffic.ts';
import type { Example } from '../../core/protocol/insights.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { Language } from '../../core/terms/language.ts';
import { insightDraftText } from '../../core/text/insights.ts';
import type { Knowledge } from '../../plugs/knowledge.ts';
import { draftForTopic } from '../../services/draft-for-topic.ts';
import { knowsName } from '../../services/knows-name.ts';
import { type RisingGroup, watchTopics } from '../../services/watch-topics.ts';
import { createBreather } from '../breather.ts';
import { type ClusterBeside, clusterBeside } from './cluster-beside.ts';

export const insightLeaseLifeMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const historyMs = 28 * dayMs;
/** What is usual is learned anew this often, from what lies before the last day. */
const learnEveryMs = hourMs;
const mostAtOnce = 5_000;
/** A look at all questions of the last quarter, at most so many. */
const refineMs = 90 * dayMs;
const mostRefined = 100_000;
/** What names the same thing that no article tells of is put together this often, over the questions of a month. */
const gatherEveryMs = 10 * 60_000;
const gatherMs = 30 * dayMs;
const mostGathered = 20_000;
const mostExamples = 5;
/** From this likeness of their messages on, two rises at once are one matter. */
const saidAlike = 0.3;
const mostRead = 60;
const trendStepMs = 600_000;
const mostTrend = 144;

/**
 * Puts new questions with the others, watches what rises, and once a night looks at all of them again. One process at a
 * time does it, told by a lease; the clustering runs on a thread of its own.
 */
export function createAnalyst(needs: {
  readonly store: QuestionTopics;
  readonly endedByAgents: InsightStore['endedByAgents'];
  readonly alerts: RisingAlerts;
  readonly articles: Pick<Articles, 'add' | 'find' | 'save'>;
  readonly pastConversations: Pick<PastConversations, 'events'>;
  readonly knowledge: Knowledge;
  readonly lease: Lease;
  readonly everyMs: number;
  readonly now: () => number;
  /** Alerts changed, or a draft was written. */
  readonly onChange: (change: {
    readonly alerts: boolean;
    readonly articles: readonly ArticleView[];
  }) => void;
  readonly onError: (error: unknown) => void;
}) {
  const { store, alerts, articles, knowledge, lease } = needs;
  let clusters: ClusterBeside | undefined;
  let usual: { readonly at: number; readonly traffic: UsualTraffic } | undefined;
  let running: Promise<void> | undefined;
  let closed = false;
  let refinedOn: number | undefined;
  let gatheredAt: number | undefined;

  async function clustering(): Promise<ClusterBeside> {
    if (!clusters || clusters.isGone) clusters = clusterBeside(await store.topics());
    return clusters;
  }

  async function drop(): Promise<void> {
    const before = clusters;
    clusters = undefined;
    usual = undefined;
    await before?.close();
  }

  /** Whether there was anything new. */
  async function placeNew(at: number): Promise<boolean> {
    for (let isNew = false; ; isNew = true) {
      const loose = await store.loose(mostAtOnce);
      if (loose.length === 0) return isNew;
      const answer = await (await clustering()).ask('assign', loose);
      await store.putTopics(answer.topics, at);
      await store.place(answer.placements);
      if (loose.length < mostAtOnce) return true;
    }
  }

  /** What failed and names one thing that no article tells of is one gap, however differently it was asked. */
  async function gather(at: number): Promise<void> {
    gatheredAt = at;
    const served = await store.served(at - gatherMs, mostGathered);
    if (!served.some(({ isBad }) => isBad)) return;
    const beside = await clustering();
    const found = await beside.names(served);
    const breathe = createBreather();
    const names: string[] = [];
    for (const name of found) {
      if (!knowsName(name, knowledge)) names.push(name);
      await breathe();
    }
    if (names.length === 0) return;
    const answer = await beside.gather(served, names);
    if (answer.placements.length === 0) return;
    await store.putTopics(answer.topics, at);
    await store.move(answer.placements, new Map(answer.merged));
    usual = undefined;
  }

  async function lookAtAll(at: number): Promise<void> {
    const placed = await store.placed(at - refineMs, mostRefined);
    if (placed.length === 0) return;
    const answer = await (await clustering()).ask('refine', placed);
    await store.putTopics(answer.topics, at);
    await store.move(answer.placements, new Map(answer.merged));
    await store.rename(new Map(answer.names));
    usual = undefined;
  }

  async function usualAt(at: number): Promise<UsualTraffic> {
    if (usual && at >= usual.at && at - usual.at < learnEveryMs) return usual.traffic;
    const to = Math.floor((at - dayMs) / hourMs) * hourMs;
    const began = await store.began();
    const from = Math.max(to - historyMs, began === null ? to : Math.floor(began / hourMs) * hourMs);
    const { totals, series } = from < to ? await store.hours(from, to) : { totals: [], series: [] };
    // What was an alert is not what is usual.
    const alerted = (await alerts.since(from)).filter(({ dismissedAt }) => dismissedAt === null);
    const isAlerted = (name: string, hour: number) =>
      alerted.some(
        (alert) =>
          alert.series.includes(name) &&
          (hour + 1) * hourMs > alert.startedAt &&
          hour * hourMs < (alert.endedAt ?? Number.POSITIVE_INFINITY),
      );
    const topics = new Map<string, HourCount[]>();
    for (const { series: name, hour, count } of series) {
      if (isAlerted(name, hour)) continue;
      const own = topics.get(name);
      if (own) own.push({ hour, count });
      else topics.set(name, [{ hour, count }]);
    }
    usual = { at, traffic: learnUsual({ from, to: Math.max(from, to), totals, topics }) };
    return usual.traffic;
  }

  async function watch(at: number): Promise<void> {
    const known = await alerts.since(at - longestWindowMs - dayMs);
    const questions = await store.recent(at - longestWindowMs, at);
    const { groups, over } = watchTopics(
      questions,
      await usualAt(at),
      known.map((alert) => ({ ...alert })),
      at,
    );
    const written: ArticleView[] = [];
    let changed = over.length > 0;
    for (const id of over) await alerts.end(id, at);
    // What stands first, so that what is new can join it.
    const standing = known.filter(({ id, endedAt }) => endedAt === null && !over.includes(id));
    for (const group of [...groups].sort(
      (one, other) => Number(one.alertId === null) - Number(other.alertId === null),
    )) {
      const before = standing.find(({ id }) => id === group.alertId);
      const told = await tell(group, before, standing, at);
      if (told.article) written.push(told.article);
      changed ||= told.isNew || told.hasGrown;
    }
    if (changed || written.length > 0) needs.onChange({ alerts: changed, articles: written });
  }

  async function tell(
    group: RisingGroup,
    before: StoredAlert | undefined,
    standing: StoredAlert[],
    at: number,
  ) {
    const said = await store.texts(spread(group.questions, mostRead));
    const figures = figuresOf(group, before, at);
    if (before && figures.total === before.figures.total && before.articleId !== null && said.length > 0) {
      const article = await improved(before, at);
      return { isNew: false, hasGrown: false, article };
    }
    const language = majority(said.map((one) => one.language));
    const own = said.filter((one) => one.language === language);
    const texts = own.map(({ text }) => text);
    const same = before
      ? undefined
      : standing.find((alert) => alert.language === language && isSaidOf(texts, alert));
    if (same) {
      // The same matter in other words: the next look counts them together.
      const series = [...new Set([...same.series, ...group.series])];
      await alerts.update({ ...same, series }, at);
      standing[standing.indexOf(same)] = { ...same, series };
      return { isNew: false, hasGrown: true, article: undefined };
    }
    const name =
      before?.name ??
      mostCentral(
        texts,
        (text) => texts.reduce((sum, other) => sum + knowledge.similarity(text, other), 0) / texts.length,
      ) ??
      group.series[0]!.slice(2);
    const chosen = diverse([name, ...texts], mostExamples, knowledge.similarity);
    const examples = chosen.flatMap((text): Example[] => {
      const found = own.find((one) => one.text === text);
      return found ? [{ text, conversationId: found.conversationId, at: found.at }] : [];
    });
    const id = before?.id ?? crypto.randomUUID();
    const base = { id, name, language, examples };
    const article = before ? await improved({ ...before, examples }, at) : await begun(base, group, at);
    if (before)
      await alerts.update({ id, series: group.series, figures, examples, articleId: before.articleId }, at);
    else {
      const alert = {
        ...base,
        series: group.series,
        startedAt: group.rise.since,
        raisedAt: at,
        figures,
        articleId: article?.id ?? null,
      };
      await alerts.raise(alert);
      standing.push({ ...alert, endedAt: null, acknowledgedBy: null, dismissedBy: null, dismissedAt: null });
    }
    return { isNew: !before, hasGrown: before !== undefined, article };
  }

  /** Whether what people say is what they say of the alert, on average over the messages. */
  function isSaidOf(texts: readonly string[], alert: Pick<StoredAlert, 'examples'>): boolean {
    const others = alert.examples.map(({ text }) => text);
    const mean = (from: readonly string[], to: readonly string[]) =>
      from.reduce(
        (sum, text) => sum + Math.max(0, ...to.map((other) => knowledge.similarity(text, other))),
        0,
      ) / Math.max(1, from.length);
    const some = spread(texts, 20);
    return Math.max(mean(some, others), mean(others, some)) >= saidAlike;
  }

  /** The article for a new alert: from what agents answered meanwhile, else a beginning with the customers' words. */
  async function begun(
    alert: Pick<StoredAlert, 'id' | 'name' | 'language' | 'examples'>,
    group: RisingGroup,
    at: number,
  ): Promise<ArticleView | undefined> {
    const ids = group.questions.map(({ conversationId }) => conversationId);
    const { isAnswered: _, ...draft } = await draftOf(alert, ids);
    return articles.add(
      { ...draft, id: `rising-${alert.id}`, status: 'draft' },
      insightDraftText.author[alert.language],
      at,
    );
  }

  /** While nobody has touched the beginning, what agents answer meanwhile becomes its answer. */
  async function improved(alert: StoredAlert, at: number): Promise<ArticleView | undefined> {
    if (alert.articleId === null) return undefined;
    const article = await articles.find(alert.articleId);
    if (article?.status !== 'draft' || article.version !== 1) return undefined;
    // The first who asked did so before it was a rise.
    const recent = await store.recent(alert.startedAt - hourMs, at);
    const mine = recent.filter(
      ({ topicId, words }) =>
        alert.series.includes(`t:${topicId}`) || words.some((word) => alert.series.includes(`w:${word}`)),
    );
    const draft = await draftOf(alert, [...new Set(mine.map(({ conversationId }) => conversationId))]);
    if (!draft.isAnswered) return undefined;
    const { isAnswered: _, ...content } = draft;
    const saved = await articles.save(article.id, 1, content, insightDraftText.author[alert.language], at);
    return saved.kind === 'saved' ? saved.article : undefined;
  }

  async function draftOf(
    alert: Pick<StoredAlert, 'name' | 'language' | 'examples'>,
    conversationIds: readonly string[],
  ) {
    const events = await needs.pastConversations.events(await needs.endedByAgents(conversationIds, mostRead));
    return draftForTopic(
      { ...alert, examples: alert.examples.map(({ text }) => text) },
      events.values(),
      knowledge,
    );
  }

  async function look(at: number): Promise<void> {
    if (!(await lease.take())) return drop();
    const beat = setInterval(() => void lease.take().catch(needs.onError), insightLeaseLifeMs / 3);
    try {
      const isNew = await placeNew(at);
      // Once in a night, by the clocks of China: three o'clock.
      const night = Math.floor((at + 5 * hourMs) / dayMs);
      const isNight = refinedOn !== undefined && night > refinedOn;
      if (isNight) await lookAtAll(at);
      refinedOn = night;
      const isDue = gatheredAt === undefined || Math.abs(at - gatheredAt) >= gatherEveryMs;
      if (isNight || (isNew && isDue)) await gather(at);
      await watch(at);
    } finally {
      clearInterval(beat);
    }
  }

  function wake(): void {
    if (running || closed) return;
    running = look(needs.now())
      .catch(needs.onError)
      .finally(() => {
        running = undefined;
      });
  }

  const timer = setInterval(wake, needs.everyMs);
  timer.unref();
  return {
    wake,
    /** One look as of `at`, after the one that runs: for whoever cannot wait, and for tests with a time of their own. */
    async lookNow(at: number = needs.now()): Promise<void> {
      while (running) await running;
      running = look(at).finally(() => {
        running = undefined;
      });
      await running;
    },
    /** The look at all questions that is otherwise taken at night. */
    async refineNow(at: number = needs.now()): Promise<void> {
      while (running) await running;
      running = lookAtAll(at)
        .then(() => gather(at))
        .finally(() => {
          running = undefined;
        });
      await running;
    },
    async close(): Promise<void> {
      closed = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
      await drop();
      await lease.release().catch(() => undefined);
    },
  };
}

export type Analyst = ReturnType<typeof createAnalyst>;

function figuresOf(group: RisingGroup, before: StoredAlert | undefined, at: number): AlertFigures {
  const { windowMinutes, count, expected, chancePerWeek, since } = group.rise;
  const startedAt = before?.startedAt ?? since;
  const steps = Math.min(mostTrend, Math.floor((at - startedAt) / trendStepMs) + 1);
  const trend = Array.from({ length: steps }, () => 0);
  for (const question of group.questions) {
    const step = Math.floor((question.at - startedAt) / trendStepMs);
    if (step >= 0 && step < steps) trend[step]!++;
  }
  // What the alert rests on stays what it was raised with.
  const raised = before?.figures ?? { windowMinutes, count, expected, chancePerWeek };
  return {
    windowMinutes: raised.windowMinutes,
    count: raised.count,
    expected: raised.expected,
    chancePerWeek: raised.chancePerWeek,
    total: Math.max(before?.figures.total ?? 0, group.questions.length),
    trend,
  };
}

/** At most `most` of them, evenly over their time. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, place) => all[Math.floor((place * all.length) / most)]!);
}

function majority(languages: readonly Language[]): Language {
  return languages.filter((one) => one === 'en').length * 2 > languages.length ? 'en' : 'zh';
}
