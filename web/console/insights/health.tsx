import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ArticleTrouble } from '../../../core/terms/article-trouble.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { insightText, troubleWords } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { LongList } from '../frame/long-list.tsx';
import { Panel } from '../frame/page.tsx';
import { hrefOf } from '../frame/route.ts';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { listHealth } from './calls.ts';
import { InsightRow } from './insight-row.tsx';

const severe: readonly ArticleTrouble['kind'][] = ['fails', 'expired', 'date-passed'];
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Published articles that need somebody, the worst first. */
export function Health({ days }: { readonly days: number }) {
  const { t } = useLanguage();
  const health = useQuery({
    queryKey: ['insights', 'articles', days],
    queryFn: ({ signal }) => listHealth(days, signal),
  });
  if (!health.data && health.isError) return <Failed error={health.error} onRetry={() => health.refetch()} />;
  if (!health.data)
    return (
      <Panel>
        <Waiting rows={8} />
      </Panel>
    );
  const { articles, looked, base } = health.data;
  if (articles.length === 0)
    return (
      <Panel>
        <Empty title={t(insightText.noTroubleTitle)}>{t(insightText.noTrouble)}</Empty>
      </Panel>
    );
  return (
    <>
      <p className="section-lead">
        {fill(t(insightText.healthLead), { looked, count: articles.length, base: percent(base) })}
      </p>
      <Panel>
        <LongList className="insights" items={articles}>
          {(article) => (
            <InsightRow
              key={article.id}
              name={article.title}
              figures={<span>{fill(t(insightText.answeredTimes), { count: article.answered })}</span>}
              note={
                <ul className="insight-troubles">
                  {article.troubles.map((trouble) => (
                    <li key={trouble.kind}>
                      <span
                        className={
                          severe.includes(trouble.kind) ? 'insight-chip insight-chip-severe' : 'insight-chip'
                        }
                      >
                        {t(troubleWords[trouble.kind])}
                      </span>
                      <span>{sentenceOf(trouble, t)}</span>
                    </li>
                  ))}
                </ul>
              }
              actions={<Button href={hrefOf(['knowledge', article.id])}>{t(insightText.openArticle)}</Button>}
            />
          )}
        </LongList>
      </Panel>
    </>
  );
}

function sentenceOf(trouble: ArticleTrouble, t: (words: Bilingual) => string): string {
  switch (trouble.kind) {
    case 'fails': {
      const { failed, answered, handedOver, askedAgain, ratedLow } = trouble;
      const [share, low, high, base] = [trouble.share, trouble.low, trouble.high, trouble.base].map(
        percent,
      ) as [string, string, string, string];
      const parts = fill(t(insightText.failsParts), { handedOver, askedAgain, ratedLow });
      return `${fill(t(insightText.fails), { share, failed, answered, low, high, base })} · ${parts}`;
    }
    case 'review-due':
      return t(insightText.troubleReviewDue);
    case 'expired':
      return t(insightText.troubleExpired);
    case 'date-passed':
      return fill(t(insightText.troubleDate), { date: trouble.date });
    case 'matter-moved':
      return fill(t(insightText.troubleMoved), { recent: trouble.recent, before: trouble.before });
    case 'never-used':
      return fill(t(insightText.troubleUnused), { days: trouble.days });
    case 'competes':
      return fill(t(insightText.troubleCompetes), { title: trouble.title, times: trouble.times });
  }
}
