import { ArrowDownOutlined } from '@ant-design/icons';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { dayOf, sameDay } from '../time.ts';
import { foldSteps, type Steps } from './fold-steps.ts';
import { type Item, itemsOf } from './items.ts';
import { Line } from './lines.tsx';
import { Message } from './message.tsx';
import { Note } from './note.tsx';
import { StepsView } from './steps.tsx';

/** How many items are drawn at first, and how many more each time the reader reaches the top; at most twice as many. */
const windowSize = 80;
/** CSS pixels from the end that still count as being there. */
const nearEnd = 60;

/**
 * The conversation from its events. Sticks to the end only while the reader is there; whoever has scrolled up stays
 * where they are and is told how many messages came. `children` stand after the last event (what is on its way).
 */
export function Timeline({
  conversationId,
  events,
  contactName,
  unreadAfter,
  tail,
  children,
}: {
  readonly conversationId: string;
  readonly events: readonly ConversationEvent[];
  readonly contactName: string;
  /** A divider stands before the first customer message after this seq. */
  readonly unreadAfter: number | null;
  /** Changes whenever `children` change in height, so that the end stays in view. */
  readonly tail: string;
  readonly children?: ReactNode;
}) {
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const top = useRef(0);
  const heightBefore = useRef<number | null>(null);
  const [seenSeq, setSeenSeq] = useState(0);
  const [away, setAway] = useState(false);
  const [looksBack, setLooksBack] = useState(false);
  const items = useMemo(() => foldSteps(itemsOf(events, (at) => new Date(at).toDateString())), [events]);
  const [hidden, setHidden] = useState(() => Math.max(0, items.length - windowSize));
  // At the end the oldest give way once in a while; under the eyes of who reads further up nothing moves.
  if (!away && items.length - hidden > 2 * windowSize) setHidden(items.length - windowSize);
  const shown = items.slice(hidden);
  const lastSeq = events.at(-1)?.seq ?? 0;
  const news = away
    ? events.filter(
        (event) =>
          event.seq > seenSeq && (event.kind === 'message-received' || event.kind === 'message-sent'),
      ).length
    : 0;

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation starts at its end
  useLayoutEffect(() => {
    atEnd.current = true;
    setAway(false);
    toEnd();
  }, [conversationId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was added, whoever was at the end stays there
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [lastSeq, tail]);

  // Pictures, folds and the window's size change the height without any event.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    if (content.current) observer.observe(content.current);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [toEnd]);

  // Earlier items are put in above without moving what is being read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after more items were drawn
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && heightBefore.current !== null) {
      element.scrollTop += element.scrollHeight - heightBefore.current;
      heightBefore.current = null;
    }
  }, [hidden]);

  useEffect(() => {
    if (!looksBack) return;
    const timer = setTimeout(() => setLooksBack(false), 500);
    return () => clearTimeout(timer);
  }, [looksBack]);

  const more = () => {
    setLooksBack(true);
    heightBefore.current = scroller.current?.scrollHeight ?? null;
    setHidden(Math.max(0, hidden - windowSize));
  };

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const movedUp = element.scrollTop < top.current;
    top.current = element.scrollTop;
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    // The composer has grown meanwhile, or a picture has: nobody has left the end.
    if (!end && atEnd.current && !movedUp) return toEnd();
    if (end !== atEnd.current) {
      atEnd.current = end;
      setAway(!end);
      if (!end) setSeenSeq(lastSeq);
    }
    if (element.scrollTop < 200 && hidden > 0 && heightBefore.current === null) more();
  };

  return (
    <div className="timeline-frame">
      <div
        className="timeline"
        ref={scroller}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        // What was said before is no news to who listens.
        aria-live={looksBack ? 'off' : 'polite'}
        aria-label={t(deskText.timeline.log)}
      >
        <div className="timeline-content" ref={content}>
          {hidden > 0 && (
            <button type="button" className="earlier" onClick={more}>
              {fill(t(deskText.timeline.earlier), { count: hidden })}
            </button>
          )}
          {withUnread(shown, unreadAfter).map((item) =>
            item === 'unread' ? (
              <div key="unread" className="unread-line">
                <span>{t(deskText.timeline.unreadFrom)}</span>
              </div>
            ) : (
              <ItemView key={item.key} item={item} contactName={contactName} />
            ),
          )}
          {children}
        </div>
      </div>
      {away && (
        <button
          type="button"
          className={news > 0 ? 'to-end to-end-news' : 'to-end'}
          onClick={toEnd}
          aria-live="polite"
        >
          <ArrowDownOutlined aria-hidden="true" />
          {news > 0 ? fill(t(deskText.timeline.newMessages), { count: news }) : t(deskText.timeline.toEnd)}
        </button>
      )}
    </div>
  );
}

function withUnread(
  items: readonly (Item | Steps)[],
  unreadAfter: number | null,
): (Item | Steps | 'unread')[] {
  if (unreadAfter === null || unreadAfter === 0) return [...items];
  const first = items.findIndex(
    (item) => item.kind === 'message' && item.seat === 'contact' && item.event.seq > unreadAfter,
  );
  if (first <= 0) return [...items];
  return [...items.slice(0, first), 'unread', ...items.slice(first)];
}

function ItemView({ item, contactName }: { readonly item: Item | Steps; readonly contactName: string }) {
  switch (item.kind) {
    case 'day':
      return <Day at={item.at} />;
    case 'message':
      return <Message item={item} contactName={contactName} />;
    case 'note':
      return <Note event={item.event} />;
    case 'line':
      return <Line item={item} />;
    case 'steps':
      return <StepsView steps={item} />;
  }
}

function Day({ at }: { readonly at: number }) {
  const { language, t } = useLanguage();
  const now = useNow();
  const day = sameDay(at, now)
    ? t(deskText.timeline.today)
    : sameDay(at, now - 86_400_000)
      ? t(deskText.timeline.yesterday)
      : dayOf(at, now, language);
  return (
    <div className="day">
      <span>{day}</span>
    </div>
  );
}
