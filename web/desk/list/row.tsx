import { memo } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { useDraft } from '../composer/drafts.ts';
import { contactName } from '../contact-name.ts';
import { AssistantFace, MoodMark, PersonFace, VerifiedMark } from '../marks.tsx';
import { ReasonChips } from '../reason-chips.tsx';
import { useDesk } from '../store/use-desk.ts';
import { clock, fullStamp, span } from '../time.ts';
import { deadlineShare } from './views.ts';

/** CSS pixels, fixed so that the list never moves by itself. */
export function rowHeight(summary: ConversationSummary): number {
  return (hasThirdLine(summary) ? 80 : 59) + (summary.deadlineAt === null ? 0 : 6);
}

function hasThirdLine(summary: ConversationSummary): boolean {
  return summary.status === 'open' && summary.owner.kind !== 'assistant' && summary.reasons.length > 0;
}

/** One conversation of the list. */
export const Row = memo(function Row({
  summary,
  selected,
  onOpen,
}: {
  readonly summary: ConversationSummary;
  readonly selected: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useLanguage();
  const unread = useUnread(summary);
  const draft = useDraft(summary.id);
  const { preview } = summary;
  const who =
    preview?.by === 'agent'
      ? t(deskText.list.byAgent)
      : preview?.by === 'assistant'
        ? t(deskText.list.byAssistant)
        : '';
  const written = selected ? '' : draft.reply || draft.note;
  return (
    <button
      type="button"
      className={`row${selected ? ' row-selected' : ''}${unread > 0 ? ' row-unread' : ''}`}
      style={{ height: rowHeight(summary) }}
      aria-current={selected || undefined}
      data-conversation={summary.id}
      tabIndex={selected ? 0 : -1}
      onClick={() => onOpen(summary.id)}
    >
      <OwnerMark summary={summary} />
      <span className="row-body">
        <span className="row-line">
          <span className="row-name">{contactName(summary.contact, t)}</span>
          {summary.contact.verified && <VerifiedMark verified />}
          {summary.contact.tier && <span className="tier">{summary.contact.tier}</span>}
          <Waiting summary={summary} />
        </span>
        <span className="row-line">
          <span className="row-preview">
            {written !== '' && <span className="row-draft">[{t(deskText.composer.draftKept)}] </span>}
            {written || (preview ? who + preview.text : t(deskText.list.noMessage))}
          </span>
          {unread > 0 && <Unread count={unread} />}
          {!hasThirdLine(summary) && <RowMood summary={summary} />}
        </span>
        {hasThirdLine(summary) && (
          <span className="row-line">
            <RowMood summary={summary} />
            <ReasonChips reasons={summary.reasons} most={2} />
          </span>
        )}
      </span>
      <DeadlineBar summary={summary} />
    </button>
  );
});

/** Unread customer messages: counted where the log is at hand, else only known to exist. */
function useUnread(summary: ConversationSummary): number {
  const timeline = useDesk((state) => state.timelines.get(summary.id));
  if (summary.readSeq >= summary.lastSeq || summary.status === 'resolved') return 0;
  if (timeline && timeline.upTo >= summary.lastSeq) {
    let count = 0;
    for (let at = timeline.events.length - 1; at >= 0; at -= 1) {
      const event = timeline.events[at]!;
      if (event.seq <= summary.readSeq) break;
      if (event.kind === 'message-received') count += 1;
    }
    return count;
  }
  return summary.preview?.by === 'contact' ? Number.POSITIVE_INFINITY : 0;
}

function Unread({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  if (count === Number.POSITIVE_INFINITY) {
    return <span className="unread-dot" role="img" aria-label={t(deskText.list.unreadSome)} />;
  }
  return (
    <span className="unread" role="img" aria-label={fill(t(deskText.list.unread), { count })}>
      {count > 99 ? '99+' : count}
    </span>
  );
}

function RowMood({ summary }: { readonly summary: ConversationSummary }) {
  if (!summary.mood || summary.mood.emotion === 'neutral') return null;
  return <MoodMark emotion={summary.mood.emotion} intensity={summary.mood.intensity} />;
}

/** The customer's face with whose seat it is: the assistant's square, an agent's circle, the queue's empty ring. */
function OwnerMark({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const { owner } = summary;
  const agent = summary.agentName ?? t(deskText.timeline.somebody);
  const label =
    owner.kind === 'assistant'
      ? t(deskText.list.withAssistant)
      : owner.kind === 'queue'
        ? t(deskText.list.inQueue)
        : owner.kind === 'nobody'
          ? t(deskText.list.closed)
          : owner.agentId === me.id
            ? t(deskText.list.withMe)
            : fill(t(deskText.list.withAgent), { name: agent });
  return (
    <span className="row-owner" title={label}>
      <PersonFace name={contactName(summary.contact, t)} size={30} customer />
      <span className={`seat seat-${owner.kind}`} aria-hidden="true">
        {owner.kind === 'assistant' && <AssistantFace size={14} />}
        {owner.kind === 'agent' && <PersonFace name={agent} size={14} />}
      </span>
      <span className="unseen">{label}</span>
    </span>
  );
}

/** How long somebody has been waiting, ticking; where nobody waits, how long ago something was said. */
function Waiting({ summary }: { readonly summary: ConversationSummary }) {
  const { language, t } = useLanguage();
  const now = useNow();
  const since = summary.waitingSince ?? summary.customerWaitingSince;
  if (since !== null && summary.status === 'open') {
    const time = clock(now - since);
    const words = summary.waitingSince !== null ? deskText.list.waited : deskText.list.owesReply;
    const share = deadlineShare(summary, now);
    const tone = share === null || share < 0.7 ? '' : share < 1 ? ' due' : ' overdue';
    return (
      <span className={`row-clock${tone}`} title={fill(t(words), { time })}>
        {time}
      </span>
    );
  }
  const at = summary.preview?.at ?? summary.updatedAt;
  return (
    <span className="row-clock row-ago" title={fullStamp(at, language)}>
      {span(now - at, language)}
    </span>
  );
}

function DeadlineBar({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const now = useNow();
  const share = deadlineShare(summary, now);
  if (share === null || summary.deadlineAt === null) return null;
  const left = summary.deadlineAt - now;
  const label =
    left > 0
      ? fill(t(deskText.list.deadline), { time: clock(left) })
      : fill(t(deskText.list.overdue), { time: clock(-left) });
  const tone = share < 0.7 ? 'calm' : share < 1 ? 'due' : 'overdue';
  return (
    <span className={`deadline deadline-${tone}`} title={label}>
      <span style={{ transform: `scaleX(${share})` }} />
      <span className="unseen">{label}</span>
    </span>
  );
}
