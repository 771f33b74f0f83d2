import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { SlaRule } from '../../../../core/terms/sla.ts';
import { namesOf } from '../../../../core/text/console-rule-sentence.ts';
import { slaText } from '../../../../core/text/console-sla.ts';
import { useLanguage } from '../../../ui/language.ts';
import { DurationField } from '../fields/duration-field.tsx';
import { Moves } from '../fields/moves.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { slaPromise, slaScope } from './sla-sentence.ts';

/** One promise as a sentence; opened, its fields. */
export function SlaRuleLine({
  rule,
  path,
  index,
  count,
  onChange,
  onMove,
  onRemove,
}: {
  readonly rule: SlaRule;
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly onChange: (rule: SlaRule) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}) {
  const { language, t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const [isOpen, setOpen] = useState(false);
  const names = namesOf(policy, language);
  const status = useStatus(path, true);
  return (
    <li className={status ? `rule rule-${status}` : 'rule'} data-path={path}>
      <div className="rule-head">
        <span className="rule-number figure">{index + 1}</span>
        <button type="button" className="rule-words" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <b>{slaScope(rule, names, language)}</b>
          <span className="rule-sentence">{slaPromise(rule, names, language)}</span>
        </button>
        {mayEdit && (
          <Moves
            name={`${t(slaText[rule.target])} ${index + 1}`}
            index={index}
            count={count}
            onMove={onMove}
            onRemove={onRemove}
          />
        )}
      </div>
      <ProblemNote path={path} under={!isOpen} />
      {isOpen && <SlaRuleFields rule={rule} path={path} onChange={onChange} />}
    </li>
  );
}

function SlaRuleFields({
  rule,
  path,
  onChange,
}: {
  readonly rule: SlaRule;
  readonly path: string;
  readonly onChange: (rule: SlaRule) => void;
}) {
  const { language, t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const change = (changes: Partial<SlaRule>) => onChange({ ...rule, ...changes });
  const some = (values: string[]) => (values.length > 0 ? values : undefined);
  return (
    <div className="rule-editor sla-fields">
      <PolicyField label={t(slaText.limit)} path={`${path}.limitMs`}>
        {(ids) => (
          <DurationField
            ids={ids}
            label={t(slaText.limit)}
            path={`${path}.limitMs`}
            value={rule.limitMs}
            onChange={(limitMs) => limitMs !== undefined && change({ limitMs })}
          />
        )}
      </PolicyField>
      <PolicyField label={t(slaText.calendar)} path={`${path}.calendarId`}>
        {(ids) => (
          <Select
            {...ids}
            disabled={!mayEdit}
            value={rule.calendarId ?? ''}
            options={[
              { value: '', label: t(slaText.always) },
              ...policy.calendars.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id: string) => change({ calendarId: id || undefined })}
          />
        )}
      </PolicyField>
      <PolicyField label={t(slaText.warnAt)} path={`${path}.warnAt`}>
        {(ids) => (
          <InputNumber
            {...ids}
            disabled={!mayEdit}
            min={0}
            max={100}
            suffix="%"
            value={Math.round(rule.warnAt * 100)}
            onChange={(value) => value !== null && change({ warnAt: value / 100 })}
          />
        )}
      </PolicyField>
      <PolicyField label={t(slaText.queues)} path={`${path}.queueIds`} under>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            disabled={!mayEdit}
            placeholder={t(slaText.allQueues)}
            value={[...(rule.queueIds ?? [])]}
            options={policy.queues.map(({ id, name }) => ({ value: id, label: name[language] || id }))}
            onChange={(values: string[]) => change({ queueIds: some(values) })}
          />
        )}
      </PolicyField>
      <PolicyField label={t(slaText.segments)} path={`${path}.segments`} under>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            disabled={!mayEdit}
            placeholder={t(slaText.allSegments)}
            value={[...(rule.segments ?? [])]}
            options={policy.segments.map(({ id, name }) => ({ value: id, label: name[language] || id }))}
            onChange={(values: string[]) => change({ segments: some(values) })}
          />
        )}
      </PolicyField>
      <PolicyField label={t(slaText.minimumPriority)} path={`${path}.minimumPriority`}>
        {(ids) => (
          <InputNumber
            {...ids}
            disabled={!mayEdit}
            placeholder={t(slaText.anyPriority)}
            min={-100}
            max={100}
            value={rule.minimumPriority ?? null}
            onChange={(value) => change({ minimumPriority: value === null ? undefined : Math.round(value) })}
          />
        )}
      </PolicyField>
    </div>
  );
}
