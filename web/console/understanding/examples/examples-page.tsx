import { ImportOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { ExampleMatter, ExampleSource } from '../../../../core/protocol/understanding.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { modelWord, sourceWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import type { ExampleFilter } from '../calls.ts';
import { AddExample } from './add-example.tsx';
import { ExampleList } from './example-list.tsx';
import { ExportExamples } from './export-examples.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { IntentList } from './intent-list.tsx';
import './examples.css';

const models: readonly ExampleMatter[] = ['intent', 'emotion', 'handoff', 'wish', 'risk', 'retrieval'];
/** What customers did after an answer is read where it stands, among the questions: it has no rows of its own. */
const derived: readonly ExampleSource[] = ['answer-helped', 'answer-failed'];
const sources = (Object.keys(sourceWord) as ExampleSource[]).filter((source) => !derived.includes(source));

/** Every example that something is learned from: found, added, removed, taken back. */
export function ExamplesPage() {
  const { t } = useLanguage();
  const [model, setModel] = useState<ExampleMatter>('intent');
  const [label, setLabel] = useState<string | undefined>();
  const [source, setSource] = useState<ExampleSource | undefined>();
  const [words, setWords] = useState('');
  const [removed, setRemoved] = useState(false);
  const [imports, setImports] = useState(false);
  const query = useDeferredValue(words.trim());
  const filter: ExampleFilter = {
    model,
    ...(model === 'intent' && label !== undefined ? { label } : {}),
    ...(source ? { source } : {}),
    ...(query === '' ? {} : { query }),
    ...(removed ? { removed } : {}),
  };
  return (
    <div className={model === 'intent' ? 'examples' : 'examples examples-alone'}>
      {model === 'intent' && <IntentList chosen={label} onChoose={setLabel} />}
      <Panel>
        <div className="examples-bar">
          <Segmented
            aria-label={t(examplesText.model)}
            value={model}
            options={models.map((value) => ({ value, label: t(modelWord[value]) }))}
            onChange={setModel}
          />
          <Select
            aria-label={t(examplesText.source)}
            allowClear
            placeholder={t(examplesText.anySource)}
            value={source}
            options={sources.map((value) => ({ value, label: t(sourceWord[value]) }))}
            onChange={setSource}
            className="examples-source"
          />
          <Input
            aria-label={t(examplesText.search)}
            placeholder={t(examplesText.search)}
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            prefix={<SearchOutlined aria-hidden="true" />}
            className="examples-search"
          />
          <Checkbox checked={removed} onChange={(event) => setRemoved(event.target.checked)}>
            {t(examplesText.removed)}
          </Checkbox>
          <ExportExamples filter={filter} />
          {model === 'intent' && (
            <Button icon={<ImportOutlined aria-hidden="true" />} onClick={() => setImports(true)}>
              {t(examplesText.importLines)}
            </Button>
          )}
        </div>
        {model === 'wish' && <p className="soft">{t(examplesText.wishHint)}</p>}
        {model === 'risk' && <p className="soft">{t(examplesText.riskHint)}</p>}
        {model === 'retrieval' && <p className="soft">{t(examplesText.usefulHint)}</p>}
        {!removed && model !== 'retrieval' && (
          <AddExample key={`${model} ${label}`} model={model} label={label} />
        )}
        <ExampleList filter={filter} />
      </Panel>
      {imports && <ImportDialog onClose={() => setImports(false)} />}
    </div>
  );
}
