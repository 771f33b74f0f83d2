import { AutoComplete, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ExampleMatter, TrainingExample } from '../../../../core/protocol/understanding.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { modelWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { useIntents } from './intent-list.tsx';
import { fixedLabels, labelWord } from './label-word.ts';
import { useExampleActions } from './use-example-actions.tsx';

/** One line: what a customer would say, and what it means. The label stays for the next one. */
export function AddExample({
  model,
  label: given,
}: {
  readonly model: ExampleMatter;
  readonly label: string | undefined;
}) {
  const { t } = useLanguage();
  const intents = useIntents();
  const { add } = useExampleActions();
  const [text, setText] = useState('');
  const [label, setLabel] = useState(given ?? fixedLabels[model][0] ?? '');
  const [isAdding, setAdding] = useState(false);
  const isReady = text.trim() !== '' && label.trim() !== '';

  async function submit() {
    if (!isReady || isAdding) return;
    setAdding(true);
    const example = { model, text: text.trim(), label: label.trim() };
    if (await add([example], ({ examples }) => t(toldOf(examples[0])))) setText('');
    setAdding(false);
  }

  return (
    <form
      className="add-example"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Input
        aria-label={t(examplesText.addText)}
        placeholder={t(examplesText.addText)}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {model === 'intent' ? (
        <AutoComplete
          aria-label={t(examplesText.addIntent)}
          placeholder={t(examplesText.addIntent)}
          value={label}
          maxLength={80}
          options={intents.data?.intents.map(({ name }) => ({ value: name }))}
          showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
          onChange={setLabel}
        />
      ) : (
        <Select
          aria-label={t(modelWord[model])}
          value={label}
          options={fixedLabels[model].map((value) => ({ value, label: labelWord(value, model, t) }))}
          onChange={setLabel}
        />
      )}
      <Button type="primary" htmlType="submit" loading={isAdding} disabled={!isReady}>
        {t(examplesText.add)}
      </Button>
    </form>
  );
}

/** What comes of a new example: a training, an effect at once, or a note where the built-in rules stay. */
function toldOf(example: TrainingExample | undefined) {
  if (!example?.ruling) return examplesText.added;
  return example.ruling.holds ? examplesText.addedNow : examplesText.addedNoted;
}
