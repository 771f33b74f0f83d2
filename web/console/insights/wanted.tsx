import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { LongList } from '../frame/long-list.tsx';
import { Panel } from '../frame/page.tsx';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { listDemand } from './calls.ts';
import { changeWords } from './change-words.ts';
import { Dismiss } from './dismiss.tsx';
import { InsightRow } from './insight-row.tsx';
import { Sparkline } from './sparkline.tsx';

/** What customers ask for and nothing offers. */
export function Wanted({ days }: { readonly days: number }) {
  const { t } = useLanguage();
  const demand = useQuery({
    queryKey: ['insights', 'demand', days],
    queryFn: ({ signal }) => listDemand(days, signal),
    refetchInterval: 60_000,
  });
  if (!demand.data && demand.isError) return <Failed error={demand.error} onRetry={() => demand.refetch()} />;
  if (!demand.data)
    return (
      <Panel>
        <Waiting rows={8} />
      </Panel>
    );
  if (demand.data.demand.length === 0)
    return (
      <Panel>
        <Empty title={t(insightText.noWantedTitle)}>{t(insightText.noWanted)}</Empty>
      </Panel>
    );
  return (
    <>
      <p className="section-lead">{t(insightText.wantedLead)}</p>
      <Panel>
        <LongList className="insights" items={demand.data.demand}>
          {(one) => (
            <InsightRow
              key={one.key}
              name={one.object}
              figures={
                <>
                  <b>{fill(t(insightText.wantedCount), { count: one.count })}</b>
                  <span>{changeWords(one.count, one.before, t)}</span>
                </>
              }
              trend={<Sparkline values={one.trend} />}
              examples={one.examples}
              actions={
                <>
                  <Dismiss what="demand" id={one.key} name={one.object} />
                  {one.examples[0] && (
                    <Button
                      href={`/desk/#/c/${encodeURIComponent(one.examples[0].conversationId)}`}
                      target="tandem-desk"
                    >
                      {t(insightText.seeConversation)}
                    </Button>
                  )}
                </>
              }
            />
          )}
        </LongList>
      </Panel>
    </>
  );
}
