import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { skillPattern } from '../../../core/terms/skill.ts';
import { profileText } from '../../../core/text/console-team.ts';
import { skillName } from '../../../core/text/known-skills.ts';
import { useLanguage } from '../../ui/language.ts';

/** Skills that somebody has just named and nobody has yet: columns of this visit. */
export function useExtraSkills(): readonly [readonly string[], (skill: string) => void] {
  const [extra, setExtra] = useState<readonly string[]>([]);
  return [extra, (skill) => setExtra((now) => [...now, skill])];
}

/** A new column of the matrix; `isFirst` says it in words, where no column shows what it is about. */
export function AddSkill({
  known,
  isFirst = false,
  onAdd,
}: {
  readonly known: readonly string[];
  readonly isFirst?: boolean;
  readonly onAdd: (skill: string) => void;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const fits = skillPattern.test(name) && !known.some((one) => one === name || t(skillName(one)) === name);
  function add() {
    if (!fits) return;
    onAdd(name);
    setName('');
    setOpen(false);
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="add-skill">
          <Space.Compact>
            <Input
              autoFocus
              aria-label={t(profileText.skillName)}
              placeholder={t(profileText.skillName)}
              status={name !== '' && !fits ? 'error' : ''}
              value={name}
              onChange={(event) => setName(event.target.value.trim())}
              onPressEnter={add}
            />
            <Button type="primary" disabled={!fits} onClick={add}>
              {t(profileText.addSkill)}
            </Button>
          </Space.Compact>
          <p className="soft field-hint">{t(profileText.skillHint)}</p>
        </div>
      }
    >
      {isFirst ? (
        <Button icon={<PlusOutlined aria-hidden="true" />}>{t(profileText.addSkill)}</Button>
      ) : (
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          aria-label={t(profileText.addSkill)}
        />
      )}
    </Popover>
  );
}
