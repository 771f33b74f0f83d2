import { InputNumber, Switch } from 'antd';
import { handoffThreshold } from '../../../../core/handoff/predict-handoff.ts';
import { triageText } from '../../../../core/text/console-triage.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { PolicyField } from '../fields/policy-field.tsx';
import { useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';

/** What a policy without a word on it begins with once it is switched on. */
const usualCost = 1;

/** Whether the assistant also gives way where it is merely likely that a person is needed, and from when on. */
export function PredictionFields() {
  const { t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  const status = useStatus('handoff.prediction.lateCost');
  const prediction = policy.handoff.prediction ?? { enabled: false, lateCost: usualCost };
  const change = (some: Partial<typeof prediction>) =>
    edit((now) => ({
      ...now,
      handoff: { ...now.handoff, prediction: { ...prediction, ...now.handoff.prediction, ...some } },
    }));
  const hint = prediction.enabled
    ? fill(t(triageText.predictionHint), { threshold: asPercent(handoffThreshold(prediction.lateCost)) })
    : t(triageText.predictionOff);
  return (
    <div className="thresholds">
      <PolicyField label={t(triageText.prediction)} path="handoff.prediction.enabled" hint={hint}>
        {(ids) => (
          <Switch
            {...ids}
            checked={prediction.enabled}
            disabled={!mayEdit}
            onChange={(enabled) => change({ enabled })}
          />
        )}
      </PolicyField>
      {prediction.enabled && (
        <PolicyField label={t(triageText.lateCost)} path="handoff.prediction.lateCost">
          {(ids) => (
            <span className="number-and-unit">
              <InputNumber
                {...ids}
                disabled={!mayEdit}
                status={status ?? ''}
                min={0.1}
                max={100}
                step={0.5}
                value={prediction.lateCost}
                onChange={(value) => value !== null && change({ lateCost: Number(value) })}
              />
              <span className="soft">{t(triageText.lateCostUnit)}</span>
            </span>
          )}
        </PolicyField>
      )}
    </div>
  );
}
