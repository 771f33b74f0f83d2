import { memo } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { hasWords, useDraft } from '../composer/drafts.ts';
import { contactName } from '../contact-name.ts';
import { MoodMark, VerifiedMark } from '../marks.tsx';
import { ReasonChips } from '../reason-chips.tsx';
import { SlaBar } from '../sla/sla-bar.tsx';
import { useDesk } from '../store/use-desk.ts';
import { OwnerMark } from './owner-mark.tsx';
import { RowTags } from './row-tags.tsx';
import { Waiting } from './waiting.tsx';

/** CSS pixels, fixed so that the list never moves by itself. */
export function rowHeight(summary: ConversationSummary): number {
  return (hasThirdLine(summary) ? 80 : 59) + (hasBar(summary) ? 7 : 0);
}

const hasBar = (summary: ConversationSummary) => summary.status === 'open' && summary.clocks.length > 0;

/** What stands before the reasons leaves less room for them. */
const isTagged = ({ offer, alert, leftMessage }: ConversationSummary) =>
  offer !== null || alert !== null || leftMessage !== null;

function hasThirdLine(summary: ConversationSummary): boolean {
  if (summary.status !== 'open' || summary.owner.kind === 'assistant') return false;
  return summary.reasons.length > 0 || isTagged(summary);
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
  const written = selected || !hasWords(draft) ? '' : draft.reply || draft.note || draft.whisper;
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
            <RowTags summary={summary} />
            <ReasonChips reasons={summary.reasons} most={isTagged(summary) ? 1 : 2} />
          </span>
        )}
      </span>
      {hasBar(summary) && <SlaBar clocks={summary.clocks} />}
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
