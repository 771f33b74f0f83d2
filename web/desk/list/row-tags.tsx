import { AlertOutlined, MailOutlined, PhoneOutlined } from '@ant-design/icons';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { alertWord, routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useSlowNow } from '../clock.ts';
import { useDesk } from '../store/use-desk.ts';
import { dayOf, sameDay, timeOfDay } from '../time.ts';

const words = routingText.queue;

/** What sets a conversation apart from the rest: an alert, a message left behind, a callback, an offer that stands. */
export function RowTags({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const { alert, leftMessage, offer } = summary;
  return (
    <>
      {alert && (
        <span className="tag tag-alert">
          <AlertOutlined aria-hidden="true" /> {t(alertWord[alert.why])}
        </span>
      )}
      {leftMessage && <LeftTag left={leftMessage} />}
      {offer && <OfferTag agentId={offer.agentId} />}
    </>
  );
}

function LeftTag({ left }: { readonly left: NonNullable<ConversationSummary['leftMessage']> }) {
  const { language, t } = useLanguage();
  const now = useSlowNow();
  if (left.way === 'message') {
    return (
      <span className="tag" title={t(words.messageHelp)}>
        <MailOutlined aria-hidden="true" /> {t(words.message)}
      </span>
    );
  }
  const at = left.slotFrom;
  const time =
    at === null
      ? null
      : `${sameDay(at, now) ? '' : `${dayOf(at, now, language)} `}${timeOfDay(at, language)}`;
  return (
    <span className={at !== null && at <= now ? 'tag tag-alert' : 'tag'} title={t(words.callbackHelp)}>
      <PhoneOutlined aria-hidden="true" /> {time ? fill(t(words.callbackAt), { time }) : t(words.callback)}
    </span>
  );
}

function OfferTag({ agentId }: { readonly agentId: string }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const colleague = useDesk((state) => state.colleagues.get(agentId));
  const mine = agentId === me.id;
  const name = colleague?.name ?? t(deskText.timeline.somebody);
  return (
    <span className={mine ? 'tag tag-mine' : 'tag'}>
      {mine ? t(words.offeredMe) : fill(t(words.offeredTo), { name })}
    </span>
  );
}
