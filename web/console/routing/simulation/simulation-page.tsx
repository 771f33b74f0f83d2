import { LineChartOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ScenarioProblem } from '../../../../core/routing/simulation/reader.ts';
import type { SimulationReport } from '../../../../core/routing/simulation/report.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { simulationText } from '../../../../core/text/console-simulation.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { sentences } from '../../frame/sentences.ts';
import { Empty, Waiting } from '../../frame/states.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { playBeside } from './play-beside.ts';
import { ScenarioForm } from './scenario-form.tsx';
import { SimulationCharts } from './simulation-charts.tsx';
import { SimulationFigures } from './simulation-figures.tsx';
import './simulation.css';

interface Result {
  readonly runs: readonly { readonly name: string; readonly report: SimulationReport }[];
  readonly tookMs: number;
}

/** A simulated day with the version in force and, where there is one, the draft beside it. */
export default function SimulationPage() {
  const { language, t } = useLanguage();
  const { draft, active } = usePolicy();
  const [result, setResult] = useState<Result | null>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  async function run(scenario: unknown) {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setRunning(true);
    setFailure(null);
    setProblems([]);
    try {
      const policies = [active.policy, ...(draft ? [draft.policy] : [])];
      const played = await playBeside({ scenario, policies }, mine.signal);
      if ('problems' in played) setProblems(played.problems);
      else {
        const names = [fill(t(routingText.active), { version: active.version }), t(routingText.draft)];
        setResult({
          runs: played.reports.map((report, index) => ({ name: names[index] ?? '', report })),
          tookMs: played.tookMs,
        });
      }
    } catch (error) {
      if (!mine.signal.aborted)
        setFailure(fill(t(simulationText.failed), { message: error instanceof Error ? error.message : '' }));
    } finally {
      if (current.current === mine) setRunning(false);
    }
  }

  return (
    <>
      <p className="soft section-lead">
        {sentences([t(simulationText.lead), t(simulationText.privacy)], language)}
      </p>
      <Panel title={t(simulationText.scenario)}>
        <ScenarioForm running={running} problems={problems} onRun={run} />
      </Panel>
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="below" />}
      {!result && (
        <Panel>
          {running ? (
            <Waiting />
          ) : (
            <Empty icon={<LineChartOutlined />} title={t(simulationText.empty)}>
              {t(simulationText.emptyHint)}
            </Empty>
          )}
        </Panel>
      )}
      {result && (
        <div aria-live="polite" aria-busy={running} className={running ? 'is-stale' : undefined}>
          <SimulationFigures runs={result.runs} tookMs={result.tookMs} />
          <SimulationCharts runs={result.runs} />
        </div>
      )}
    </>
  );
}
