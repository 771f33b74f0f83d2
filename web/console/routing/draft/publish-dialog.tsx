import { Alert, App, Input } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { ApiError, errorSentence } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { Field } from '../../frame/field.tsx';
import { publishPolicy } from '../policy-calls.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { ChangeList } from './change-list.tsx';

/** What will change, in words, and why; then it is in force. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const { draft, active, problems, setDraft, refresh } = usePolicy();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (draft === null) return null;
  const warnings = problems.filter(({ severity }) => severity === 'warning');

  async function publish() {
    if (draft === null) return;
    if (note.trim() === '') return setMissing(true);
    setSending(true);
    setFailure(null);
    try {
      const { version } = await publishPolicy(draft.policy, note.trim(), draft.basedOn);
      // First what is in force, then the draft: otherwise the old version shows for a moment.
      await refresh();
      setDraft(null);
      message.success(fill(t(routingText.published), { version }));
      onClose();
    } catch (error) {
      setSending(false);
      if (error instanceof ApiError && error.code === 'version-conflict') {
        // The page explains what the other changed.
        await refresh();
        onClose();
      } else setFailure(errorSentence(error).message);
    }
  }

  return (
    <Dialog
      open
      width={640}
      title={t(routingText.publishTitle)}
      okText={t(routingText.publish)}
      cancelText={t(consoleText.cancel)}
      confirmLoading={sending}
      onOk={publish}
      onCancel={onClose}
    >
      <p className="soft">{t(routingText.publishLead)}</p>
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="below" />}
      {warnings.length > 0 && (
        <Alert
          type="warning"
          className="below"
          title={fill(t(routingText.warnings), { count: warnings.length })}
          description={
            <ul className="plain-list">
              {warnings.map((one) => (
                <li key={`${one.path} ${one.code}`}>{one.message}</li>
              ))}
            </ul>
          }
        />
      )}
      <h3 className="dialog-heading">{t(routingText.changes)}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it */}
      <section className="change-scroll" tabIndex={0} aria-label={t(routingText.changes)}>
        <ChangeList before={active.policy} after={draft.policy} />
      </section>
      <Field
        label={t(routingText.note)}
        hint={t(routingText.noteHint)}
        error={missing && note.trim() === '' && t(consoleText.required)}
      >
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            maxLength={200}
            value={note}
            placeholder={t(routingText.notePlaceholder)}
            status={missing && note.trim() === '' ? 'error' : ''}
            onChange={(event) => setNote(event.target.value)}
            onPressEnter={publish}
          />
        )}
      </Field>
    </Dialog>
  );
}
