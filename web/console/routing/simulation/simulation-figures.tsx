import type { SimulationReport } from '../../../../core/routing/simulation/report.ts';
import { namesOf } from '../../../../core/text/console-rule-sentence.ts';
import { simulationText } from '../../../../core/text/console-simulation.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { difference, shownFigure, simulatedFigures } from './compared-figures.ts';

export interface Run {
  readonly name: string;
  readonly report: SimulationReport;
}

/** The figures of the day, one column a policy, with the difference in words. */
export function SimulationFigures({
  runs,
  tookMs,
}: {
  readonly runs: readonly Run[];
  readonly tookMs: number;
}) {
  const { language, t } = useLanguage();
  const { policy } = usePolicy();
  const names = namesOf(policy, language);
  const [first, second] = runs;
  if (!first) return null;
  const seconds = (tookMs / 1000).toFixed(1);
  return (
    <>
      <section className="panel list-panel simulation-figures">
        <table>
          <thead>
            <tr>
              <th>
                {t(simulationText.figure)}{' '}
                <span className="soft">· {fill(t(simulationText.took), { seconds })}</span>
              </th>
              {runs.map(({ name }) => (
                <th key={name} className="number">
                  {name}
                </th>
              ))}
              {second && <th className="number">{t(simulationText.difference)}</th>}
            </tr>
          </thead>
          <tbody>
            {simulatedFigures.map((figure) => {
              const values = runs.map(({ report }) => figure.of(report));
              const delta = second
                ? difference(figure, values[0] ?? null, values[1] ?? null, language)
                : null;
              return (
                <tr key={figure.name} data-figure={figure.name}>
                  <td>
                    {t(simulationText[figure.name])}
                    {figure.hint && (
                      <span className="soft figure-hint">{t(simulationText[figure.hint])}</span>
                    )}
                  </td>
                  {values.map((value, index) => (
                    <td key={runs[index]?.name} className="number figure">
                      {figure.name === 'stranded' && value ? (
                        <>
                          <b className="is-bad">{value}</b>
                          <Stranded why={runs[index]!.report.strandedWhy} />
                        </>
                      ) : (
                        shownFigure(value, figure.unit, language)
                      )}
                    </td>
                  ))}
                  {second && (
                    <td className="number figure">
                      {delta ? (
                        <span className={`difference-${delta.judgement}`}>
                          {delta.words}
                          {delta.judgement !== 'neither' && ` · ${t(simulationText[delta.judgement])}`}
                        </span>
                      ) : (
                        <span className="soft">{t(simulationText.noDifference)}</span>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div className="columns">
        <Groups title={t(simulationText.byQueue)} runs={runs} part="queues" nameOf={names.queue} />
        <Groups
          title={t(simulationText.bySegment)}
          runs={runs}
          part="segments"
          nameOf={(id) => (id === 'none' ? t(simulationText.noSegment) : names.segment(id))}
        />
      </div>
    </>
  );
}

/** What kept them from being served: the cure differs. */
function Stranded({ why }: { readonly why: SimulationReport['strandedWhy'] }) {
  const { t } = useLanguage();
  return (['nobody-ever', 'nobody-at-desk', 'overlooked'] as const)
    .filter((reason) => why[reason] > 0)
    .map((reason) => (
      <span key={reason} className="soft figure-hint">
        {fill(t(simulationText[`stranded-${reason}`]), { count: why[reason] })}
      </span>
    ));
}

/** The share within 30 seconds and the slowest twentieth, by queue or segment. */
function Groups({
  title,
  runs,
  part,
  nameOf,
}: {
  readonly title: string;
  readonly runs: readonly Run[];
  readonly part: 'queues' | 'segments';
  readonly nameOf: (id: string) => string;
}) {
  const { language, t } = useLanguage();
  const ids = [...new Set(runs.flatMap(({ report }) => Object.keys(report[part])))].filter((id) =>
    runs.some(({ report }) => (report[part][id]?.arrivals ?? 0) > 0),
  );
  return (
    <Panel title={title} className="list-panel group-panel">
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th>{t(simulationText.within30s)}</th>
              {runs.map(({ name }) => (
                <th key={name} className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ids.map((id) => (
              <tr key={id}>
                <td>{nameOf(id)}</td>
                {runs.map(({ name, report }) => {
                  const served = report[part][id];
                  return (
                    <td key={name} className="number figure">
                      {shownFigure(served?.within30s ?? null, 'share', language)}
                      <span className="soft figure-hint">
                        {t(simulationText.p95WaitMs)}{' '}
                        {shownFigure(served?.p95WaitMs ?? null, 'milliseconds', language)}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
