import { ExperimentOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useState } from 'react';
import type { PolicyTrial, PolicyTrialInput } from '../../../../core/protocol/policies.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { trialText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { Empty, Waiting } from '../../frame/states.tsx';
import { tryPolicy } from '../policy-calls.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { TrialForm } from './trial-form.tsx';
import { TrialResult } from './trial-result.tsx';
import './trial.css';

interface Trials {
  readonly active: PolicyTrial;
  readonly draft: PolicyTrial | null;
}

/** A message tried on the version in force and, where there is one, on the draft beside it. */
export default function TrialPage() {
  const { t } = useLanguage();
  const { draft, active, policy } = usePolicy();
  const [trials, setTrials] = useState<Trials | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function run(input: PolicyTrialInput) {
    setAsking(true);
    setFailure(null);
    try {
      const [inForce, drafted] = await Promise.all([
        tryPolicy(input),
        draft ? tryPolicy(input, draft.policy) : Promise.resolve(null),
      ]);
      setTrials({ active: inForce, draft: drafted });
    } catch (error) {
      setFailure(errorSentence(error).message);
    } finally {
      setAsking(false);
    }
  }

  return (
    <>
      <p className="soft section-lead">{t(trialText.lead)}</p>
      <div className="trial-layout">
        <Panel className="trial-form">
          <TrialForm asking={asking} onRun={run} />
        </Panel>
        <div className="trial-results" aria-live="polite">
          {failure && <Alert type="error" showIcon role="alert" title={failure} className="below" />}
          {!trials && asking && (
            <Panel>
              <Waiting />
            </Panel>
          )}
          {!trials && !asking && (
            <Panel>
              <Empty icon={<ExperimentOutlined />} title={t(trialText.empty)}>
                {t(trialText.emptyHint)}
              </Empty>
            </Panel>
          )}
          {trials && (
            <div className={trials.draft ? 'trial-pair' : undefined}>
              <TrialResult
                name={fill(t(routingText.active), { version: active.version })}
                policy={active.policy}
                trial={trials.active}
                other={trials.draft}
              />
              {trials.draft && (
                <TrialResult
                  name={t(routingText.draft)}
                  policy={policy}
                  trial={trials.draft}
                  other={trials.active}
                />
              )}
            </div>
          )}
        </div>
      </div>
    </>
  );
}
