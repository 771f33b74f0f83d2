import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { keyLabel } from '../keys/key-label.ts';
import { PersonFace } from '../marks.tsx';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { submitsOn } from './submits-on.ts';
import type { Actions } from './use-actions.ts';

const presenceOrder = { online: 0, busy: 1, 'wrap-up': 2, away: 3, offline: 4 } as const;

/** Hands the conversation to a colleague: those online and least loaded first. */
export function TransferDialog({
  conversationId,
  ownerId,
  actions,
  onClose,
}: {
  readonly conversationId: string;
  /** Who has it now, and is therefore not in the list. */
  readonly ownerId: string;
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

  const words = search.trim().toLowerCase();
  const list = [...colleagues.values()]
    .filter((one) => !one.disabled && one.id !== ownerId)
    .filter((one) => `${one.name} ${one.email}`.toLowerCase().includes(words))
    .sort(
      (left, right) =>
        presenceOrder[left.presence] - presenceOrder[right.presence] ||
        left.open - right.open ||
        left.name.localeCompare(right.name, 'zh'),
    );
  const chosen = list.find((one) => one.id === chosenId && one.presence === 'online') ?? null;

  const submit = async () => {
    if (!chosen || sending) return;
    setSending(true);
    const worked = await actions.transfer(conversationId, chosen.id, chosen.name, note.trim());
    setSending(false);
    if (worked) onClose();
  };
  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    const online = list.filter((one) => one.presence === 'online');
    const at = online.findIndex((one) => one.id === chosenId);
    const next = event.key === 'ArrowUp' ? at - 1 : at + 1;
    if (event.key === 'Enter') setChosenId(chosenId ?? online[0]?.id ?? null);
    else setChosenId(online[Math.min(online.length - 1, Math.max(0, next))]?.id ?? null);
  };

  return (
    <Modal
      open
      width={440}
      title={t(deskText.transfer.title)}
      okText={`${t(deskText.transfer.submit)}  ${keyLabel('⌘↵')}`}
      cancelText={t(deskText.app.cancel)}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={sending}
      onOk={submit}
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches ⌘↵ from the fields inside */}
      <div className="dialog" onKeyDown={submitsOn(submit)}>
        <Input
          autoFocus
          prefix={<SearchOutlined aria-hidden="true" />}
          value={search}
          placeholder={t(deskText.transfer.search)}
          aria-label={t(deskText.transfer.search)}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={move}
        />
        <div className="colleagues" role="listbox" aria-label={t(deskText.transfer.title)}>
          {list.length === 0 && <p className="soft">{t(deskText.transfer.none)}</p>}
          {list.map((one) => (
            <button
              key={one.id}
              type="button"
              role="option"
              aria-selected={one.id === chosenId}
              disabled={one.presence !== 'online'}
              className="colleague"
              onClick={() => setChosenId(one.id)}
            >
              <PersonFace name={one.name} />
              <span className="colleague-name">
                {one.name}
                {one.id === me.id && <span className="soft"> {t(deskText.transfer.you)}</span>}
              </span>
              <Presence presence={one.presence} />
              <span className="colleague-load soft">
                {fill(t(deskText.transfer.load), { count: one.open })}
              </span>
            </button>
          ))}
        </div>
        {list.some((one) => one.presence !== 'online') && (
          <p className="soft">{t(deskText.transfer.mustBeOnline)}</p>
        )}
        <label className="field-label" htmlFor="transfer-note">
          {t(deskText.transfer.note)}
        </label>
        <Input.TextArea
          id="transfer-note"
          value={note}
          maxLength={2000}
          placeholder={t(deskText.transfer.notePlaceholder)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
}

/** Presence as shape and word: filled, half, hollow. */
export function Presence({ presence }: { readonly presence: Colleague['presence'] }) {
  const { t } = useLanguage();
  return (
    <span className={`presence presence-${presence}`}>
      <span className="presence-dot" aria-hidden="true" />
      {t(deskText.presence[presence])}
    </span>
  );
}
