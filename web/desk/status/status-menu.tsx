import { DownOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ChosenAwayReason } from '../../../core/terms/agent-status.ts';
import { chosenAwayWord, seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Actions } from '../actions/use-actions.ts';
import { useNow, useSlowNow } from '../clock.ts';
import { Key } from '../marks.tsx';
import { useDesk } from '../store/use-desk.ts';
import { clock, span } from '../time.ts';
import { Presence } from './presence.tsx';
import './status.css';

const words = seatText.status;
const reasons = (Object.keys(chosenAwayWord) as ChosenAwayReason[]).filter((reason) => reason !== 'other');

/** What one is doing and for how long; one tap changes it. `open` is controlled, so that a key opens it too. */
export function StatusMenu({
  actions,
  open,
  onOpen,
}: {
  readonly actions: Actions;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  return (
    <>
      {me.presence === 'wrap-up' && <WrapUp actions={actions} />}
      <Popover
        open={open}
        onOpenChange={onOpen}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        content={<Choices actions={actions} onDone={() => onOpen(false)} />}
      >
        <button type="button" className="bar-presence" aria-haspopup="menu" aria-expanded={open}>
          <span className="unseen">{t(words.switch)} · </span>
          <Presence of={me} short />
          <TimeIn since={me.presenceSince} />
          <DownOutlined aria-hidden="true" />
        </button>
      </Popover>
    </>
  );
}

/** In words: a ticking `13:06` beside a status would be read as the time of day. */
function TimeIn({ since }: { readonly since: number }) {
  const { language } = useLanguage();
  const now = useSlowNow();
  if (since <= 0) return null;
  return <span className="presence-time not-narrow">{span(now - since, language)}</span>;
}

/** What is left of the time to write up, and the way to end it early. */
function WrapUp({ actions }: { readonly actions: Actions }) {
  const { t } = useLanguage();
  const now = useNow();
  const until = useDesk((state) => state.me.wrapUpUntil);
  return (
    <span className="wrap-up" role="timer">
      {until !== undefined && (
        <span className="figure">{fill(t(words.wrapUpLeft), { time: clock(until - now) })}</span>
      )}
      <Button size="small" type="primary" onClick={() => void actions.setStatus('online')}>
        {t(words.done)}
      </Button>
    </span>
  );
}

function Choices({ actions, onDone }: { readonly actions: Actions; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const [note, setNote] = useState<string | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const choose = (presence: 'online' | 'busy' | 'away', reason?: ChosenAwayReason, why?: string) => {
    onDone();
    void actions.setStatus(presence, reason, why);
  };
  const move = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const step =
      event.key === 'ArrowDown' || event.key === 'ArrowRight'
        ? 1
        : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const items = [...(menu.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  return (
    <div
      className="status-menu"
      role="menu"
      aria-label={t(words.switch)}
      ref={menu}
      onKeyDown={move}
      tabIndex={-1}
    >
      {(['online', 'busy'] as const).map((presence) => (
        <button
          key={presence}
          type="button"
          role="menuitemradio"
          aria-checked={me.presence === presence}
          className="status-choice"
          // biome-ignore lint/a11y/noAutofocus: the menu was asked for, the keyboard goes into it
          autoFocus={presence === 'online'}
          onClick={() => choose(presence)}
        >
          <Presence of={{ presence }} />
          <span className="soft">{t(presence === 'online' ? words.onlineHelp : words.busyHelp)}</span>
        </button>
      ))}
      <div className="status-away">
        <p>
          <Presence of={{ presence: 'away' }} />
          <span className="soft">{t(words.awayHelp)}</span>
        </p>
        <div className="status-reasons">
          {reasons.map((reason) => (
            <button
              key={reason}
              type="button"
              role="menuitemradio"
              aria-checked={me.presence === 'away' && me.awayReason === reason}
              onClick={() => choose('away', reason)}
            >
              {t(chosenAwayWord[reason])}
            </button>
          ))}
          <button
            type="button"
            role="menuitemradio"
            aria-checked={note !== null || (me.presence === 'away' && me.awayReason === 'other')}
            onClick={() => setNote(note === null ? '' : null)}
          >
            {t(chosenAwayWord.other)}…
          </button>
        </div>
        {note !== null && (
          <div className="status-note">
            <Input
              autoFocus
              size="small"
              value={note}
              maxLength={100}
              aria-label={t(words.noteFor)}
              placeholder={t(words.notePlaceholder)}
              onChange={(event) => setNote(event.target.value)}
              onPressEnter={(event) => {
                if (!event.nativeEvent.isComposing && note.trim() !== '')
                  choose('away', 'other', note.trim());
              }}
            />
            <Button
              size="small"
              disabled={note.trim() === ''}
              onClick={() => choose('away', 'other', note.trim())}
            >
              {t(words.goAway)}
            </Button>
          </div>
        )}
      </div>
      {me.presence === 'wrap-up' && <p className="soft status-foot">{t(words.wrapUpHelp)}</p>}
      <p className="soft status-foot">
        {t(words.switch)} <Key>P</Key>
      </p>
    </div>
  );
}
