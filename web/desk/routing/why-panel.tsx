import type { RoutingExclusion, RoutingExplanation, RoutingFactors } from '../../../core/terms/routing.ts';
import { exclusionWord, factorWord, languageWord, routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { asPercent } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { PersonFace } from '../marks.tsx';
import { useDesk } from '../store/use-desk.ts';
import { clock } from '../time.ts';
import { strongestFactor } from './routing-of.ts';
import './routing.css';

const words = routingText.why;

/** What the router weighed, in words first and in figures below. */
export function WhyPanel({
  routing,
  agentName,
  onOthers,
}: {
  readonly routing: RoutingExplanation;
  readonly agentName: string;
  readonly onOthers?: () => void;
}) {
  const { language, t } = useLanguage();
  const colleagues = useDesk((state) => state.colleagues);
  const excluded = Object.entries(routing.excluded).filter(([, count]) => count > 0);
  const between = language === 'zh' ? '、' : ', ';
  return (
    <div className="why">
      <p className="why-lead">
        {fill(t(words.strongest), { factor: t(factorWord[strongestFactor(routing)]) })}
      </p>
      <p className="soft">
        {fill(t(words.waited), { time: clock(routing.waitedMs) })}
        {routing.stage > 0 && ` · ${fill(t(words.stage), { stage: routing.stage })}`}
      </p>
      {routing.unspoken && (
        <p className="soft">{fill(t(words.unspoken), { language: t(languageWord[routing.unspoken]) })}</p>
      )}
      <Factors factors={routing.chosen.factors} />
      <ol className="why-scores">
        <li className="why-chosen">
          <PersonFace name={agentName} size={20} />
          <span>{agentName}</span>
          <b>{asScore(routing.chosen.score)}</b>
        </li>
        {routing.others.map((other) => {
          const name = colleagues.get(other.agentId)?.name ?? t(words.former);
          return (
            <li key={other.agentId}>
              <PersonFace name={name} size={20} />
              <span>{name}</span>
              <b>{asScore(other.score)}</b>
            </li>
          );
        })}
      </ol>
      {routing.others.length === 0 && <p className="soft">{t(words.alone)}</p>}
      {excluded.length > 0 && (
        <p className="soft">
          {t(words.excluded)}
          {excluded
            .map(([why, count]) =>
              fill(t(words.excludedOne), { count, why: t(exclusionWord[why as RoutingExclusion]) }),
            )
            .join(between)}
        </p>
      )}
      <p className="soft why-foot">
        {t(words.formula)} {fill(t(words.policy), { version: routing.policyVersion })}
      </p>
      {onOthers && (
        <button type="button" className="link" onClick={onOthers}>
          {t(words.others)}
        </button>
      )}
    </div>
  );
}

/** Each factor as a bar with its figure. */
export function Factors({ factors }: { readonly factors: RoutingFactors }) {
  const { t } = useLanguage();
  return (
    <dl className="factors">
      {(Object.keys(factorWord) as (keyof RoutingFactors)[]).map((name) => (
        <div key={name}>
          <dt>{t(factorWord[name])}</dt>
          <dd>
            <span className="confidence-bar" aria-hidden="true">
              <span style={{ width: asPercent(Math.min(1, Math.max(0, factors[name]))) }} />
            </span>
            <span className="figure">{asPercent(factors[name])}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `0.42` */
export function asScore(score: number): string {
  return score.toFixed(2);
}
