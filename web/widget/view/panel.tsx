import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner } from './banner.tsx';
import { Composer } from './composer.tsx';
import { useSay, useSurroundings } from './context.ts';
import { Header } from './header.tsx';
import { LeaveForm } from './leave-form.tsx';
import { Log } from './log.tsx';
import { useFullHeight } from './use-full-height.ts';
import { Waiting } from './waiting.tsx';

/** The open conversation. Esc closes it; files may be dropped anywhere on it. */
export function Panel() {
  const { messenger, state } = useSurroundings();
  const say = useSay();
  const panel = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  useFullHeight(panel);
  useEffect(() => {
    // On a phone the keyboard would cover what the customer came to read.
    const byFinger = matchMedia('(pointer: coarse)').matches;
    const composer = panel.current?.querySelector('textarea');
    if (composer && !byFinger) composer.focus();
    else panel.current?.focus();
  }, []);
  return (
    <div
      class="panel"
      ref={panel}
      role="dialog"
      aria-label={say('dialog')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) {
          event.stopPropagation();
          messenger.hide();
        }
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => {
        if (!panel.current?.contains(event.relatedTarget as Node | null)) setDragging(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        setDropped([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Header />
      <Banner />
      <div class="stage">
        {/* The conversation stays where it was, under the form. */}
        <div class="talk" inert={state.form !== null}>
          <Log />
          <Waiting />
          {state.phase !== 'refused' && <Composer dropped={dropped} />}
        </div>
        {state.form && <LeaveForm draft={state.form} />}
      </div>
      {dragging && <div class="drop">{say('dropHere')}</div>}
    </div>
  );
}
