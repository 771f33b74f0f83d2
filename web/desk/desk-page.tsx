import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { deskText } from '../../core/text/desk.ts';
import { fill } from '../../core/text/fill.ts';
import { useLanguage } from '../ui/language.ts';
import { permissionsOf } from './actions/permissions.ts';
import { useActions } from './actions/use-actions.ts';
import { Columns } from './columns.tsx';
import { drafts } from './composer/drafts.ts';
import { focusComposer } from './composer/focus.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { ContextColumn, insertSuggestion } from './context/context-column.tsx';
import { usePacket } from './context/use-packet.ts';
import { ConversationPane, NoConversation, type PaneAction } from './conversation/conversation-pane.tsx';
import type { Command } from './keys/commands.ts';
import { useShortcuts } from './keys/use-shortcuts.ts';
import { ListColumn, useRows } from './list/list-column.tsx';
import { isView, type View } from './list/views.ts';
import { RingCard } from './ring/ring-card.tsx';
import { useRing } from './ring/use-ring.ts';
import { useDesk, useDeskStore } from './store/use-desk.ts';
import { useStored } from './stored.ts';
import { TopBar } from './top-bar.tsx';
import { useRoute } from './use-route.ts';
import './list.css';
import './conversation.css';
import './composer.css';
import './context.css';

const Dialogs = lazy(() => import('./dialogs.tsx'));

/** What stands above the page; only one at a time. */
export type Dialog =
  | 'resolve'
  | 'transfer'
  | 'returnToAssistant'
  | 'commands'
  | 'shortcuts'
  | { readonly earlier: string };

const keyViews: readonly View[] = ['waiting', 'mine', 'assistant', 'resolved'];

/** Closes what hangs open over the page (menus, explanations), and says whether there was anything. */
function closePopups(): boolean {
  const open = document.querySelector(
    '.ant-popover:not(.ant-popover-hidden), .ant-dropdown:not(.ant-dropdown-hidden)',
  );
  // They close by themselves when the pointer goes down elsewhere; a key does the same.
  if (open) document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  return open !== null;
}

/** The desk of a signed-in agent: wires the columns, the ring, the keyboard and the dialogs to the store. */
export function DeskPage({ onSignOut }: { readonly onSignOut: () => Promise<void> }) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const actions = useActions();
  const me = useDesk((state) => state.me);
  const [route, go] = useRoute();
  const [storedView, setView] = useStored('tandem.desk.view', 'waiting');
  const view = isView(storedView) ? storedView : 'waiting';
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const ring = useRing();
  const found = useRows(view, search.trim());
  const selected = route.conversationId;
  const summary = useDesk((state) => (selected === null ? undefined : state.summaries.get(selected)));
  // With nothing open, the packet of whoever rings first is already there to be read.
  const shownPacket = selected ?? ring.ringing[0]?.id ?? null;
  const packet = usePacket(shownPacket);
  const may = summary ? permissionsOf(summary, me) : null;

  useEffect(() => desk.open(selected), [desk, selected]);

  const open = useCallback((conversationId: string) => go({ conversationId, context: false }), [go]);
  const close = () => go({ conversationId: null, context: false });

  const accept = async (conversationId: string) => {
    open(conversationId);
    const worked = await actions.accept(conversationId);
    if (!worked) return;
    setView('mine');
    focusComposer(conversationId);
  };
  const act = (action: PaneAction) => {
    if (selected === null) return;
    if (action === 'accept') void accept(selected);
    else if (action === 'takeOver') {
      void actions.takeOver(selected).then((worked) => {
        if (!worked) return;
        setView('mine');
        focusComposer(selected);
      });
    } else setDialog(action);
  };

  const leave = () => void onSignOut().catch(actions.tell);

  const move = (step: number) => {
    const at = found.rows.findIndex((row) => row.id === selected);
    const next = found.rows[at < 0 ? (step > 0 ? 0 : found.rows.length - 1) : at + step];
    if (next) open(next.id);
  };
  const turnView = (step: number) => {
    const at = keyViews.indexOf(view);
    setSearch('');
    setView(keyViews[(at + step + keyViews.length) % keyViews.length]!);
  };
  const write = (kind: 'reply' | 'note') => {
    if (selected === null) return;
    drafts.set(selected, { kind });
    focusComposer(selected);
    if (kind === 'note') document.querySelector<HTMLButtonElement>('[data-action="note"]')?.click();
  };
  const insert = (index: number) => {
    const suggestion = packet.data?.suggestions[index];
    if (selected !== null && suggestion && may?.reply) insertSuggestion(selected, suggestion.text);
  };
  const acceptNext = () => {
    if (may?.accept && selected !== null) void accept(selected);
    else if (may?.takeOver) act('takeOver');
    else if (ring.ringing[0]) void accept(ring.ringing[0].id);
  };
  const back = () => {
    if (closePopups()) return;
    if (search !== '') setSearch('');
    else if (route.context) go({ ...route, context: false });
    else close();
  };

  useShortcuts(
    {
      j: () => move(1),
      arrowdown: () => move(1),
      k: () => move(-1),
      arrowup: () => move(-1),
      '[': () => turnView(-1),
      ']': () => turnView(1),
      s: () => searchInput.current?.focus(),
      'mod+k': () => setDialog('commands'),
      '?': () => setDialog('shortcuts'),
      escape: back,
      a: acceptNext,
      m: ring.silence,
      t: may?.transfer ? () => setDialog('transfer') : undefined,
      b: may?.returnToAssistant ? () => setDialog('returnToAssistant') : undefined,
      'mod+enter': may?.resolve ? () => setDialog('resolve') : undefined,
      r: () => write('reply'),
      n: () => write('note'),
      '1': () => insert(0),
      '2': () => insert(1),
      '3': () => insert(2),
      'alt+1': () => insert(0),
      'alt+2': () => insert(1),
      'alt+3': () => insert(2),
    },
    dialog === null,
  );

  const commands: Command[] = [
    ...(may?.accept
      ? [{ key: 'accept', label: t(deskText.actions.accept), shortcut: 'A', run: acceptNext }]
      : []),
    ...(may?.takeOver
      ? [{ key: 'take', label: t(deskText.actions.takeOver), shortcut: 'A', run: acceptNext }]
      : []),
    ...(may?.resolve
      ? [{ key: 'resolve', label: t(deskText.actions.resolve), shortcut: '⌘↵', run: () => act('resolve') }]
      : []),
    ...(may?.transfer
      ? [{ key: 'transfer', label: t(deskText.actions.transfer), shortcut: 'T', run: () => act('transfer') }]
      : []),
    ...(may?.returnToAssistant
      ? [
          {
            key: 'return',
            label: t(deskText.actions.returnToAssistant),
            shortcut: 'B',
            run: () => act('returnToAssistant'),
          },
        ]
      : []),
    ...keyViews.map((one) => ({
      key: one,
      label: fill(t(deskText.commands.go), { view: t(deskText.views[one]) }),
      run: () => setView(one),
    })),
    {
      key: 'presence',
      label: fill(t(deskText.commands.presence), {
        presence: t(deskText.presence[me.presence === 'online' ? 'away' : 'online']),
      }),
      run: () => void actions.setPresence(me.presence === 'online' ? 'away' : 'online'),
    },
    { key: 'shortcuts', label: t(deskText.app.shortcuts), shortcut: '?', run: () => setDialog('shortcuts') },
    { key: 'sign-out', label: t(deskText.app.signOut), run: leave },
  ];

  const pane = selected === null ? 'list' : route.context ? 'context' : 'conversation';
  return (
    <div className="desk" data-pane={pane}>
      <TopBar
        actions={actions}
        sound={ring.sound}
        onSound={ring.setSound}
        onCommands={() => setDialog('commands')}
        onShortcuts={() => setDialog('shortcuts')}
        onSignOut={leave}
      />
      <ConnectionBar />
      <RingCard
        ringing={ring.ringing}
        blocked={ring.blocked}
        onAccept={(id) => void accept(id)}
        onLook={open}
        onSilence={ring.silence}
      />
      <Columns
        pane={pane}
        list={
          <ListColumn
            view={view}
            onView={setView}
            search={search}
            onSearch={setSearch}
            searchInput={searchInput}
            selected={selected}
            onOpen={open}
            found={found}
          />
        }
        conversation={
          selected === null ? (
            <NoConversation />
          ) : (
            <ConversationPane
              key={selected}
              conversationId={selected}
              suggestions={packet.data?.suggestions ?? []}
              onAction={act}
              onBack={close}
              onContext={() => go({ conversationId: selected, context: true })}
            />
          )
        }
        context={
          <ContextColumn
            conversationId={shownPacket}
            query={packet}
            onLook={(earlier) => setDialog({ earlier })}
            onBack={() => go({ conversationId: selected, context: false })}
          />
        }
      />
      {dialog !== null && (
        <Suspense fallback={null}>
          <Dialogs
            dialog={dialog}
            conversationId={selected}
            actions={actions}
            commands={commands}
            onOpen={open}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
