import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Select } from 'antd';
import { useId } from 'react';
import type { SkillLevel, SkillNeed } from '../../../../core/terms/skill.ts';
import { queuesText, skillLevelWord } from '../../../../core/text/console-queues.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { skillName } from '../../../../core/text/known-skills.ts';
import { useLanguage } from '../../../ui/language.ts';
import { replacedAt, withoutAt } from '../draft/list-edit.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { ProblemNote, useStatus } from './problem-note.tsx';
import { useKnownSkills } from './use-known-skills.ts';

const levels: readonly SkillLevel[] = [1, 2, 3, 4, 5];

/** One skill and its level. Skills that anybody already has, or anything already asks for, are offered. */
export function SkillNeedField({
  need,
  path,
  onChange,
}: {
  readonly need: SkillNeed;
  readonly path: string;
  readonly onChange: (need: SkillNeed) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const known = useKnownSkills();
  const status = useStatus(`${path}.skill`);
  const nameOf = (skill: string) => t(skillName(skill));
  return (
    <>
      <AutoComplete
        className="skill-name"
        aria-label={t(queuesText.skill)}
        placeholder={t(queuesText.skillPlaceholder)}
        disabled={!mayEdit}
        status={status ?? ''}
        value={nameOf(need.skill)}
        options={known.filter((one) => one !== need.skill).map((one) => ({ value: nameOf(one) }))}
        onChange={(name: string) => {
          const skill = known.find((one) => nameOf(one) === name.trim()) ?? name.trim();
          onChange({ ...need, skill });
        }}
      />
      <Select
        className="skill-level"
        aria-label={t(queuesText.level)}
        disabled={!mayEdit}
        value={need.level}
        options={levels.map((value) => ({ value, label: t(skillLevelWord[value]) }))}
        onChange={(level: SkillLevel) => onChange({ ...need, level })}
      />
    </>
  );
}

/** Skills with their levels, one a line. */
export function SkillNeeds({
  label,
  hint,
  needs,
  path,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly needs: readonly SkillNeed[];
  readonly path: string;
  readonly onChange: (needs: readonly SkillNeed[]) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const id = useId();
  return (
    <fieldset className="field policy-field plain-group" data-path={path} aria-labelledby={id}>
      <div className="field-label" id={id}>
        {label}
      </div>
      {needs.map((need, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a need has no identity but its place
        <div className="line-of-fields" key={index}>
          <SkillNeedField
            need={need}
            path={`${path}.${index}`}
            onChange={(next) => onChange(replacedAt(needs, index, next))}
          />
          {mayEdit && (
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={fill(t(queuesText.removeSkill), { skill: t(skillName(need.skill)) })}
              onClick={() => onChange(withoutAt(needs, index))}
            />
          )}
        </div>
      ))}
      <ProblemNote path={path} under />
      {mayEdit && (
        <Button
          type="dashed"
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => onChange([...needs, { skill: '', level: 2 }])}
        >
          {t(queuesText.addSkill)}
        </Button>
      )}
      {!mayEdit && needs.length === 0 && <p className="soft none">{t(routingText.none)}</p>}
      <p className="soft field-hint">{hint}</p>
    </fieldset>
  );
}
