import { InputNumber } from 'antd';
import type { HandoffThresholds } from '../../../../core/terms/handoff-thresholds.ts';
import { triageText } from '../../../../core/text/console-triage.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { PredictionFields } from './prediction-fields.tsx';

type ThresholdName = Exclude<keyof HandoffThresholds, 'prediction'>;

const thresholds: readonly ThresholdName[] = [
  'turnsWithoutProgress',
  'repeatedQuestions',
  'angerIntensity',
  'angryMessages',
  'turns',
  'minutes',
];

/** When the assistant gives way, where no rule says anything. */
export function HandoffPanel() {
  const { t } = useLanguage();
  return (
    <Panel title={t(triageText.handoff)} hint={t(triageText.handoffHint)}>
      <div className="thresholds">
        {thresholds.map((name) => (
          <Threshold key={name} name={name} />
        ))}
      </div>
      <PredictionFields />
    </Panel>
  );
}

function Threshold({ name }: { readonly name: ThresholdName }) {
  const { t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  const status = useStatus(`handoff.${name}`);
  const isShare = name === 'angerIntensity';
  return (
    <PolicyField label={t(triageText[name])} path={`handoff.${name}`}>
      {(ids) => (
        <span className="number-and-unit">
          <InputNumber
            {...ids}
            disabled={!mayEdit}
            status={status ?? ''}
            min={isShare ? 0 : 1}
            max={isShare ? 1 : 10_000}
            step={isShare ? 0.05 : 1}
            value={policy.handoff[name]}
            onChange={(value) =>
              value !== null &&
              edit((now) => ({ ...now, handoff: { ...now.handoff, [name]: Number(value) } }))
            }
          />
          <span className="soft">{t(triageText[`${name}Unit`])}</span>
        </span>
      )}
    </PolicyField>
  );
}
