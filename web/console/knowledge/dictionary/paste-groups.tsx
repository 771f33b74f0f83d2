import { Alert, Input } from 'antd';
import { useMemo, useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { fill } from '../../../../core/text/fill.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { groupKey, groupsIn, limits } from './parse.ts';
import type { Group } from './use-dictionary-editor.ts';

const linesNamed = 8;

/** Groups of words, one a line, looked at as they are pasted and added in one go. */
export function PasteGroups({
  known,
  onAdd,
  onClose,
}: {
  readonly known: readonly Group[];
  readonly onAdd: (groups: readonly (readonly string[])[]) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [pasted, setPasted] = useState('');
  const { groups, wrong } = useMemo(() => groupsIn(pasted), [pasted]);
  const keys = useMemo(() => new Set(known.map(({ words }) => groupKey(words))), [known]);
  const fresh = groups.filter((group) => !keys.has(groupKey(group)));
  const isTooMany = known.length + fresh.length > limits.groups;
  const skipped = groups.length - fresh.length;
  return (
    <Dialog
      open
      title={t(dictionaryText.pasteTitle)}
      okText={fill(t(dictionaryText.pasteRun), { count: fresh.length })}
      cancelText={t(consoleText.cancel)}
      okButtonProps={{ disabled: fresh.length === 0 || isTooMany }}
      onOk={() => {
        onAdd(fresh);
        onClose();
      }}
      onCancel={onClose}
    >
      <p className="soft">{t(dictionaryText.pasteHint)}</p>
      <Input.TextArea
        aria-label={t(dictionaryText.pasteTitle)}
        autoFocus
        rows={9}
        placeholder={t(dictionaryText.pastePlaceholder)}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div aria-live="polite" className="paste-found">
        {skipped > 0 && <p className="soft">{fill(t(dictionaryText.pasteKnown), { count: skipped })}</p>}
        {wrong.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={fill(t(dictionaryText.pasteWrong), {
              lines: `${wrong.slice(0, linesNamed).join(t(dictionaryText.listComma))}${wrong.length > linesNamed ? '…' : ''}`,
            })}
          />
        )}
        {isTooMany && (
          <Alert
            type="error"
            showIcon
            title={fill(t(dictionaryText.tooManyGroups), { count: limits.groups })}
          />
        )}
      </div>
    </Dialog>
  );
}
