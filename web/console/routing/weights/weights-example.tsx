import { weigh } from '../../../../core/routing/score.ts';
import type { RoutingFactors, RoutingSettings } from '../../../../core/terms/routing.ts';
import { weightsText } from '../../../../core/text/console-sla.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';

/** Three agents as they might be; the figures are those that the router works with. */
const people: readonly {
  readonly word: 'example1' | 'example2' | 'example3';
  readonly factors: RoutingFactors;
}[] = [
  { word: 'example1', factors: { fit: 1, load: 0.25, history: 0.5, idle: 0.55, spare: 0.4 } },
  { word: 'example2', factors: { fit: 0.6, load: 1, history: 0.5, idle: 0.4, spare: 1 } },
  { word: 'example3', factors: { fit: 0.8, load: 0.5, history: 1, idle: 0.5, spare: 0.7 } },
];
const names: readonly (keyof RoutingFactors)[] = ['fit', 'load', 'history', 'idle', 'spare'];

/** What the weights make of three different agents, by the router's own formula. */
export function WeightsExample({ weights }: { readonly weights: RoutingSettings['weights'] }) {
  const { t } = useLanguage();
  const scored = people
    .map((person) => ({ ...person, score: weigh(person.factors, weights, 1) }))
    .toSorted((a, b) => b.score - a.score);
  const best = Math.max(...scored.map(({ score }) => score), 0.0001);
  return (
    <Panel title={t(weightsText.example)} hint={t(weightsText.exampleLead)} className="weights-example">
      <ol className="example-people" aria-live="polite">
        {scored.map(({ word, factors, score }, index) => (
          <li key={word} data-person={word}>
            <div className="example-head">
              <b>{t(weightsText[word])}</b>
              {index === 0 && <span className="badge badge-human">{t(weightsText.chosen)}</span>}
              <span className="figure example-score">
                <span className="soft">{t(weightsText.score)}</span> {score.toFixed(2)}
              </span>
            </div>
            <div className="example-bar" aria-hidden="true">
              <span style={{ width: `${(score / best) * 100}%` }} />
            </div>
            <dl className="example-factors figure">
              {names.map((name) => (
                <div key={name} className={weights[name] === 0 ? 'left-out' : undefined}>
                  <dt>{t(weightsText[name])}</dt>
                  <dd>{factors[name]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
