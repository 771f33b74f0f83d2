import { AudioOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { explorerText } from '../../../../core/text/console-explorer.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { Empty, Failed, Waiting } from '../../frame/states.tsx';
import { ExplorerForm } from './explorer-form.tsx';
import { Heard } from './heard.tsx';
import { useExplanation } from './use-explanation.ts';
import './explorer.css';

/** The text stays while the reader looks at another page of the section. */
let lastText = '';

/** A message, everything that is heard in it, and the words that carried each signal. */
export function ExplorerPage() {
  const { t } = useLanguage();
  const [text, setText] = useState(lastText);
  const explanation = useExplanation(text);
  const isEmpty = text.trim() === '';

  return (
    <div className="explorer">
      <Panel className="explorer-form">
        <ExplorerForm
          text={text}
          onChange={(next) => {
            lastText = next;
            setText(next);
          }}
        />
      </Panel>
      <div className="explorer-result" aria-busy={explanation.isFetching}>
        <Panel>
          {isEmpty && (
            <Empty icon={<AudioOutlined />} title={t(explorerText.empty)}>
              {t(explorerText.emptyHint)}
            </Empty>
          )}
          {!isEmpty && explanation.isError && (
            <Failed error={explanation.error} onRetry={() => explanation.refetch()} />
          )}
          {!isEmpty && !explanation.isError && !explanation.data && <Waiting />}
          {!isEmpty && !explanation.isError && explanation.data && <Heard explanation={explanation.data} />}
        </Panel>
      </div>
    </div>
  );
}
