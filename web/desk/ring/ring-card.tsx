import { BellOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { handoffReasonChip } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { contactName } from '../contact-name.ts';
import { usePacket } from '../context/use-packet.ts';
import { Key, MoodMark, VerifiedMark } from '../marks.tsx';
import { ReasonChips } from '../reason-chips.tsx';
import { useQueues } from '../routing/use-queues.ts';
import { WhyChip } from '../routing/why-chip.tsx';
import { SegmentMark } from '../segment-mark.tsx';
import { clock } from '../time.ts';
import { Countdown } from './countdown.tsx';
import { DeclineButton } from './decline-button.tsx';
import type { Ringing } from './ringing.ts';
import './ring.css';

const words = seatText.offer;

/** Who is offered: what they want in one line, how long they wait, why it is this agent, and the time left to say yes. */
export function RingCard({
  ringing,
  shown,
  blocked,
  declining,
  onDeclining,
  onAccept,
  onDecline,
  onNext,
  onLook,
  onSilence,
}: {
  readonly ringing: readonly Ringing[];
  /** Which of them the card shows. */
  readonly shown: Ringing | null;
  readonly blocked: boolean;
  readonly declining: boolean;
  readonly onDeclining: (open: boolean) => void;
  readonly onAccept: (id: string) => void;
  readonly onDecline: (ringing: Ringing, reason?: string) => void;
  readonly onNext: () => void;
  readonly onLook: (id: string) => void;
  readonly onSilence: () => void;
}) {
  const { t } = useLanguage();
  const packet = usePacket(shown?.summary.id ?? null);
  // Always there, so that whoever listens to the page hears who rings.
  const told = (
    <p className="unseen" role="status">
      {shown && (
        <Told summary={shown.summary} title={t(shown.until === null ? words.pullTitle : words.title)} />
      )}
    </p>
  );
  if (!shown) return told;
  const { summary, until } = shown;
  const question = packet.data?.wants.question ?? summary.preview?.text ?? '';
  const card = (
    <section
      className="ring"
      data-conversation={summary.id}
      aria-label={t(until === null ? words.pullTitle : words.title)}
    >
      {until !== null && summary.offer ? (
        <Countdown from={summary.offer.at} until={until} />
      ) : (
        <span className="ring-bell" aria-hidden="true">
          <BellOutlined />
        </span>
      )}
      <div className="ring-body">
        <p className="ring-who">
          <span className="ring-name">{contactName(summary.contact, t)}</span>
          <VerifiedMark verified={summary.contact.verified} />
          {summary.contact.tier && <span className="tier">{summary.contact.tier}</span>}
          <SegmentMark summary={summary} />
          {summary.mood && summary.mood.emotion !== 'neutral' && (
            <MoodMark emotion={summary.mood.emotion} intensity={summary.mood.intensity} />
          )}
          <ReasonChips reasons={summary.reasons} most={2} />
        </p>
        <p className="ring-question">{question}</p>
        <Facts summary={summary} />
      </div>
      <div className="ring-side">
        {ringing.length > 1 && (
          <button type="button" className="link" onClick={onNext}>
            {fill(t(words.more), { count: ringing.length - 1 })}
          </button>
        )}
        {blocked && <span className="ring-blocked">{t(words.soundBlocked)}</span>}
      </div>
      <div className="ring-actions">
        <Tooltip
          title={
            <>
              {t(words.silence)} <Key>M</Key>
            </>
          }
        >
          <Button type="text" className="ring-silence" onClick={onSilence}>
            {t(words.silence)}
          </Button>
        </Tooltip>
        <Button className="ring-look" onClick={() => onLook(summary.id)}>
          {t(words.look)}
        </Button>
        {until !== null && (
          <DeclineButton
            open={declining}
            onOpen={onDeclining}
            onDecline={(reason) => onDecline(shown, reason)}
          />
        )}
        <Button type="primary" aria-keyshortcuts="Enter" onClick={() => onAccept(summary.id)}>
          {t(words.accept)}
          <span aria-hidden="true">
            <Key>↵</Key>
          </span>
        </Button>
      </div>
    </section>
  );
  return (
    <>
      {told}
      {card}
    </>
  );
}

/** Who rings and why, in one sentence that does not change while it rings. */
function Told({ summary, title }: { readonly summary: ConversationSummary; readonly title: string }) {
  const { t } = useLanguage();
  const reasons = summary.reasons.map(({ code }) => t(handoffReasonChip[code])).join(' · ');
  return [title, contactName(summary.contact, t), reasons].filter((part) => part !== '').join(' · ');
}

/** Queue, waiting time, priority, and why it is this agent. */
function Facts({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const now = useNow();
  const queue = useQueues().find((one) => one.id === summary.queueId);
  return (
    <p className="ring-facts">
      {queue && <span>{t(queue.name)}</span>}
      <span className="figure">
        {fill(t(deskText.list.waited), { time: clock(now - (summary.waitingSince ?? now)) })}
      </span>
      {summary.priority > 0 && <span>{fill(t(words.priority), { priority: summary.priority })}</span>}
      {summary.leftMessage && (
        <span>
          {t(summary.leftMessage.way === 'callback' ? routingText.queue.callback : routingText.queue.message)}
        </span>
      )}
      <WhyChip conversationId={summary.id} />
    </p>
  );
}
