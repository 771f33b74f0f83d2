import { useEffect, useRef, useState } from 'preact/hooks';
import type { InsteadOfWaiting } from '../../../core/terms/event.ts';
import { type WaitingCard, waitingCard } from '../waiting-card.ts';
import { useSay, useSurroundings } from './context.ts';
import { CalendarIcon, NoteIcon, SparkIcon } from './icons.tsx';
import { useRefocus } from './use-refocus.ts';

/** Milliseconds between two announcements of a place or a time that has changed. */
const announceEvery = 30_000;

/** Where the customer stands while a person is on the way, what happens next, and what may be done instead. */
export function Waiting() {
  const { state } = useSurroundings();
  const card = waitingCard(state, Date.now());
  return (
    <>
      <Announcement card={card} />
      {card && (
        <div class={`waiting ${card.kind}`}>
          <span class="pulse" aria-hidden="true" />
          <div class="words">
            <strong>{card.title}</strong>
            {card.figures !== null && <p class="figures">{card.figures}</p>}
            <p class="next">{card.next}</p>
            {card.instead.length > 0 && <Instead what={card.instead} />}
          </div>
        </div>
      )}
    </>
  );
}

/** Said to who listens: at once when the wait becomes another one, figures only now and then. */
function Announcement({ card }: { card: WaitingCard | null }) {
  const words = card ? [card.title, card.figures, card.next].filter((part) => part !== null).join(' ') : '';
  const [said, setSaid] = useState('');
  const last = useRef({ kind: '', at: 0 });
  const kind = card?.kind ?? '';
  useEffect(() => {
    const say = () => {
      last.current = { kind, at: Date.now() };
      setSaid(words);
    };
    const pause = kind === last.current.kind ? last.current.at + announceEvery - Date.now() : 0;
    if (pause <= 0) {
      say();
      return;
    }
    const timer = setTimeout(say, pause);
    return () => clearTimeout(timer);
  }, [kind, words]);
  return (
    <div class="unseen" role="status">
      {said}
    </div>
  );
}

function Instead({ what }: { what: readonly InsteadOfWaiting[] }) {
  const { messenger } = useSurroundings();
  const say = useSay();
  const refocus = useRefocus();
  const actions = {
    message: { icon: <NoteIcon />, words: say('insteadMessage'), act: () => messenger.openForm('message') },
    callback: {
      icon: <CalendarIcon />,
      words: say('insteadCallback'),
      act: () => messenger.openForm('callback'),
    },
    assistant: {
      icon: <SparkIcon />,
      words: say('insteadAssistant'),
      act: refocus(() => void messenger.askAssistant()),
    },
  };
  return (
    <div class="instead">
      {what.map((way) => (
        <button key={way} type="button" onClick={actions[way].act}>
          {actions[way].icon}
          {actions[way].words}
        </button>
      ))}
    </div>
  );
}
