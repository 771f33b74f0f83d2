import { BellOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { contactName } from '../contact-name.ts';
import { usePacket } from '../context/use-packet.ts';
import { Key, MoodMark, VerifiedMark } from '../marks.tsx';
import { ReasonChips } from '../reason-chips.tsx';
import { clock } from '../time.ts';

/** The customer who waits first: who, how long, why, in one line what they want, and one click to accept. */
export function RingCard({
  ringing,
  blocked,
  onAccept,
  onLook,
  onSilence,
}: {
  readonly ringing: readonly ConversationSummary[];
  readonly blocked: boolean;
  readonly onAccept: (id: string) => void;
  readonly onLook: (id: string) => void;
  readonly onSilence: () => void;
}) {
  const { t } = useLanguage();
  const now = useNow();
  const first = ringing[0];
  const packet = usePacket(first?.id ?? null);
  if (!first) return null;
  const question = packet.data?.wants.question ?? first.preview?.text ?? '';
  return (
    <section className="ring" aria-label={t(deskText.ring.title)}>
      <span className="ring-bell" aria-hidden="true">
        <BellOutlined />
      </span>
      <div className="ring-body">
        <p className="ring-who" role="status">
          <span className="ring-name">{contactName(first.contact, t)}</span>
          <VerifiedMark verified={first.contact.verified} />
          {first.contact.tier && <span className="tier">{first.contact.tier}</span>}
          {first.mood && first.mood.emotion !== 'neutral' && (
            <MoodMark emotion={first.mood.emotion} intensity={first.mood.intensity} />
          )}
          <ReasonChips reasons={first.reasons} most={2} />
        </p>
        <p className="ring-question">{question}</p>
      </div>
      <div className="ring-side">
        <span className="ring-clock">
          {fill(t(deskText.list.waited), { time: clock(now - (first.waitingSince ?? now)) })}
        </span>
        {ringing.length > 1 && (
          <span className="soft">{fill(t(deskText.ring.more), { count: ringing.length - 1 })}</span>
        )}
        {blocked && <span className="ring-blocked">{t(deskText.ring.soundBlocked)}</span>}
      </div>
      <div className="ring-actions">
        <Tooltip title={<Key>M</Key>}>
          <Button type="text" onClick={onSilence}>
            {t(deskText.ring.mute)}
          </Button>
        </Tooltip>
        <Button className="ring-look" onClick={() => onLook(first.id)}>
          {t(deskText.ring.look)}
        </Button>
        <Tooltip title={<Key>A</Key>}>
          <Button type="primary" onClick={() => onAccept(first.id)}>
            {t(deskText.ring.accept)}
          </Button>
        </Tooltip>
      </div>
    </section>
  );
}
