import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { useLanguage } from '../../ui/language.ts';
import { keyLabel } from '../keys/key-label.ts';
import { ColleagueOption, colleaguesFor } from '../routing/colleague-option.tsx';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { submitsOn } from './submits-on.ts';
import type { Actions } from './use-actions.ts';

const words = routingText.help;

/** Asks a second agent to help in notes; the owner stays the only one who speaks to the customer. */
export function HelpDialog({
  summary,
  actions,
  onClose,
}: {
  readonly summary: ConversationSummary;
  readonly actions: Actions;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const colleagues = useDesk((state) => state.colleagues);
  const me = useDesk((state) => state.me);
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  useEffect(() => void desk.loadColleagues().catch(() => {}), [desk]);

  const ownerId = summary.owner.kind === 'agent' ? summary.owner.agentId : null;
  const people = colleaguesFor(colleagues.values(), search).filter((one) => one.id !== ownerId);
  const chosen = people.find((one) => one.id === chosenId) ?? null;
  const submit = async () => {
    if (!chosen || sending) return;
    setSending(true);
    const worked = await actions.invite(summary.id, chosen.id, chosen.name, note.trim());
    setSending(false);
    if (worked) onClose();
  };
  return (
    <Modal
      open
      width={560}
      title={t(words.title)}
      okText={`${t(words.submit)}  ${keyLabel('⌘↵')}`}
      cancelText={t(deskText.app.cancel)}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={sending}
      onOk={submit}
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches ⌘↵ from the fields inside */}
      <div className="dialog" onKeyDown={submitsOn(submit)}>
        <p className="soft">{t(words.help)}</p>
        <Input
          autoFocus
          prefix={<SearchOutlined aria-hidden="true" />}
          value={search}
          placeholder={t(words.search)}
          aria-label={t(words.search)}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="colleagues" role="listbox" aria-label={t(words.title)}>
          {people.length === 0 && <p className="soft">{t(deskText.transfer.none)}</p>}
          {people.map((one) => {
            const already = summary.helpers.includes(one.id);
            return (
              <ColleagueOption
                key={one.id}
                colleague={one}
                isMe={one.id === me.id}
                chosen={one.id === chosenId}
                disabled={already || one.presence === 'offline'}
                remark={already ? t(words.already) : undefined}
                onChoose={() => setChosenId(one.id)}
              />
            );
          })}
        </div>
        <label className="field-label" htmlFor="help-note">
          {t(words.note)}
        </label>
        <Input.TextArea
          id="help-note"
          value={note}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
}
