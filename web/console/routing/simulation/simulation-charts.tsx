import { lazy, Suspense, useMemo } from 'react';
import { simulationText } from '../../../../core/text/console-simulation.ts';
import { useDark } from '../../../ui/antd-theme.ts';
import { useLanguage } from '../../../ui/language.ts';
import { dark, light } from '../../../ui/tokens.ts';
import { Panel } from '../../frame/page.tsx';
import { Waiting } from '../../frame/states.tsx';
import { seriesChart } from './chart-options.ts';
import type { Run } from './simulation-figures.tsx';

const Chart = lazy(() => import('../../overview/chart.tsx'));

const charts = [
  { title: 'chartWithin', value: 'within30s', share: true, bars: false },
  { title: 'chartWaiting', value: 'waiting', share: false, bars: false },
  { title: 'chartFree', value: 'freeAgents', share: false, bars: false },
  { title: 'chartArrivals', value: 'arrivals', share: false, bars: true },
] as const;

/** The day in quarters of an hour, the policies in one drawing. */
export function SimulationCharts({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useLanguage();
  const palette = useDark() ? dark : light;
  const drawn = useMemo(
    () =>
      charts.map(({ title, value, share, bars }) => ({
        title,
        options: seriesChart({
          // What arrives is the same whatever the policy.
          runs: (bars ? runs.slice(0, 1) : runs).map(({ name, report }) => ({ name, points: report.series })),
          value: (point) => point[value],
          share,
          bars,
          palette,
        }),
      })),
    [runs, palette],
  );
  return (
    <div className="columns simulation-charts">
      {drawn.map(({ title, options }) => (
        <Panel key={title} title={t(simulationText[title])}>
          <Suspense fallback={<Waiting rows={5} />}>
            <Chart
              options={options}
              height={220}
              label={`${t(simulationText[title])}: ${runs.map(({ name }) => name).join(', ')}`}
            />
          </Suspense>
        </Panel>
      ))}
    </div>
  );
}
