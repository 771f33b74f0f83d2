import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ModelOverview } from '../../../../core/protocol/understanding.ts';
import { versionsText } from '../../../../core/text/console-versions.ts';
import { fill } from '../../../../core/text/fill.ts';
import { modelWord } from '../../../../core/text/understanding.ts';
import { useDark } from '../../../ui/antd-theme.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { dark, light } from '../../../ui/tokens.ts';
import { Panel } from '../../frame/page.tsx';
import { trainModel } from '../calls.ts';
import { versionChart } from './version-chart.ts';
import { VersionTable } from './version-table.tsx';

const Chart = lazy(() => import('../../overview/chart.tsx'));

/** One model: what stands about it, its figures as a line, its versions, and training. */
export function ModelPanel({ overview }: { readonly overview: ModelOverview }) {
  const { language, t } = useLanguage();
  const palette = useDark() ? dark : light;
  const { versions, model } = overview;
  const name = t(modelWord[model]);
  const options = useMemo(() => versionChart(versions, palette, language), [versions, palette, language]);
  return (
    <Panel
      title={name}
      hint={
        <span className="figure">
          {fill(t(model === 'retrieval' ? versionsText.usefulStanding : versionsText.standing), {
            examples: overview.examples,
            frozen: overview.frozen,
          })}
          {versions.length > 0 &&
            ` · ${
              overview.changedSince === 0
                ? t(versionsText.unchanged)
                : fill(t(versionsText.changed), { count: overview.changedSince })
            }`}
        </span>
      }
      actions={<Train overview={overview} />}
    >
      {versions.length === 0 && (
        <p className="soft">
          {t(versionsText.none)}
          {language === 'zh' ? '。' : '. '}
          {t(overview.examples === 0 ? versionsText.fewest[model] : versionsText.noneHint)}
        </p>
      )}
      {versions.length > 1 && (
        <Suspense fallback={<div style={{ height: 180 }} />}>
          <Chart options={options} height={180} label={fill(t(versionsText.chart), { model: name })} />
        </Suspense>
      )}
      {versions.length > 0 && <VersionTable overview={overview} />}
    </Panel>
  );
}

/** Trains now; what came of it is told when it is done, also where it was begun elsewhere. */
function Train({ overview }: { readonly overview: ModelOverview }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { model, isTraining, versions, examples } = overview;
  const newest = versions[0];
  const seen = useRef(newest?.version ?? 0);

  useEffect(() => {
    if (!newest || newest.version <= seen.current) return;
    seen.current = newest.version;
    const words = { model: t(modelWord[model]), version: newest.version };
    if (newest.standing === 'refused') void message.warning(fill(t(versionsText.trainedRefused), words));
    else void message.success(fill(t(versionsText.trainedInForce), words));
    void queries.invalidateQueries({ queryKey: ['understanding', 'explain'] });
  }, [newest, model, message, queries, t]);

  async function train() {
    setAsking(true);
    try {
      await trainModel(model);
      await queries.invalidateQueries({ queryKey: ['understanding', 'models'] });
    } catch (error) {
      void message.error(errorSentence(error).message);
    } finally {
      setAsking(false);
    }
  }

  return (
    <div className="train">
      {isTraining && (
        <span role="status" className="training">
          <span className="training-bar" aria-hidden="true" />
          {t(versionsText.training)}
        </span>
      )}
      <Button onClick={() => void train()} disabled={isTraining || examples === 0} loading={isAsking}>
        {t(versionsText.train)}
      </Button>
    </div>
  );
}
