import { Alert, App, Input } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { Field } from '../../frame/field.tsx';
import { restorePolicy } from '../policy-calls.ts';
import { usePolicy } from '../use-policy-editor.ts';

/** An old version becomes the newest, with a note that already says what is done. */
export function RestoreDialog({
  version,
  onClose,
}: {
  readonly version: number;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const { refresh } = usePolicy();
  const [note, setNote] = useState(() => fill(t(routingText.restoreNote), { version }));
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function restore() {
    setSending(true);
    setFailure(null);
    try {
      const made = await restorePolicy(version, note.trim());
      await refresh();
      message.success(fill(t(routingText.published), { version: made.version }));
      onClose();
    } catch (error) {
      setFailure(errorSentence(error).message);
      setSending(false);
    }
  }

  return (
    <Dialog
      open
      title={fill(t(routingText.restoreTitle), { version })}
      okText={t(routingText.restore)}
      okButtonProps={{ disabled: note.trim() === '' }}
      cancelText={t(consoleText.cancel)}
      confirmLoading={sending}
      onOk={restore}
      onCancel={onClose}
    >
      <p className="soft">{t(routingText.restoreBody)}</p>
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="below" />}
      <Field label={t(routingText.note)}>
        {(ids) => (
          <Input {...ids} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
