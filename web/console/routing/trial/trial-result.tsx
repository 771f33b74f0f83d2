import type { PolicyTrial } from '../../../../core/protocol/policies.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import { trialText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { skillName } from '../../../../core/text/known-skills.ts';
import { handoffReasonSentence } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { MarkdownView } from '../../markdown-view.tsx';
import { RuleVerdicts } from './rule-verdicts.tsx';
import { Understood } from './understood.tsx';

/** Everything that one policy makes of the message. */
export function TrialResult({
  name,
  policy,
  trial,
  other,
}: {
  readonly name: string;
  readonly policy: Policy;
  readonly trial: PolicyTrial;
  /** What the other policy makes of it: rules that judge differently are marked. */
  readonly other: PolicyTrial | null;
}) {
  return (
    <div className="trial-result" data-testid="trial-result">
      <Panel title={name}>
        <Outcome trial={trial} />
        <RuleVerdicts trial={trial} policy={policy} other={other} />
        <Understood trial={trial} />
      </Panel>
    </div>
  );
}

function Outcome({ trial }: { readonly trial: PolicyTrial }) {
  const { language, t } = useLanguage();
  const { verdict, queue, decision, reasons, says } = trial;
  const toHuman = decision === 'hand-off';
  const headline = toHuman
    ? trialText.byHuman
    : decision === 'offer-human'
      ? trialText.offersHuman
      : decision === 'clarify'
        ? trialText.clarifies
        : trialText.byAssistant;
  const queueName = queue.name[language] || queue.id;
  const segment = trial.segments.find(({ counts }) => counts);
  return (
    <section className={`outcome outcome-${toHuman ? 'human' : 'assistant'}`}>
      <h3>
        <span className={`seat-mark seat-${toHuman ? 'human' : 'assistant'}`} aria-hidden="true" />
        {t(headline)}
      </h3>
      <p className="outcome-chips">
        <span className={toHuman ? 'action-chip action-queue' : 'action-chip'}>
          {fill(t(toHuman ? trialText.toQueue : trialText.ifHuman), { queue: queueName })}
          {!queue.isOpen && t(trialText.closedNow)}
        </span>
        <span className="action-chip figure">
          {fill(t(trialText.priority), { priority: verdict.priority })}
        </span>
        {segment && (
          <span className="action-chip">
            {fill(t(trialText.segment), { name: segment.name[language] || segment.id })}
          </span>
        )}
        {verdict.skills.map((need) => (
          <span className="action-chip" key={need.skill}>
            {fill(t(trialText.needs), { skill: t(skillName(need.skill)), level: need.level })}
          </span>
        ))}
        {verdict.labels.map((label) => (
          <span className="action-chip" key={label}>
            {fill(t(trialText.label), { label })}
          </span>
        ))}
      </p>
      {reasons.length > 0 && (
        <ul className="plain-list">
          {reasons.map((reason) => (
            <li key={reason.code}>{handoffReasonSentence(reason, language)}</li>
          ))}
        </ul>
      )}
      {says && (
        <details>
          <summary>{t(trialText.says)}</summary>
          <div className="outcome-says">
            <MarkdownView text={says} />
          </div>
        </details>
      )}
    </section>
  );
}
