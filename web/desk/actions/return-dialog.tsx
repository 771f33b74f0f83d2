import { Input, Modal } from 'antd';
import { useState } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import { keyLabel } from '../keys/key-label.ts';
import { submitsOn } from './submits-on.ts';
import type { Actions } from './use-actions.ts';

/** Gives the conversation back to the assistant, with a note for colleagues. */
export function ReturnDialog({
  conversationId,
  actions,
  onClose,
}: {
  readonly conversationId: string;
  readonly actions: Actions;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (sending) return;
    setSending(true);
    const worked = await actions.returnToAssistant(conversationId, note.trim());
    setSending(false);
    if (worked) onClose();
  };
  return (
    <Modal
      open
      width={440}
      title={t(deskText.returning.title)}
      okText={`${t(deskText.returning.submit)}  ${keyLabel('⌘↵')}`}
      cancelText={t(deskText.app.cancel)}
      confirmLoading={sending}
      onOk={submit}
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches ⌘↵ from the field inside */}
      <div className="dialog" onKeyDown={submitsOn(submit)}>
        <p>{t(deskText.returning.help)}</p>
        <label className="field-label" htmlFor="return-note">
          {t(deskText.returning.note)}
        </label>
        <Input.TextArea
          id="return-note"
          autoFocus
          value={note}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
}
