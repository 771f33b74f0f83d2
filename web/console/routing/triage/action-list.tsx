import { PlusOutlined } from '@ant-design/icons';
import { Dropdown, Input, InputNumber, Select } from 'antd';
import { Fragment } from 'react';
import type { TriageAction } from '../../../../core/terms/triage.ts';
import { actionWord, triageText } from '../../../../core/text/console-triage.ts';
import { useLanguage } from '../../../ui/language.ts';
import { replacedAt, withoutAt } from '../draft/list-edit.ts';
import { Moves } from '../fields/moves.tsx';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { SkillNeedField } from '../fields/skill-needs.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { type ActionKind, actionKinds, blankAction } from './blank.ts';

/** What a rule does, one action a line. */
export function ActionList({
  then,
  path,
  onChange,
}: {
  readonly then: readonly TriageAction[];
  readonly path: string;
  readonly onChange: (then: readonly TriageAction[]) => void;
}) {
  const { t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const options = actionKinds.map((kind) => ({ value: kind, label: t(actionWord[kind]) }));
  return (
    <div className="clauses" data-path={path}>
      <h4>{t(triageText.then)}</h4>
      {then.map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action has no identity but its place
        <Fragment key={index}>
          <div className="line-of-fields clause" data-path={`${path}.${index}`}>
            <span className="clause-and" />
            <Select
              className="clause-kind"
              aria-label={t(triageText.actionDo)}
              disabled={!mayEdit}
              value={action.do}
              popupMatchSelectWidth={false}
              options={options}
              onChange={(kind: ActionKind) => onChange(replacedAt(then, index, blankAction(kind, policy)))}
            />
            <ActionValue
              action={action}
              path={`${path}.${index}`}
              onChange={(next) => onChange(replacedAt(then, index, next))}
            />
            {mayEdit && (
              <Moves
                name={t(actionWord[action.do])}
                index={index}
                count={then.length}
                onRemove={() => onChange(withoutAt(then, index))}
              />
            )}
          </div>
          <ProblemNote path={`${path}.${index}`} under />
        </Fragment>
      ))}
      <ProblemNote path={path} />
      {mayEdit && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: options.map(({ value, label }) => ({ key: value, label })),
            onClick: ({ key }) => onChange([...then, blankAction(key as ActionKind, policy)]),
          }}
        >
          <button type="button" className="add-clause">
            <PlusOutlined aria-hidden="true" /> {t(triageText.addAction)}
          </button>
        </Dropdown>
      )}
    </div>
  );
}

function ActionValue({
  action,
  path,
  onChange,
}: {
  readonly action: TriageAction;
  readonly path: string;
  readonly onChange: (action: TriageAction) => void;
}) {
  const { language, t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const status = useStatus(path, true) ?? '';
  switch (action.do) {
    case 'queue': {
      const known = policy.queues.some(({ id }) => id === action.queueId);
      return (
        <Select
          className="clause-value"
          aria-label={t(actionWord.queue)}
          disabled={!mayEdit}
          status={status}
          value={known || !action.queueId ? action.queueId || null : action.queueId}
          options={policy.queues.map(({ id, name }) => ({ value: id, label: name[language] || id }))}
          onChange={(queueId: string) => onChange({ do: 'queue', queueId })}
        />
      );
    }
    case 'priority':
      return (
        <InputNumber
          className="clause-number"
          aria-label={t(actionWord.priority)}
          disabled={!mayEdit}
          status={status}
          min={-100}
          max={100}
          value={action.priority}
          onChange={(priority) => onChange({ do: 'priority', priority: Math.round(priority ?? 0) })}
        />
      );
    case 'skill':
      return (
        <SkillNeedField
          need={action.need}
          path={`${path}.need`}
          onChange={(need) => onChange({ do: 'skill', need })}
        />
      );
    case 'label':
      return (
        <Input
          className="clause-value"
          aria-label={t(actionWord.label)}
          disabled={!mayEdit}
          status={status}
          maxLength={40}
          value={action.label}
          onChange={(event) => onChange({ do: 'label', label: event.target.value })}
        />
      );
    default:
      return null;
  }
}
