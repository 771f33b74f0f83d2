import type { PolicyTrial } from '../../../../core/protocol/policies.ts';
import { riskWord } from '../../../../core/text/console-triage.ts';
import { complexityWord, intentWord, trialText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent, emotionWord } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { hrefOf } from '../../frame/route.ts';

/** What was perceived, how hard it is and what makes it so, and what the knowledge base has on it. */
export function Understood({ trial }: { readonly trial: PolicyTrial }) {
  const { t } = useLanguage();
  const { perception, complexity, lookup, intents, verdict } = trial;
  // Two passages of one article are one article to the reader.
  const nearest = lookup.candidates
    .filter(
      (one, index) => lookup.candidates.findIndex(({ articleId }) => articleId === one.articleId) === index,
    )
    .slice(0, 3);
  const signals = [
    ...(perception.wantsHuman ? [t(trialText.wantsHuman)] : []),
    ...(perception.emotion === 'neutral'
      ? []
      : [
          fill(t(trialText.mood), {
            mood: `${t(emotionWord[perception.emotion])} ${asPercent(perception.intensity)}`,
          }),
        ]),
    ...verdict.risks.map((risk) => fill(t(trialText.risk), { risk: t(riskWord[risk]) })),
    ...intents.map((intent) =>
      fill(t(trialText.intent), { intent: intentWord[intent] ? t(intentWord[intent]) : intent }),
    ),
  ];
  return (
    <section className="understood">
      <h4>{t(trialText.understood)}</h4>
      <p className="outcome-chips">
        {signals.length === 0 && <span className="soft">{t(trialText.noSignals)}</span>}
        {signals.map((signal) => (
          <span key={signal} className="action-chip">
            {signal}
          </span>
        ))}
      </p>
      <h4 className="figure">{fill(t(trialText.complexity), { score: Math.round(complexity.score) })}</h4>
      <ul className="complexity">
        {complexity.parts
          .filter(({ points }) => points > 0)
          .map(({ part, count, points }) => (
            <li key={part}>
              <span>{t(complexityWord[part])}</span>
              <span className="reason-track" aria-hidden="true">
                <span style={{ width: `${Math.min(100, points)}%` }} />
              </span>
              <span className="figure soft">
                {fill(t(trialText.part), { count: Math.round(count), points: Math.round(points) })}
              </span>
            </li>
          ))}
      </ul>
      <h4>{t(trialText.lookup)}</h4>
      {lookup.candidates.length === 0 && (
        <p className="soft">{t(lookup.verdict === null ? trialText.noLookup : trialText.nothingFound)}</p>
      )}
      <ul className="plain-list">
        {nearest.map((one) => (
          <li key={one.articleId}>
            <a href={hrefOf(['knowledge', one.articleId])}>{one.title}</a>{' '}
            <span className="soft figure">
              {one.topic} · {asPercent(one.confidence)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
