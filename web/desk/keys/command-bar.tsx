import { SearchOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import { contactName } from '../contact-name.ts';
import { AssistantFace, Key, PersonFace } from '../marks.tsx';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { type Command, matching } from './commands.ts';
import { keyLabel } from './key-label.ts';

/** Everything by a few letters: conversations to jump to and actions to run. */
export default function CommandBar({
  commands,
  onOpen,
  onClose,
}: {
  readonly commands: readonly Command[];
  readonly onOpen: (conversationId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const summaries = useDesk((state) => state.summaries);
  const [words, setWords] = useState('');
  const [choice, setChoice] = useState(0);
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const { actions, conversations } = matching(words, commands, summaries, found);
  const rows = [
    ...actions.map((command) => ({ key: command.key, run: command.run })),
    ...conversations.map((summary) => ({ key: summary.id, run: () => onOpen(summary.id) })),
  ];
  const chosen = Math.min(choice, Math.max(0, rows.length - 1));

  // What is not loaded here is asked of the server once the typing rests.
  useEffect(() => {
    setFound(new Set());
    if (words.trim().length < 2) return;
    const leaving = new AbortController();
    const find = async (view: string) => {
      const page = await desk.findPage(view, undefined, words.trim(), leaving.signal);
      setFound((before) => new Set([...before, ...page.conversations.map(({ id }) => id)]));
    };
    const timer = setTimeout(() => {
      // Without the server there is still what is loaded here.
      for (const view of ['open', 'resolved']) void find(view).catch(() => {});
    }, 250);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [desk, words]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row stays in view
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (index: number) => {
    const row = rows[index];
    if (!row) return;
    onClose();
    row.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : rows.length - 1;
      setChoice(rows.length === 0 ? 0 : (chosen + step) % rows.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <Modal
      open
      width={560}
      footer={null}
      closable={false}
      style={{ top: 96 }}
      styles={{ container: { padding: 0 }, header: { margin: 0 } }}
      onCancel={onClose}
      title={<span className="unseen">{t(deskText.app.commands)}</span>}
    >
      <div className="command-bar">
        <div className="command-input">
          <SearchOutlined aria-hidden="true" />
          <input
            // biome-ignore lint/a11y/noAutofocus: the bar opens to be typed into
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls="command-list"
            aria-activedescendant={rows.length > 0 ? `command-${chosen}` : undefined}
            aria-label={t(deskText.app.commands)}
            placeholder={t(deskText.commands.placeholder)}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setChoice(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          className="command-list"
          id="command-list"
          role="listbox"
          ref={list}
          aria-label={t(deskText.app.commands)}
        >
          {rows.length === 0 && <p className="soft command-empty">{t(deskText.commands.empty)}</p>}
          {actions.length > 0 && (
            <p className="command-title" role="presentation">
              {t(deskText.commands.actions)}
            </p>
          )}
          {actions.map((command, index) => (
            <div
              key={command.key}
              id={`command-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className="command"
              onMouseMove={() => setChoice(index)}
              onMouseDown={() => run(index)}
            >
              <span>{command.label}</span>
              {command.shortcut && <Key>{keyLabel(command.shortcut)}</Key>}
            </div>
          ))}
          {conversations.length > 0 && (
            <p className="command-title" role="presentation">
              {t(deskText.commands.conversations)}
            </p>
          )}
          {conversations.map((summary, at) => {
            const index = actions.length + at;
            return (
              <div
                key={summary.id}
                id={`command-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className="command"
                onMouseMove={() => setChoice(index)}
                onMouseDown={() => run(index)}
              >
                {summary.owner.kind === 'assistant' ? (
                  <AssistantFace size={20} />
                ) : (
                  <PersonFace name={contactName(summary.contact, t)} size={20} customer />
                )}
                <span className="command-name">{contactName(summary.contact, t)}</span>
                <span className="soft command-preview">{summary.preview?.text ?? ''}</span>
              </div>
            );
          })}
        </div>
        <p className="command-foot soft">{t(deskText.commands.hint)}</p>
      </div>
    </Modal>
  );
}
