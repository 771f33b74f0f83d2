import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { PolicyTrial } from '../../../../core/protocol/policies.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import type { ConditionTrial } from '../../../../core/terms/triage-trial.ts';
import { actionSentence, conditionSentence, namesOf } from '../../../../core/text/console-rule-sentence.ts';
import { trialText } from '../../../../core/text/console-trial.ts';
import { useLanguage } from '../../../ui/language.ts';
import { actualWords } from './actual-words.ts';

/** Every rule's verdict, opened to its conditions with what each of them found. */
export function RuleVerdicts({
  trial,
  policy,
  other,
}: {
  readonly trial: PolicyTrial;
  readonly policy: Policy;
  readonly other: PolicyTrial | null;
}) {
  const { language, t } = useLanguage();
  const names = namesOf(policy, language);
  const differs = (id: string, holds: boolean) => {
    if (other === null) return false;
    const theirs = other.rules.find((rule) => rule.id === id);
    return theirs === undefined || (theirs.holds && theirs.enabled) !== holds;
  };
  return (
    <section className="verdicts">
      <h4>{t(trialText.rules)}</h4>
      {trial.rules.length === 0 && <p className="soft">{t(trialText.noRules)}</p>}
      {trial.rules.map((rule) => {
        const holds = rule.enabled && rule.holds;
        return (
          <details
            key={rule.id}
            className={holds ? 'verdict verdict-holds' : 'verdict'}
            data-rule={rule.id}
            open={holds}
          >
            <summary>
              <Mark holds={holds} />
              <b>{rule.name[language] || rule.id}</b>
              {!rule.enabled && <span className="badge">{t(trialText.off)}</span>}
              {differs(rule.id, holds) && <span className="badge badge-warning">{t(trialText.differs)}</span>}
            </summary>
            <Conditions conditions={rule.conditions} names={names} />
            <p className="outcome-chips">
              {rule.actions.map(({ action, counts }) => (
                <span
                  key={JSON.stringify(action)}
                  className={
                    holds && !counts ? 'action-chip action-outranked' : `action-chip action-${action.do}`
                  }
                >
                  {actionSentence(action, names, language)}
                  {holds && !counts && <span className="soft"> · {t(trialText.outranked)}</span>}
                </span>
              ))}
            </p>
          </details>
        );
      })}
      {trial.segments.length > 0 && (
        <>
          <h4>{t(trialText.segments)}</h4>
          {trial.segments.map((segment) => (
            <details
              key={segment.id}
              className={segment.counts ? 'verdict verdict-holds' : 'verdict'}
              open={segment.counts}
            >
              <summary>
                <Mark holds={segment.holds} />
                <b>{segment.name[language] || segment.id}</b>
              </summary>
              <Conditions conditions={segment.conditions} names={names} />
            </details>
          ))}
        </>
      )}
    </section>
  );
}

function Conditions({
  conditions,
  names,
}: {
  readonly conditions: readonly ConditionTrial[];
  readonly names: ReturnType<typeof namesOf>;
}) {
  const { language, t } = useLanguage();
  if (conditions.length === 0) return <p className="soft verdict-none">{t(trialText.noConditions)}</p>;
  return (
    <ul className="verdict-conditions">
      {conditions.map((one) => (
        <li key={JSON.stringify(one.condition)}>
          <Mark holds={one.holds} />
          <span>
            {conditionSentence(one.condition, names, language)}
            <span className="soft verdict-actual">{actualWords(one, names, language)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Told by its shape and its label, not by colour alone. */
function Mark({ holds }: { readonly holds: boolean }) {
  const { t } = useLanguage();
  return (
    <span
      className={holds ? 'verdict-mark holds' : 'verdict-mark'}
      role="img"
      aria-label={t(holds ? trialText.holds : trialText.holdsNot)}
    >
      {holds ? <CheckOutlined aria-hidden="true" /> : <CloseOutlined aria-hidden="true" />}
    </span>
  );
}
