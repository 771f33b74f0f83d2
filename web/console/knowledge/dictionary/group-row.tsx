import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select, Tag, Tooltip } from 'antd';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { groupProblem, synonymsIn } from './parse.ts';

/** One group: its words as tags in a field, or only as tags for who may not change them. */
export function GroupRow({
  place,
  words,
  isBegun,
  onChange,
  onRemove,
}: {
  readonly place: number;
  readonly words: readonly string[];
  readonly isBegun: boolean;
  readonly onChange: ((words: readonly string[]) => void) | undefined;
  readonly onRemove: () => void;
}) {
  const { t } = useLanguage();
  const problem = groupProblem(words);
  if (!onChange)
    return (
      <li className="group-row word-tags">
        {words.map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </li>
    );
  return (
    <li className="group-row">
      <div className="group-field">
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          autoFocus={isBegun}
          aria-label={fill(t(dictionaryText.groupOf), { place })}
          placeholder={t(dictionaryText.groupPlaceholder)}
          tokenSeparators={[',', '，', '、', ';', '；', '\t', '\n']}
          status={problem ? 'error' : ''}
          value={[...words]}
          onChange={(next: string[]) => onChange(synonymsIn(next.join('\n')))}
        />
        {problem && <p className="field-error">{t(dictionaryText[problem])}</p>}
      </div>
      <Tooltip title={t(dictionaryText.removeGroup)}>
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={`${t(dictionaryText.removeGroup)} · ${words.join(' ')}`}
          onClick={onRemove}
        />
      </Tooltip>
    </li>
  );
}
