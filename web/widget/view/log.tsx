import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Row, timeline } from '../timeline.ts';
import { thinking } from '../view-state.ts';
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
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [behind, setBehind] = useState(false);
  const rows = timeline(state.events, state.pending);
  const lastKey = rows.at(-1)?.key;
  const mine = lastMessage(rows)?.by === 'contact';

  const toEnd = () => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  useLayoutEffect(() => {
    if (mine || follows.current) toEnd();
    else setBehind(true);
  }, [lastKey]);
  useLayoutEffect(() => {
    if (follows.current) toEnd();
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Pictures that load and a keyboard that opens change the height later.
    const observer = new ResizeObserver(() => {
      if (follows.current) toEnd();
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return (
    <div class="log">
      <div
        class="scroll"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={say('conversation')}
        onScroll={({ currentTarget }) => {
          const { scrollHeight, scrollTop, clientHeight } = currentTarget;
          follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
          if (follows.current) setBehind(false);
        }}
      >
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
      {behind && (
        <button
          type="button"
          class="to-end"
          onClick={() => {
            toEnd();
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
