import { useQuery } from '@tanstack/react-query';
import { InputNumber, Popover, Select } from 'antd';
import type { Colleague } from '../../../core/protocol/views.ts';
import type { AgentProfile } from '../../../core/terms/agent-status.ts';
import type { Language } from '../../../core/terms/language.ts';
import type { SkillLevel } from '../../../core/terms/skill.ts';
import { consoleText } from '../../../core/text/console.ts';
import { profileText } from '../../../core/text/console-team.ts';
import { fill } from '../../../core/text/fill.ts';
import { skillName } from '../../../core/text/known-skills.ts';
import { useLanguage } from '../../ui/language.ts';
import { sentences } from '../frame/sentences.ts';
import { knownSkills } from '../routing/fields/use-known-skills.ts';
import { listPolicies, readPolicy } from '../routing/policy-calls.ts';
import { AddSkill, useExtraSkills } from './add-skill.tsx';
import { useSaveProfile } from './use-save-profile.ts';
import './skills-matrix.css';

const levels: readonly SkillLevel[] = [1, 2, 3, 4, 5];

/** Agents × skills, with languages and how much they take at once; every cell is saved as it is changed. */
export function SkillsMatrix({
  people,
  mayEdit,
}: {
  readonly people: readonly Colleague[];
  readonly mayEdit: boolean;
}) {
  const { language, t } = useLanguage();
  const { profileOf, save } = useSaveProfile();
  const [extra, addExtra] = useExtraSkills();
  const policy = useQuery({
    queryKey: ['policies', 'in-force'],
    queryFn: async ({ signal }) => readPolicy((await listPolicies(signal)).active, signal),
  });
  const working = people.filter(({ disabled }) => !disabled);
  const skills = [...new Set([...knownSkills(policy.data?.policy ?? null, working), ...extra])].toSorted();

  return (
    <>
      <p className="soft section-lead">
        {sentences(
          [t(profileText.lead), ...(mayEdit ? [] : [t(profileText.readOnly)]), t(profileText.legend)],
          language,
        )}
      </p>
      {skills.length === 0 && (
        <div className="matrix-first">
          <p className="soft">{t(profileText.noSkills)}</p>
          {mayEdit && <AddSkill isFirst known={skills} onAdd={addExtra} />}
        </div>
      )}
      <section className="panel list-panel matrix-panel">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it */}
        <div className="matrix-scroll" tabIndex={0}>
          <table className="matrix">
            <thead>
              <tr>
                <th>{t(profileText.person)}</th>
                {skills.map((skill) => (
                  <th key={skill} className="matrix-skill">
                    {t(skillName(skill))}
                  </th>
                ))}
                {mayEdit && skills.length > 0 && (
                  <th className="matrix-skill">
                    <AddSkill known={skills} onAdd={addExtra} />
                  </th>
                )}
                <th>{t(profileText.languages)}</th>
                <WithHint word={t(profileText.capacity)} hint={t(profileText.capacityHint)} />
                <WithHint word={t(profileText.maximum)} hint={t(profileText.maximumHint)} />
              </tr>
            </thead>
            <tbody>
              {working.map((person) => (
                <Row
                  key={person.id}
                  person={person}
                  profile={profileOf(person)}
                  skills={skills}
                  mayEdit={mayEdit}
                  onSave={(profile) => void save(person, profile)}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

function WithHint({ word, hint }: { readonly word: string; readonly hint: string }) {
  return (
    <th>
      <Popover trigger="click" content={<div className="definition">{hint}</div>}>
        <button type="button" className="hint-button">
          {word} ⓘ
        </button>
      </Popover>
    </th>
  );
}

function Row({
  person,
  profile,
  skills,
  mayEdit,
  onSave,
}: {
  readonly person: Colleague;
  readonly profile: AgentProfile;
  readonly skills: readonly string[];
  readonly mayEdit: boolean;
  readonly onSave: (profile: AgentProfile) => void;
}) {
  const { t } = useLanguage();
  function setLevel(skill: string, level: SkillLevel | 0) {
    const { [skill]: _, ...rest } = profile.skills;
    onSave({ ...profile, skills: level === 0 ? rest : { ...rest, [skill]: level } });
  }
  const labelled = (word: string) => ({ 'aria-label': `${person.name} · ${word}`, disabled: !mayEdit });
  return (
    <tr data-person={person.name}>
      <th scope="row">{person.name}</th>
      {skills.map((skill) => {
        const level = profile.skills[skill] ?? 0;
        return (
          <td key={skill} className="matrix-skill">
            <select
              className={`matrix-level level-${level}`}
              aria-label={fill(t(profileText.cell), { name: person.name, skill: t(skillName(skill)) })}
              disabled={!mayEdit}
              value={level}
              onChange={(event) => setLevel(skill, Number(event.target.value) as SkillLevel | 0)}
            >
              <option value={0}>{t(profileText.none)}</option>
              {levels.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </td>
        );
      })}
      {mayEdit && skills.length > 0 && <td />}
      <td>
        <Select
          {...labelled(t(profileText.languages))}
          mode="multiple"
          className="matrix-languages"
          placeholder={t(profileText.anyLanguage)}
          value={[...profile.languages]}
          options={[
            { value: 'zh', label: t(consoleText.chinese) },
            { value: 'en', label: t(consoleText.english) },
          ]}
          onChange={(languages: Language[]) => onSave({ ...profile, languages })}
        />
      </td>
      <td>
        <NumberCell
          {...labelled(t(profileText.capacity))}
          least={1}
          value={profile.capacity}
          onSave={(capacity) => onSave({ ...profile, capacity: Math.round(capacity) })}
        />
      </td>
      <td>
        <NumberCell
          {...labelled(t(profileText.maximum))}
          least={1}
          value={profile.maximumConversations}
          onSave={(most) => onSave({ ...profile, maximumConversations: Math.round(most) })}
        />
      </td>
    </tr>
  );
}

/** Saved when the field is left or Enter is pressed, not with every digit. */
function NumberCell({
  value,
  least,
  disabled,
  onSave,
  ...label
}: {
  readonly value: number;
  readonly least: number;
  readonly disabled: boolean;
  readonly 'aria-label': string;
  readonly onSave: (value: number) => void;
}) {
  return (
    <InputNumber
      {...label}
      key={value}
      className="matrix-number"
      disabled={disabled}
      min={least}
      max={1000}
      changeOnWheel={false}
      defaultValue={value}
      onBlur={(event) => {
        const next = Number(event.target.value);
        if (Number.isFinite(next) && next >= least && next !== value) onSave(next);
      }}
      onStep={(next) => onSave(Number(next))}
      onPressEnter={(event) => (event.target as HTMLInputElement).blur()}
    />
  );
}
