import { Alert, Input } from 'antd';
import { useMemo, useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { fill } from '../../../../core/text/fill.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { parseLines } from './parse-lines.ts';
import { useExampleActions } from './use-example-actions.tsx';

const mostAtOnce = 5_000;
const linesNamed = 8;

/** Lines of `text<TAB>intent`, looked at as they are pasted and imported in one go. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { add } = useExampleActions();
  const [pasted, setPasted] = useState('');
  const [isRunning, setRunning] = useState(false);
  const { examples, wrong } = useMemo(() => parseLines(pasted), [pasted]);
  const isTooMany = examples.length > mostAtOnce;

  async function run() {
    setRunning(true);
    const rows = examples.map((one) => ({ model: 'intent' as const, ...one }));
    const worked = await add(rows, () => fill(t(examplesText.imported), { count: rows.length }));
    setRunning(false);
    if (worked) onClose();
  }

  return (
    <Dialog
      open
      title={t(examplesText.importTitle)}
      okText={fill(t(examplesText.importRun), { count: examples.length })}
      cancelText={t(consoleText.cancel)}
      okButtonProps={{ disabled: examples.length === 0 || isTooMany }}
      confirmLoading={isRunning}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <p className="soft">{t(examplesText.importHint)}</p>
      <Input.TextArea
        aria-label={t(examplesText.importTitle)}
        autoFocus
        rows={9}
        placeholder={t(examplesText.importPlaceholder)}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        onKeyDown={(event) => {
          // A tab typed by hand belongs to the line; Shift-Tab and Escape still lead out.
          if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey) return;
          event.preventDefault();
          document.execCommand('insertText', false, '\t');
        }}
      />
      <div aria-live="polite" className="import-found">
        {examples.length > 0 && (
          <p>
            {fill(t(examplesText.importReady), {
              count: examples.length,
              intents: new Set(examples.map(({ label }) => label)).size,
            })}
          </p>
        )}
        {wrong.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={fill(t(examplesText.importWrong), {
              lines: `${wrong.slice(0, linesNamed).join(', ')}${wrong.length > linesNamed ? ' …' : ''}`,
            })}
          />
        )}
        {isTooMany && <Alert type="error" showIcon title={t(examplesText.importTooMany)} />}
      </div>
    </Dialog>
  );
}
