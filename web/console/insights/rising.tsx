import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { RisingAlert } from '../../../core/protocol/insights.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { Panel } from '../frame/page.tsx';
import { hrefOf } from '../frame/route.ts';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { When } from '../frame/when.tsx';
import { acknowledge, listRising } from './calls.ts';
import { Dismiss } from './dismiss.tsx';
import { InsightRow } from './insight-row.tsx';
import { Sparkline } from './sparkline.tsx';

const weekMs = 7 * 86_400_000;

/** What is suddenly asked by many, now and in the last week. */
export function Rising() {
  const { t } = useLanguage();
  const rising = useQuery({
    queryKey: ['insights', 'rising'],
    queryFn: ({ signal }) => listRising(signal),
    refetchInterval: 30_000,
  });
  if (!rising.data && rising.isError) return <Failed error={rising.error} onRetry={() => rising.refetch()} />;
  if (!rising.data)
    return (
      <Panel>
        <Waiting rows={8} />
      </Panel>
    );
  const { alerts, watchedSince } = rising.data;
  const now = alerts.filter(({ endedAt }) => endedAt === null);
  const past = alerts.filter(({ endedAt }) => endedAt !== null);
  const isLearning = watchedSince === null || Date.now() - watchedSince < weekMs;
  return (
    <>
      <p className="section-lead">
        {t(insightText.risingLead)} {isLearning && t(insightText.learning)}
      </p>
      <Panel title={t(insightText.risingNow)}>
        {now.length === 0 ? (
          <Empty title={t(insightText.noRisingTitle)}>{t(insightText.noRising)}</Empty>
        ) : (
          <ul className="insights">
            {now.map((alert) => (
              <AlertRow key={alert.id} alert={alert} />
            ))}
          </ul>
        )}
      </Panel>
      {past.length > 0 && (
        <Panel title={t(insightText.risingPast)}>
          <ul className="insights">
            {past.map((alert) => (
              <AlertRow key={alert.id} alert={alert} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function AlertRow({ alert }: { readonly alert: RisingAlert }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => acknowledge(alert.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['insights', 'rising'] }),
    onError: (error) => void message.error(errorSentence(error).message),
  });
  const isOpen = alert.endedAt === null;
  return (
    <InsightRow
      hot={isOpen}
      name={alert.name}
      figures={
        <>
          <b>{fill(t(insightText.risingCount), { total: alert.total })}</b>
          <span>
            {t(insightText.since)} <When at={alert.startedAt} />
          </span>
          {alert.endedAt !== null && alert.dismissedBy === null && (
            <span>
              {t(insightText.until)} <When at={alert.endedAt} />
            </span>
          )}
          {alert.dismissedBy !== null && (
            <span>{fill(t(insightText.dismissedBy), { name: alert.dismissedBy })}</span>
          )}
          {isOpen && alert.acknowledgedBy !== null && (
            <span className="insight-taken">
              {fill(t(insightText.acknowledgedBy), { name: alert.acknowledgedBy })}
            </span>
          )}
        </>
      }
      note={<p className="insight-why figure">{whyOf(alert, t)}</p>}
      trend={alert.trend.length > 2 && <Sparkline values={alert.trend} hot={isOpen} />}
      examples={alert.examples.filter(({ text }) => text !== alert.name)}
      actions={
        <>
          {isOpen && <Dismiss what="rising" id={alert.id} name={alert.name} />}
          {isOpen && alert.acknowledgedBy === null && (
            <Button loading={take.isPending} onClick={() => take.mutate()}>
              {t(insightText.acknowledge)}
            </Button>
          )}
          {alert.articleId !== null && (
            <Button type={isOpen ? 'primary' : 'default'} href={hrefOf(['knowledge', alert.articleId])}>
              {t(insightText.openDraft)}
            </Button>
          )}
        </>
      }
    />
  );
}

/** What was seen when it was raised, and how seldom chance alone does that. */
function whyOf(alert: RisingAlert, t: (words: Bilingual) => string): string {
  const { windowMinutes, count, expected, chancePerWeek } = alert;
  const years = 1 / (chancePerWeek * 52);
  const span = windowMinutes < 120 ? insightText.minutes : insightText.hours;
  return fill(t(insightText.risingWhy), {
    minutes: fill(t(span), { count: windowMinutes < 120 ? windowMinutes : windowMinutes / 60 }),
    count,
    expected: expected < 1 ? Math.max(0.1, Math.round(expected * 10) / 10) : Math.round(expected),
    chance:
      years >= 100
        ? t(insightText.chanceRare)
        : fill(t(insightText.chanceYears), { years: Math.max(1, Math.round(years)) }),
  });
}
