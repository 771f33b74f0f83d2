import { InputNumber, Slider } from 'antd';
import type { RoutingFactors, RoutingSettings } from '../../../../core/terms/routing.ts';
import { weightsText } from '../../../../core/text/console-sla.ts';
import { channelWord } from '../../../../core/text/console-triage.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { DurationField } from '../fields/duration-field.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { ProblemNote } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { WeightsExample } from './weights-example.tsx';
import './weights.css';

const factors: readonly (keyof RoutingFactors)[] = ['fit', 'load', 'history', 'idle', 'spare'];
const durations = [
  ['patienceOfFitMs', 'patienceOfFit'],
  ['declinedForMs', 'declinedFor'],
  ['returnToAgentMs', 'returnToAgent'],
] as const;

/** How the best of several agents is chosen, each factor in plain words, with an example that moves along. */
export function WeightsPage() {
  const { t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  const settings = policy.routing;
  const change = (changes: Partial<RoutingSettings>) =>
    edit((now) => ({ ...now, routing: { ...now.routing, ...changes } }));
  const channels = [...new Set([...Object.keys(channelWord), ...Object.keys(settings.channelWeights)])];
  return (
    <>
      <p className="soft section-lead">{t(weightsText.lead)}</p>
      <div className="weights-columns">
        <Panel title={t(weightsText.factors)}>
          <div data-path="routing.weights">
            {factors.map((factor) => (
              <div className="weight" key={factor}>
                <div>
                  <b>{t(weightsText[factor])}</b>
                  <p className="soft">{t(weightsText[`${factor}Hint`])}</p>
                </div>
                <Slider
                  min={0}
                  max={Math.max(3, settings.weights[factor])}
                  step={0.25}
                  disabled={!mayEdit}
                  value={settings.weights[factor]}
                  tooltip={{ open: false }}
                  ariaLabelForHandle={fill(t(weightsText.weightOf), { name: t(weightsText[factor]) })}
                  onChange={(value) =>
                    edit((now) => ({
                      ...now,
                      routing: { ...now.routing, weights: { ...now.routing.weights, [factor]: value } },
                    }))
                  }
                />
                <span className="weight-value figure">
                  {settings.weights[factor] === 0 ? t(weightsText.off) : settings.weights[factor]}
                </span>
              </div>
            ))}
            <ProblemNote path="routing.weights" under />
          </div>
        </Panel>
        <WeightsExample weights={settings.weights} />
      </div>
      <div className="columns">
        <Panel title={t(weightsText.rest)}>
          {durations.map(([key, word]) => (
            <PolicyField
              key={key}
              label={t(weightsText[word])}
              hint={t(weightsText[`${word}Hint`])}
              path={`routing.${key}`}
            >
              {(ids) => (
                <DurationField
                  ids={ids}
                  label={t(weightsText[word])}
                  path={`routing.${key}`}
                  value={settings[key]}
                  onChange={(ms) => ms !== undefined && change({ [key]: ms })}
                />
              )}
            </PolicyField>
          ))}
          <PolicyField
            label={t(weightsText.missedOffers)}
            hint={t(weightsText.missedOffersHint)}
            path="routing.missedOffersToAway"
          >
            {(ids) => (
              <span className="number-and-unit">
                <InputNumber
                  {...ids}
                  min={0}
                  max={100}
                  disabled={!mayEdit}
                  value={settings.missedOffersToAway}
                  onChange={(value) => value !== null && change({ missedOffersToAway: Math.round(value) })}
                />
                <span className="soft">{t(weightsText.times)}</span>
              </span>
            )}
          </PolicyField>
        </Panel>
        <Panel title={t(weightsText.channels)} hint={t(weightsText.channelsHint)}>
          {channels.map((channel) => (
            <PolicyField
              key={channel}
              label={t(channelWord[channel as keyof typeof channelWord] ?? { zh: channel, en: channel })}
              path={`routing.channelWeights.${channel}`}
            >
              {(ids) => (
                <InputNumber
                  {...ids}
                  min={0}
                  max={100}
                  disabled={!mayEdit}
                  value={settings.channelWeights[channel] ?? 1}
                  onChange={(value) =>
                    value !== null &&
                    change({ channelWeights: { ...settings.channelWeights, [channel]: value } })
                  }
                />
              )}
            </PolicyField>
          ))}
        </Panel>
      </div>
    </>
  );
}
