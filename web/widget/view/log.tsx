import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Row, timeline } from '../timeline.ts';
import { thinking } from '../view-state.ts';
import { tells, waitingCard } from '../waiting-card.ts';
import { useSay, useSurroundings } from './context.ts';
import { DownIcon } from './icons.tsx';
import { EventLine } from './line.tsx';
import { Greeting, MessageView, Writing } from './message.tsx';
import { Rating } from './rating.tsx';

/** Pixels from the end within which the reader is taken to follow the conversation. */
const nearEnd = 80;

export function Log() {
  const { state } = useSurroundings();
  const say = useSay();
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [behind, setBehind] = useState(false);
  const all = useMemo(() => timeline(state.events, state.pending), [state.events, state.pending]);
  const { notice } = state.standing;
  // While the card below says it, the notice waits: it becomes part of the story when the wait is over.
  const told = tells(waitingCard(state, Date.now()), notice);
  const rows = told ? all.filter((row) => row.kind !== 'notice' || row.notice !== notice) : all;
  const lastKey = rows.at(-1)?.key;
  const mine = lastMessage(rows)?.by === 'contact';

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked only when a new row arrives
  useLayoutEffect(() => {
    if (mine) follows.current = true;
    else if (!follows.current) setBehind(true);
  }, [lastKey]);
  useLayoutEffect(() => {
    if (follows.current) toEnd(scroller.current);
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    // Pictures that load and a keyboard that opens change the height later.
    const observer = new ResizeObserver(() => {
      if (follows.current) toEnd(element);
    });
    observer.observe(element);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div class="log">
      <section
        class="scroll"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll the conversation
        tabIndex={0}
        aria-label={say('conversation')}
        onScroll={({ currentTarget }) => {
          const { scrollHeight, scrollTop, clientHeight } = currentTarget;
          follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
          if (follows.current) setBehind(false);
        }}
      >
        <div ref={content}>
          {state.face === null && state.phase !== 'refused' ? (
            <Skeleton label={say('loading')} />
          ) : (
            <>
              <div role="log" aria-live="polite" aria-label={say('conversation')}>
                {state.face && <Greeting />}
                {rows.map((row, index) => (
                  <RowView key={row.key} row={row} first={index === 0} last={row === lastMessage(rows)} />
                ))}
              </div>
              {/* Words on their way are not announced one by one: the finished message is. */}
              {state.writing ? (
                <Writing text={state.writing.text} />
              ) : state.typing || thinking(state) ? (
                <Writing text={null} />
              ) : null}
              {state.standing.resolved && !state.standing.rated && <Rating />}
            </>
          )}
        </div>
      </section>
      {behind && (
        <button
          type="button"
          class="to-end"
          onClick={() => {
            toEnd(scroller.current);
            setBehind(false);
          }}
        >
          <DownIcon />
          {say('newMessages')}
        </button>
      )}
    </div>
  );
}

function toEnd(scroller: HTMLElement | null): void {
  if (scroller) scroller.scrollTop = scroller.scrollHeight;
}

function lastMessage(rows: readonly Row[]) {
  return rows.findLast((row) => row.kind === 'message');
}

function RowView({ row, first, last }: { row: Row; first: boolean; last: boolean }) {
  if (row.kind === 'message') return <MessageView row={row} last={last} />;
  return <EventLine row={row} first={first} />;
}

function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      <i />
      <i />
      <i />
    </div>
  );
}
