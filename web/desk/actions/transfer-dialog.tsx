import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Colleague, ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { useLanguage } from '../../ui/language.ts';
import { WriteSummary } from '../assist/write-summary.tsx';
import { keyLabel } from '../keys/key-label.ts';
import { ColleagueOption, colleaguesFor } from '../routing/colleague-option.tsx';
import { QueueOption } from '../routing/queue-option.tsx';
import { useQueues } from '../routing/use-queues.ts';
import { isFull } from '../status/load-meter.tsx';
import type { TransferTarget } from '../store/commands.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { submitsOn } from './submits-on.ts';
import type { Actions } from './use-actions.ts';

const words = routingText.transfer;
/** How the chosen line is named to the field that chooses it. */
const idOf = (key: string): string => `transfer-${key.replace(' ', '-')}`;

/** A line that can be chosen, whatever it is. */
interface Choice {
  readonly key: string;
  readonly name: string;
  readonly to: TransferTarget;
}

const choiceOf = ({ id, name }: Colleague): Choice => ({ key: id, name, to: { agentId: id } });

/** Hands the conversation to a queue, or to a colleague who is there and has room. */
export function TransferDialog({
  summary,
  actions,
  writesNote,
  onClose,
}: {
  readonly summary: ConversationSummary;
  readonly actions: Actions;
  /** The model writes the note at once. */
  readonly writesNote: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const colleagues = useDesk((state) => state.colleagues);
  const me = useDesk((state) => state.me);
  const allQueues = useQueues();
  const [search, setSearch] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  /** Whether a colleague could take it when they were first shown. */
  const [standsAbove] = useState(() => new Map<string, boolean>());
  useEffect(() => void desk.loadColleagues().catch(() => {}), [desk]);

  const ownerId = summary.owner.kind === 'agent' ? summary.owner.agentId : null;
  const wanted = search.trim().toLowerCase();
  const queues = allQueues.filter((one) => `${one.name.zh} ${one.name.en}`.toLowerCase().includes(wanted));
  const people = colleaguesFor(colleagues.values(), search).filter((one) => one.id !== ownerId);
  const canTake = (one: Colleague) => one.presence === 'online' && !isFull(one);
  // Who comes or goes meanwhile changes in place: no line may move away under a hand that is about to choose it.
  for (const one of people) if (!standsAbove.has(one.id)) standsAbove.set(one.id, canTake(one));
  const able = people.filter((one) => standsAbove.get(one.id));
  const unable = people.filter((one) => !standsAbove.get(one.id));
  const choices: readonly Choice[] = [
    ...able.filter(canTake).map(choiceOf),
    ...queues.map((one) => ({ key: `queue ${one.id}`, name: t(one.name), to: { queueId: one.id } })),
    ...unable.filter(canTake).map(choiceOf),
  ];
  const chosen = choices.find((one) => one.key === chosenKey) ?? null;

  useEffect(() => {
    if (chosenKey)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenKey]);

  const submit = async () => {
    if (!chosen || sending) return;
    setSending(true);
    const worked = await actions.transfer(summary.id, chosen.to, chosen.name, note.trim());
    setSending(false);
    if (worked) onClose();
  };
  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    const at = choices.findIndex((one) => one.key === chosenKey);
    const next = event.key === 'ArrowUp' ? at - 1 : at + 1;
    if (event.key === 'Enter') setChosenKey(chosenKey ?? choices[0]?.key ?? null);
    else setChosenKey(choices[Math.min(choices.length - 1, Math.max(0, next))]?.key ?? null);
  };

  const option = (one: Colleague) => (
    <ColleagueOption
      key={one.id}
      id={idOf(one.id)}
      colleague={one}
      isMe={one.id === me.id}
      chosen={one.id === chosenKey}
      disabled={!canTake(one)}
      onChoose={() => setChosenKey(one.id)}
    />
  );
  return (
    <Modal
      open
      width={560}
      title={t(words.title)}
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
          role="combobox"
          aria-expanded="true"
          aria-controls="transfer-choices"
          aria-activedescendant={chosen ? idOf(chosen.key) : undefined}
          prefix={<SearchOutlined aria-hidden="true" />}
          value={search}
          placeholder={t(words.search)}
          aria-label={t(words.search)}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={move}
        />
        <div
          className="colleagues"
          id="transfer-choices"
          ref={list}
          role="listbox"
          aria-label={t(words.title)}
        >
          {people.length + queues.length === 0 && <p className="soft">{t(deskText.transfer.none)}</p>}
          {able.length > 0 && <Title>{t(words.colleagues)}</Title>}
          {able.map(option)}
          {queues.length > 0 && <Title>{t(words.queues)}</Title>}
          {queues.map((one) => (
            <QueueOption
              key={one.id}
              id={idOf(`queue ${one.id}`)}
              queue={one}
              isHere={one.id === summary.queueId}
              chosen={chosenKey === `queue ${one.id}`}
              onChoose={() => setChosenKey(`queue ${one.id}`)}
            />
          ))}
          {unable.length > 0 && <Title>{t(words.unavailable)}</Title>}
          {unable.map(option)}
        </div>
        <p className="soft">
          {t(chosen && 'queueId' in chosen.to ? words.queueHelp : deskText.transfer.mustBeOnline)}
        </p>
        <div className="field-line">
          <label className="field-label" htmlFor="transfer-note">
            {t(deskText.transfer.note)}
          </label>
          <WriteSummary conversationId={summary.id} atOnce={writesNote} note={note} onText={setNote} />
        </div>
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

function Title({ children }: { readonly children: string }) {
  return (
    <p className="command-title" role="presentation">
      {children}
    </p>
  );
}
