import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Disposition } from '../../../core/terms/event.ts';
import { deskText } from '../../../core/text/desk.ts';
import { dispositionWord } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { keyLabel } from '../keys/key-label.ts';
import { submitsOn } from './submits-on.ts';
import type { Actions } from './use-actions.ts';

const dispositions = Object.keys(dispositionWord) as Disposition[];

/** Resolves with a disposition (小结); ↵ on the chosen one submits, ⌘↵ anywhere. */
export function ResolveDialog({
  conversationId,
  actions,
  onClose,
}: {
  readonly conversationId: string;
  readonly actions: Actions;
  readonly onClose: (resolved: boolean) => void;
}) {
  const { t } = useLanguage();
  const [disposition, setDisposition] = useState<Disposition>('solved');
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (sending) return;
    setSending(true);
    const worked = await actions.resolve(conversationId, disposition, note.trim());
    setSending(false);
    if (worked) onClose(true);
  };
  return (
    <Modal
      open
      width={440}
      title={t(deskText.resolving.title)}
      okText={`${t(deskText.resolving.submit)}  ${keyLabel('⌘↵')}`}
      cancelText={t(deskText.app.cancel)}
      confirmLoading={sending}
      onOk={submit}
      onCancel={() => onClose(false)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches ⌘↵ from the fields inside */}
      <div className="dialog" onKeyDown={submitsOn(submit)}>
        <span className="field-label" id="disposition-label">
          {t(deskText.resolving.disposition)}
        </span>
        <Radio.Group
          aria-labelledby="disposition-label"
          className="dispositions"
          value={disposition}
          onChange={(event) => setDisposition(event.target.value as Disposition)}
        >
          {dispositions.map((one, index) => (
            <Radio
              key={one}
              value={one}
              autoFocus={index === 0}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                void submit();
              }}
            >
              {t(dispositionWord[one])}
            </Radio>
          ))}
        </Radio.Group>
        <label className="field-label" htmlFor="resolve-note">
          {t(deskText.resolving.note)}
        </label>
        <Input.TextArea
          id="resolve-note"
          value={note}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="soft">{t(deskText.resolving.help)}</p>
      </div>
    </Modal>
  );
}
