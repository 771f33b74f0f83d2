import { troublesOf } from '../../core/insights/article-health.ts';
import type { ArticleHealth } from '../../core/protocol/insights.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { Plugs } from '../plugs.ts';

const pageSize = 200;
const mostArticles = 20_000;
const dayMs = 86_400_000;
const rank = ['fails', 'expired', 'date-passed', 'matter-moved', 'review-due', 'competes', 'never-used'];

/** The published articles that need somebody, the worst first, and how many there are to look at. */
export async function readArticleHealth(
  plugs: Pick<Plugs, 'articles' | 'insightStore' | 'questionTopics'>,
  days: number,
  at: number,
): Promise<{ readonly articles: ArticleHealth[]; readonly looked: number; readonly base: number }> {
  const [published, { uses, rivals, spans }, dismissed, began] = await Promise.all([
    allPublished(plugs),
    plugs.insightStore.articleUse(at - days * dayMs, at),
    plugs.insightStore.dismissals('article'),
    plugs.questionTopics.began(),
  ]);
  const useOf = new Map(uses.map((use) => [use.id as string, use]));
  const spanOf = new Map(spans.map((span) => [span.id as string, span]));
  const titles = new Map(published.map(({ id, title }) => [id, title]));
  const answered = uses.reduce((sum, use) => sum + use.answered, 0);
  const base = answered === 0 ? 0 : uses.reduce((sum, use) => sum + use.failed, 0) / answered;
  const found = published.flatMap((article): ArticleHealth[] => {
    const use = useOf.get(article.id);
    const span = spanOf.get(article.id);
    const troubles = troublesOf(
      {
        id: article.id,
        title: article.title,
        body: article.body,
        // Nobody could use it before anything was counted.
        publishedAt: Math.max(article.publishedAt ?? article.updatedAt, began ?? at),
        updatedAt: article.updatedAt,
        reviewAt: article.reviewAt ?? null,
        expiresAt: article.expiresAt ?? null,
        answered: use?.answered ?? 0,
        failed: use?.failed ?? 0,
        handedOver: use?.handed_over ?? 0,
        askedAgain: use?.asked_again ?? 0,
        ratedLow: use?.rated_low ?? 0,
        recent: span?.recent ?? 0,
        before: span?.before ?? 0,
        rivals: rivals
          .filter(({ id, rival_id }) => id === article.id && titles.has(rival_id))
          .map(({ rival_id, times }) => ({ id: rival_id, title: titles.get(rival_id)!, times })),
      },
      base,
      at,
    ).filter(({ kind }) => !dismissed.has(`${article.id}:${kind}:${article.version}`));
    if (troubles.length === 0) return [];
    const { id, title, language, updatedAt } = article;
    return [
      { id, title, language, updatedAt, answered: use?.answered ?? 0, troubles, agentMs: use?.agent_ms ?? 0 },
    ];
  });
  const worst = ({ troubles }: ArticleHealth) => rank.indexOf(troubles[0]!.kind);
  found.sort((one, other) => worst(one) - worst(other) || other.answered - one.answered);
  return { articles: found, looked: published.length, base };
}

async function allPublished({ articles }: Pick<Plugs, 'articles'>): Promise<ArticleView[]> {
  const all: ArticleView[] = [];
  for (let page = 1; all.length < mostArticles; page++) {
    const listed = await articles.list({ status: 'published', page, size: pageSize });
    all.push(...listed.articles);
    if (listed.articles.length < pageSize) break;
  }
  return all;
}
