import { Input } from 'antd';
import type { Bilingual } from '../../../../core/terms/language.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { useLanguage } from '../../../ui/language.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { PolicyField } from './policy-field.tsx';
import { useStatus } from './problem-note.tsx';

/** A name in both languages side by side. */
export function NameFields({
  name,
  path,
  onChange,
}: {
  readonly name: Bilingual;
  readonly path: string;
  readonly onChange: (name: Bilingual) => void;
}) {
  return (
    <div className="field-row field-row-even">
      <OneName name={name} part="zh" path={path} onChange={onChange} />
      <OneName name={name} part="en" path={path} onChange={onChange} />
    </div>
  );
}

function OneName({
  name,
  part,
  path,
  onChange,
}: {
  readonly name: Bilingual;
  readonly part: 'zh' | 'en';
  readonly path: string;
  readonly onChange: (name: Bilingual) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const status = useStatus(`${path}.${part}`);
  return (
    <PolicyField
      label={t(part === 'zh' ? routingText.chineseName : routingText.englishName)}
      path={`${path}.${part}`}
    >
      {(ids) => (
        <Input
          {...ids}
          maxLength={80}
          disabled={!mayEdit}
          status={status ?? ''}
          value={name[part]}
          onChange={(event) => onChange({ ...name, [part]: event.target.value })}
        />
      )}
    </PolicyField>
  );
}
