import { App } from 'antd';
import { useEffect } from 'react';
import { seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { contactName } from '../contact-name.ts';
import { notifyOf } from '../ring/notify.ts';
import { chime } from '../ring/sound.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import type { Announcement } from './announcements.ts';

const words = seatText.arrival;
/** Seconds. */
const stays = 12;

/**
 * Tells what came without being asked, with a soft sound: a conversation that was given to this agent, a call for help,
 * a whisper. What was given opens by itself where `mayOpen` says that nothing is being written. Draws nothing itself.
 */
export function Announcer({
  sound,
  mayOpen,
  onGiven,
  onOpen,
}: {
  readonly sound: boolean;
  readonly mayOpen: () => boolean;
  /** Shows what was given to this agent. */
  readonly onGiven: (conversationId: string) => void;
  readonly onOpen: (conversationId: string) => void;
}) {
  const { notification } = App.useApp();
  const { t } = useLanguage();
  const desk = useDeskStore();
  const announcements = useDesk((state) => state.announcements);
  useEffect(() => {
    for (const one of announcements) {
      if (one.kind === 'missed') continue;
      desk.told(one.key);
      const summary = desk.state.summaries.get(one.conversationId);
      if (!summary) continue;
      const name = contactName(summary.contact, t);
      const title = titleOf(one, name, t);
      const text = one.kind === 'whisper' ? one.text : (summary.preview?.text ?? '');
      if (sound) chime();
      notifyOf(one.conversationId, title, text);
      const opened = one.kind === 'given' && mayOpen();
      if (opened) onGiven(one.conversationId);
      notification.open({
        key: one.key,
        title,
        description: <span className="arrival-text">{text}</span>,
        placement: 'topRight',
        duration: stays,
        className: `arrival arrival-${one.kind}`,
        actions: opened ? null : (
          <button
            type="button"
            className="link"
            onClick={() => {
              onOpen(one.conversationId);
              notification.destroy(one.key);
            }}
          >
            {t(words.open)}
          </button>
        ),
      });
    }
  }, [announcements, desk, mayOpen, notification, onGiven, onOpen, sound, t]);
  return null;
}

function titleOf(one: Announcement, name: string, t: ReturnType<typeof useLanguage>['t']): string {
  if (one.kind === 'whisper') return fill(t(words.whisper), { from: one.from });
  return fill(t(one.kind === 'helping' ? words.helping : words.given), { name });
}
