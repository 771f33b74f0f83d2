import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useFocusReturn } from '../ui/focus-return.ts';
import { useLanguage } from '../ui/language.ts';
import { permissionsOf } from './actions/permissions.ts';
import { useActions } from './actions/use-actions.ts';
import { Announcer } from './announce/announcer.tsx';
import { MissedBar } from './announce/missed-bar.tsx';
import { insertHelp } from './assist/insert-help.ts';
import { focusKnowledgeSearch } from './assist/knowledge-search.tsx';
import { useAssist } from './assist/use-assist.ts';
import { boardPath, boardWindow, deskWindow } from './board/windows.ts';
import { closePopups } from './close-popups.ts';
import { Columns } from './columns.tsx';
import { drafts, hasWords } from './composer/drafts.ts';
import { focusComposer } from './composer/focus.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { ContextColumn } from './context/context-column.tsx';
import { usePacket } from './context/use-packet.ts';
import { ConversationPane } from './conversation/conversation-pane.tsx';
import type { PaneAction } from './conversation/pane-action.ts';
import { ColumnBroken, NoConversation, PaneBroken } from './conversation/pane-states.tsx';
import type { Dialog } from './dialog.ts';
import { deskCommands } from './keys/desk-commands.ts';
import { isTyping, useShortcuts } from './keys/use-shortcuts.ts';
import { ListColumn } from './list/list-column.tsx';
import { filterOf, filterWord } from './list/queue-filter.tsx';
import { useRows } from './list/use-rows.ts';
import { isView, type View, views } from './list/views.ts';
import { RingCard } from './ring/ring-card.tsx';
import { useOffers } from './ring/use-offers.ts';
import { useDesk, useDeskStore } from './store/use-desk.ts';
import { useStored } from './stored.ts';
import { TopBar } from './top-bar.tsx';
import { useRoute } from './use-route.ts';
import './list.css';
import './conversation/pane.css';
import './conversation/message.css';
import './conversation/words.css';
import './conversation/sources.css';
import './conversation/files.css';
import './conversation/lines.css';
import './conversation/notes.css';
import './composer.css';
import './context.css';
import './assist/assist.css';
import './assist/writing.css';

const Dialogs = lazy(() => import('./dialogs.tsx'));

/** The views that the keys turn through. */
const keyViews: readonly View[] = ['waiting', 'mine', 'assistant', 'resolved'];

/** The desk of a signed-in agent: wires the columns, the ring, the keyboard and the dialogs to the store. */
export function DeskPage({ onSignOut }: { readonly onSignOut: () => Promise<void> }) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const queries = useQueryClient();
  const actions = useActions();
  const me = useDesk((state) => state.me);
  const [route, go] = useRoute();
  const [storedView, setView] = useStored('tandem.desk.view', 'waiting');
  const view = isView(storedView) ? storedView : 'waiting';
  const [storedFilter, setFilter] = useStored('tandem.desk.queue', 'all');
  const filter = useMemo(() => filterOf(storedFilter), [storedFilter]);
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [statusOpen, setStatusOpen] = useState(false);
  const searchInput = useRef<HTMLInputElement>(null);
  const found = useRows(view, search.trim(), filter);
  const selected = route.conversationId;
  const summary = useDesk((state) => (selected === null ? undefined : state.summaries.get(selected)));
  const may = summary ? permissionsOf(summary, me) : null;

  const open = useCallback((conversationId: string) => go({ conversationId, context: false }), [go]);
  const given = useCallback(
    (conversationId: string) => {
      setView('mine');
      open(conversationId);
    },
    [open, setView],
  );
  const close = () => go({ conversationId: null, context: false });
  const mine = (conversationId: string) => {
    setView('mine');
    focusComposer(conversationId);
  };
  const accept = async (conversationId: string) => {
    open(conversationId);
    if (await actions.accept(conversationId)) mine(conversationId);
  };
  const offers = useOffers(actions, (id) => void accept(id));
  // With nothing open, the packet of whoever rings first is already there to be read.
  const shownPacket = selected ?? offers.shown?.summary.id ?? null;
  const packet = usePacket(shownPacket);
  const [completions, setCompletions] = useStored('tandem.desk.completions', 'on');
  const help = useAssist(shownPacket, completions === 'on');

  useEffect(() => desk.open(selected), [desk, selected]);
  useEffect(() => {
    window.name = deskWindow;
  }, []);

  const act = (action: PaneAction) => {
    if (selected === null) return;
    if (action === 'accept') void accept(selected);
    else if (action === 'decline') void actions.decline(selected);
    else if (action === 'leave') void actions.release(selected, me.id, null);
    else if (action === 'takeOver') {
      void actions.takeOver(selected).then((worked) => worked && mine(selected));
    } else setDialog(action);
  };
  const leave = () => void onSignOut().catch(actions.tell);
  const board = () => void window.open(boardPath, boardWindow);

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
  const write = (kind: 'reply' | 'note' | 'whisper') => {
    if (selected === null) return;
    drafts.set(selected, { kind });
    focusComposer(selected);
    if (kind !== 'reply') document.querySelector<HTMLButtonElement>(`[data-action="${kind}"]`)?.click();
  };
  const insert = (index: number) => {
    const reply = help.view?.replies[index];
    if (selected === null || !reply || !may?.reply) return;
    insertHelp(selected, { kind: 'reply', ref: reply.ref, text: reply.text });
  };
  const acceptNext = () => {
    if (may?.accept && selected !== null) void accept(selected);
    else if (may?.takeOver) act('takeOver');
    else offers.acceptShown();
  };
  const back = () => {
    if (closePopups()) return;
    if (search !== '') setSearch('');
    else if (route.context) go({ ...route, context: false });
    else close();
  };
  const mayOpen = useCallback(
    () =>
      dialog === null &&
      !isTyping(document.activeElement) &&
      (selected === null || !hasWords(drafts.get(selected))),
    [dialog, selected],
  );

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
      enter: offers.shown ? offers.acceptShown : undefined,
      d: offers.shown ? () => offers.setDeclining(true) : undefined,
      m: offers.ring.silence,
      p: () => setStatusOpen(true),
      g: me.role === 'agent' ? undefined : board,
      t: may?.transfer ? () => setDialog('transfer') : undefined,
      h: may?.invite ? () => setDialog('invite') : undefined,
      w: may?.whisper ? () => write('whisper') : undefined,
      b: may?.returnToAssistant ? () => setDialog('returnToAssistant') : undefined,
      'mod+enter': may?.resolve ? () => setDialog('resolve') : undefined,
      r: () => write('reply'),
      n: () => write('note'),
      f: focusKnowledgeSearch,
      'alt+9': focusKnowledgeSearch,
      '1': () => insert(0),
      '2': () => insert(1),
      '3': () => insert(2),
      'alt+1': () => insert(0),
      'alt+2': () => insert(1),
      'alt+3': () => insert(2),
    },
    dialog === null && !statusOpen && !offers.declining,
  );

  useFocusReturn(dialog !== null || statusOpen || offers.declining);

  const isLead = me.role !== 'agent';
  const commands = deskCommands({
    t,
    may,
    isLead,
    act,
    whisper: () => write('whisper'),
    actions,
    views: views.filter((one) => one !== 'alerts' || isLead),
    onView: setView,
    onShortcuts: () => setDialog('shortcuts'),
    onBoard: board,
    onSignOut: leave,
  });

  const pane = selected === null ? 'list' : route.context ? 'context' : 'conversation';
  return (
    <div className="desk" data-pane={pane}>
      <TopBar
        actions={actions}
        sound={offers.ring.sound}
        onSound={offers.ring.setSound}
        completes={help.completes}
        onCompletes={(on) => setCompletions(on ? 'on' : 'off')}
        statusOpen={statusOpen}
        onStatus={setStatusOpen}
        onCommands={() => setDialog('commands')}
        onShortcuts={() => setDialog('shortcuts')}
        onSignOut={leave}
      />
      <ConnectionBar />
      <RingCard
        ringing={offers.ring.ringing}
        shown={offers.shown}
        blocked={offers.ring.blocked}
        declining={offers.declining}
        onDeclining={offers.setDeclining}
        onAccept={(id) => void accept(id)}
        onDecline={offers.decline}
        onNext={offers.next}
        onLook={open}
        onSilence={offers.ring.silence}
      />
      <MissedBar actions={actions} onLook={open} />
      <Announcer sound={offers.ring.sound} mayOpen={mayOpen} onGiven={given} onOpen={open} />
      <Columns
        pane={pane}
        list={
          <ErrorBoundary
            view={view}
            fallback={(retry) => <ColumnBroken className="column-list" onRetry={retry} />}
          >
            <ListColumn
              view={view}
              onView={setView}
              filter={filter}
              onFilter={(next) => setFilter(filterWord(next))}
              search={search}
              onSearch={setSearch}
              searchInput={searchInput}
              selected={selected}
              onOpen={open}
              found={found}
            />
          </ErrorBoundary>
        }
        conversation={
          selected === null ? (
            <NoConversation />
          ) : (
            <ErrorBoundary
              view={selected}
              onRetry={() => desk.reload(selected)}
              fallback={(retry) => <PaneBroken onRetry={retry} onBack={close} />}
            >
              <ConversationPane
                key={selected}
                conversationId={selected}
                help={help}
                onAction={act}
                onBack={close}
                onContext={() => go({ conversationId: selected, context: true })}
              />
            </ErrorBoundary>
          )
        }
        context={
          <ErrorBoundary
            // What came anew may be drawn where what was before could not.
            view={`${shownPacket} ${packet.dataUpdatedAt}`}
            onRetry={() => void queries.resetQueries({ queryKey: ['packet', shownPacket] })}
            fallback={(retry) => <ColumnBroken className="column-context" onRetry={retry} />}
          >
            <ContextColumn
              conversationId={shownPacket}
              query={packet}
              help={help}
              onLook={(earlier) => setDialog({ earlier })}
              onBack={() => go({ conversationId: selected, context: false })}
            />
          </ErrorBoundary>
        }
      />
      {dialog !== null && (
        <Suspense fallback={null}>
          <Dialogs
            dialog={dialog}
            conversationId={selected}
            actions={actions}
            commands={commands}
            help={help}
            onLook={(earlier) => setDialog({ earlier })}
            onOpen={open}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
