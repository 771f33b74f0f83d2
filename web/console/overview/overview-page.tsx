import { DownloadOutlined, LineChartOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Segmented } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import type { Colleague, Overview } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { overviewText } from '../../../core/text/console-overview.ts';
import { fill } from '../../../core/text/fill.ts';
import { useDark } from '../../ui/antd-theme.ts';
import { useLanguage } from '../../ui/language.ts';
import { dark, light } from '../../ui/tokens.ts';
import { readOverview } from '../calls.ts';
import { saveAs } from '../frame/csv.ts';
import { Page, Panel } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { go, hrefOf, useRoute } from '../frame/route.ts';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { AssistPanel } from './assist-panel.tsx';
import { conversationsChart, csatChart } from './chart-options.ts';
import { FigureCard } from './figure-card.tsx';
import { duration, type Figure, type FigureName, shown } from './figures.ts';
import { FirstSteps } from './first-steps.tsx';
import { daysCsv, figuresCsv } from './overview-csv.ts';
import { periodOf } from './period.ts';
import { ReasonBars } from './reason-bars.tsx';
import './overview.css';

const Chart = lazy(() => import('./chart.tsx'));

const periods = [7, 30, 90] as const;

/** The dashboard: how people and the assistant serve together. */
export default function OverviewPage({ me }: { readonly me: Colleague }) {
  const { language, t } = useLanguage();
  const { query } = useRoute();
  const days = periods.find((period) => String(period) === query.get('days')) ?? 7;
  const report = useQuery({
    queryKey: ['overview', days],
    queryFn: ({ signal }) => {
      const { from, to } = periodOf(days);
      return readOverview(from, to, signal);
    },
    refetchInterval: 60_000,
  });

  function exportCsv(kind: string) {
    if (!report.data) return;
    const name = `tandem-${kind}-${report.data.days.at(0)?.day}-${report.data.days.at(-1)?.day}.csv`;
    saveAs(name, kind === 'days' ? daysCsv(report.data, language) : figuresCsv(report.data, language));
  }

  const nothing = report.data?.figures.every((figure) => !figure.value && !figure.previous);
  return (
    <Page
      title={t(consoleText.overview)}
      lead={t(overviewText.lead)}
      actions={
        <>
          <Segmented
            aria-label={t(overviewText.period)}
            value={days}
            options={periods.map((value) => ({
              value,
              label: fill(t(overviewText.days), { count: value }),
            }))}
            onChange={(value) => go(hrefOf(['overview'], { days: String(value) }), 'replace')}
          />
          <Dropdown
            trigger={['click']}
            disabled={!report.data || nothing}
            menu={{
              items: [
                { key: 'days', label: t(overviewText.exportDays) },
                { key: 'figures', label: t(overviewText.exportFigures) },
              ],
              onClick: ({ key }) => exportCsv(key),
            }}
          >
            <Button icon={<DownloadOutlined aria-hidden="true" />}>{t(overviewText.exportCsv)}</Button>
          </Dropdown>
        </>
      }
    >
      {report.isPending && (
        <Panel>
          <Waiting rows={10} />
        </Panel>
      )}
      {report.isError && !report.data && <Failed error={report.error} onRetry={() => report.refetch()} />}
      {report.data && nothing && may(me.role, 'administrator') && (
        <FirstSteps otherwise={<NoFigures me={me} />} />
      )}
      {report.data && nothing && !may(me.role, 'administrator') && <NoFigures me={me} />}
      {report.data && !nothing && <Figures overview={report.data} days={days} />}
      {report.data && !nothing && <AssistPanel days={days} />}
    </Page>
  );
}

/** Nobody wrote in the period. */
function NoFigures({ me }: { readonly me: Colleague }) {
  const { t } = useLanguage();
  return (
    <Panel>
      <Empty
        icon={<LineChartOutlined aria-hidden="true" />}
        title={t(overviewText.emptyTitle)}
        action={
          may(me.role, 'administrator') && (
            <Button type="primary" href={hrefOf(['inboxes'])}>
              {t(overviewText.toInboxes)}
            </Button>
          )
        }
      >
        {t(overviewText.empty)}
      </Empty>
    </Panel>
  );
}

function Figures({ overview, days }: { readonly overview: Overview; readonly days: number }) {
  const { language, t } = useLanguage();
  const figure = (name: FigureName): Figure =>
    overview.figures.find((one) => one.name === name) ?? {
      name,
      value: null,
      previous: null,
      unit: 'count',
      of: 0,
    };
  const contained = figure('containment').value;
  const resolved = figure('resolvedContainment').value;
  const p90 = figure('timeToHumanP90').value;
  return (
    <>
      <div className="figures">
        <div className="figure-pair panel">
          <FigureCard figure={figure('containment')} days={days} seat="assistant" />
          <FigureCard figure={figure('resolvedContainment')} days={days} seat="assistant" />
          {contained !== null && resolved !== null && (
            <ContainmentBar contained={contained} resolved={resolved} />
          )}
        </div>
        <div className="figure-rest">
          <FigureCard figure={figure('conversations')} days={days} />
          <FigureCard
            figure={figure('timeToHuman')}
            days={days}
            seat="human"
            below={p90 !== null && fill(t(overviewText.p90), { value: duration(p90, language) })}
          />
          <FigureCard figure={figure('aht')} days={days} seat="human" />
          <FigureCard figure={figure('fcr')} days={days} />
          <FigureCard figure={figure('csat')} days={days} />
          <FigureCard figure={figure('csatResponse')} days={days} />
        </div>
      </div>
      <Charts overview={overview} />
    </>
  );
}

/** Containment and what of it was really resolved, as one bar. */
function ContainmentBar({ contained, resolved }: { readonly contained: number; readonly resolved: number }) {
  const { language, t } = useLanguage();
  const gap = contained - resolved;
  const parts = [
    { key: 'resolved', share: resolved, name: overviewText.reallyResolved },
    { key: 'unresolved', share: gap, name: overviewText.notResolved },
    { key: 'human', share: 1 - contained, name: overviewText.handedOver },
  ];
  return (
    <div className="containment figure">
      <div className="containment-bar" aria-hidden="true">
        {parts.map(
          ({ key, share }) => share > 0 && <span key={key} className={key} style={{ flex: share }} />,
        )}
      </div>
      <div className="containment-key">
        {parts.map(({ key, share, name }) => (
          <span key={key}>
            <i className={key} aria-hidden="true" />
            {t(name)} {shown(share, 'share', language)}
          </span>
        ))}
      </div>
      {contained > 0 && <p>{t(gap < 0.0005 ? overviewText.noGap : overviewText.gap)}</p>}
    </div>
  );
}

function Charts({ overview }: { readonly overview: Overview }) {
  const { language, t } = useLanguage();
  const palette = useDark() ? dark : light;
  const perDay = useMemo(
    () => conversationsChart(overview, palette, language),
    [overview, palette, language],
  );
  const csat = useMemo(() => csatChart(overview, palette, language), [overview, palette, language]);
  const sum = (key: 'conversations' | 'contained' | 'handedOver') =>
    overview.days.reduce((total, day) => total + day[key], 0);
  const rated = overview.days.some((day) => day.csat !== null);
  return (
    <>
      <Panel title={t(overviewText.perDay)}>
        <Suspense fallback={<Waiting rows={5} />}>
          <Chart
            options={perDay}
            height={264}
            label={`${t(overviewText.perDay)}: ${sum('conversations')}; ${t(overviewText.contained)} ${sum('contained')}; ${t(overviewText.handedOver)} ${sum('handedOver')}`}
          />
        </Suspense>
      </Panel>
      <div className="columns">
        <Panel title={t(overviewText.reasons)} hint={t(overviewText.reasonsHint)}>
          {overview.reasons.length > 0 ? (
            <ReasonBars reasons={overview.reasons} />
          ) : (
            <p className="soft">{t(overviewText.noReasons)}</p>
          )}
        </Panel>
        <Panel title={t(overviewText.csatPerDay)} hint={t(overviewText.csatPerDayHint)}>
          {rated ? (
            <Suspense fallback={<Waiting rows={5} />}>
              <Chart options={csat} height={220} label={t(overviewText.csatPerDay)} />
            </Suspense>
          ) : (
            <p className="soft">{t(overviewText.noRatings)}</p>
          )}
        </Panel>
      </div>
    </>
  );
}
