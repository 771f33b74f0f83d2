import { PlusOutlined } from '@ant-design/icons';
import { Dropdown, Select } from 'antd';
import { Fragment } from 'react';
import type { TriageCondition } from '../../../../core/terms/triage.ts';
import { conditionWord, triageText } from '../../../../core/text/console-triage.ts';
import { useLanguage } from '../../../ui/language.ts';
import { replacedAt, withoutAt } from '../draft/list-edit.ts';
import { Moves } from '../fields/moves.tsx';
import { ProblemNote } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { blankCondition, type ConditionKind, conditionGroups } from './blank.ts';
import { ConditionValue } from './condition-value.tsx';

/** Conditions that must all hold. `kinds` limits what may be looked at. */
export function ConditionList({
  when,
  path,
  kinds,
  onChange,
}: {
  readonly when: readonly TriageCondition[];
  readonly path: string;
  readonly kinds?: readonly ConditionKind[];
  readonly onChange: (when: readonly TriageCondition[]) => void;
}) {
  const { t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const groups = (Object.keys(conditionGroups) as (keyof typeof conditionGroups)[])
    .map((group) => ({
      group,
      offered: (conditionGroups[group] as readonly ConditionKind[]).filter(
        (on) => !kinds || kinds.includes(on),
      ),
    }))
    .filter(({ offered }) => offered.length > 0);
  return (
    <div className="clauses" data-path={path}>
      <h4>
        {t(triageText.when)} <span className="soft">{t(triageText.whenHint)}</span>
      </h4>
      {when.length === 0 && <p className="soft none">{t(triageText.anyMessage)}</p>}
      {when.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no identity but its place
        <Fragment key={index}>
          <div className="line-of-fields clause" data-path={`${path}.${index}`}>
            <span className="clause-and soft">{index > 0 && t(triageText.and)}</span>
            <Select
              className="clause-kind"
              aria-label={t(triageText.conditionOn)}
              disabled={!mayEdit}
              value={condition.on}
              popupMatchSelectWidth={false}
              options={groups.map(({ group, offered }) => ({
                label: t(triageText[`group_${group}`]),
                options: offered.map((on) => ({ value: on, label: t(conditionWord[on]) })),
              }))}
              onChange={(on: ConditionKind) => onChange(replacedAt(when, index, blankCondition(on, policy)))}
            />
            <ConditionValue
              condition={condition}
              path={`${path}.${index}`}
              onChange={(next) => onChange(replacedAt(when, index, next))}
            />
            {mayEdit && (
              <Moves
                name={t(conditionWord[condition.on])}
                index={index}
                count={when.length}
                onRemove={() => onChange(withoutAt(when, index))}
              />
            )}
          </div>
          <ProblemNote path={`${path}.${index}`} under />
        </Fragment>
      ))}
      {mayEdit && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: groups.map(({ group, offered }) => ({
              key: group,
              type: 'group' as const,
              label: t(triageText[`group_${group}`]),
              children: offered.map((on) => ({ key: on, label: t(conditionWord[on]) })),
            })),
            onClick: ({ key }) => onChange([...when, blankCondition(key as ConditionKind, policy)]),
          }}
        >
          <button type="button" className="add-clause">
            <PlusOutlined aria-hidden="true" /> {t(triageText.addCondition)}
          </button>
        </Dropdown>
      )}
    </div>
  );
}
