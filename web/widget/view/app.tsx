import { useEffect, useRef } from 'preact/hooks';
import type { Messenger } from '../messenger.ts';
import { accentColours } from '../settings.ts';
import type { ViewState } from '../view-state.ts';
import { SurroundingsContext, useSay, useSurroundings } from './context.ts';
import { CloseIcon, SeatsIcon } from './icons.tsx';
import { Panel } from './panel.tsx';

export function App({
  messenger,
  state,
  origin,
}: {
  messenger: Messenger;
  state: ViewState;
  origin: string;
}) {
  const { accent, onAccent } = accentColours(state.settings.accent ?? state.face?.accent);
  return (
    <SurroundingsContext.Provider value={{ messenger, state, origin }}>
      <div
        class={`root ${state.settings.position === 'left' ? 'left' : 'right'} ${state.open ? 'open' : ''}`}
        lang={state.language === 'zh' ? 'zh-CN' : 'en'}
        style={{ '--accent': accent, '--on-accent': onAccent }}
      >
        <Frame />
      </div>
    </SurroundingsContext.Provider>
  );
}

function Frame() {
  const { messenger, state } = useSurroundings();
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(state.open);
  useEffect(() => {
    if (wasOpen.current && !state.open) launcher.current?.focus();
    wasOpen.current = state.open;
  }, [state.open]);
  return (
    <>
      {state.open && <Panel />}
      {state.settings.hideLauncher !== true && (
        <Launcher buttonRef={launcher} onPress={() => (state.open ? messenger.hide() : messenger.show())} />
      )}
    </>
  );
}

function Launcher({
  buttonRef,
  onPress,
}: {
  buttonRef: { current: HTMLButtonElement | null };
  onPress: () => void;
}) {
  const { open, unread } = useSurroundings().state;
  const say = useSay();
  const label = open ? say('close') : unread > 0 ? say('openUnread', { count: unread }) : say('open');
  return (
    <button
      type="button"
      class="launcher"
      ref={buttonRef}
      aria-label={label}
      aria-expanded={open}
      title={label}
      onClick={onPress}
    >
      {open ? <CloseIcon /> : <SeatsIcon />}
      {!open && unread > 0 && (
        <span class="badge" aria-hidden="true">
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </button>
  );
}
