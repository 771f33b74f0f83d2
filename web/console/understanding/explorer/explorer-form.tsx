import { Input } from 'antd';
import { explorerExamples, explorerText } from '../../../../core/text/console-explorer.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Field } from '../../frame/field.tsx';
import { remember, useSeenMessages } from './seen-messages.ts';

/** The message, examples to choose, and those looked at before. */
export function ExplorerForm({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const { language, t } = useLanguage();
  const seen = useSeenMessages().filter((one) => one !== text.trim());
  const choose = (one: string) => {
    remember(text);
    onChange(one);
  };
  return (
    <>
      <Field label={t(explorerText.message)}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={4000}
            allowClear
            placeholder={t(explorerText.placeholder)}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <Choices title={t(explorerText.examples)} choices={explorerExamples[language]} onChoose={choose} />
      {seen.length > 0 && <Choices title={t(explorerText.history)} choices={seen} onChoose={choose} />}
    </>
  );
}

function Choices({
  title,
  choices,
  onChoose,
}: {
  readonly title: string;
  readonly choices: readonly string[];
  readonly onChoose: (text: string) => void;
}) {
  return (
    <section className="explorer-choices">
      <h2>{title}</h2>
      <ul>
        {choices.map((choice) => (
          <li key={choice}>
            <button type="button" onClick={() => onChoose(choice)} title={choice}>
              {choice}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
