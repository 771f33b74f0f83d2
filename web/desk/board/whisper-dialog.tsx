import { App, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { submitsOn } from '../actions/submits-on.ts';
import { keyLabel } from '../keys/key-label.ts';

const words = routingText.whisper;

/** A word in the agent's ear, without leaving the board. What was written stays when it could not be sent. */
export function WhisperDialog({
  summary,
  onClose,
}: {
  readonly summary: ConversationSummary;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  /** The same id for every try: if the first did arrive, the second changes nothing. */
  const id = useRef(crypto.randomUUID());
  const name = summary.agentName ?? t(deskText.timeline.somebody);
  const submit = async () => {
    if (sending || text.trim() === '') return;
    setSending(true);
    try {
      const body = { id: id.current, text: text.trim(), whisper: true };
      await api.post(`/api/conversations/${summary.id}/notes`, body);
      void message.success(fill(t(words.sent), { name }));
      onClose();
    } catch (error) {
      void message.error(errorSentence(error).message);
      setSending(false);
    }
  };
  return (
    <Modal
      open
      width={440}
      title={fill(t(words.title), { name })}
      okText={`${t(words.send)}  ${keyLabel('⌘↵')}`}
      cancelText={t(deskText.app.cancel)}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={sending}
      onOk={submit}
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches ⌘↵ from the field inside */}
      <div className="dialog" onKeyDown={submitsOn(submit)}>
        {summary.preview && <p className="whisper-quote">{summary.preview.text}</p>}
        <Input.TextArea
          autoFocus
          value={text}
          maxLength={2000}
          aria-label={fill(t(words.title), { name })}
          placeholder={fill(t(words.placeholder), { name })}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="soft">{t(words.hint)}</p>
      </div>
    </Modal>
  );
}
