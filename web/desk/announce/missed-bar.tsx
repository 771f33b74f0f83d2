import { Button } from 'antd';
import { deskText } from '../../../core/text/desk.ts';
import { seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Actions } from '../actions/use-actions.ts';
import { contactName } from '../contact-name.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';

/** A place that is always there, so that whoever listens to the page hears what appears in it. */
export function MissedBar(needs: {
  readonly actions: Actions;
  readonly onLook: (conversationId: string) => void;
}) {
  return (
    <div role="status">
      <Missed {...needs} />
    </div>
  );
}

/** Says which offers ran out unanswered, and, when the system has therefore set the agent away, leads back in one tap. */
function Missed({
  actions,
  onLook,
}: {
  readonly actions: Actions;
  readonly onLook: (conversationId: string) => void;
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const me = useDesk((state) => state.me);
  const summaries = useDesk((state) => state.summaries);
  const missed = useDesk((state) => state.announcements).filter((one) => one.kind === 'missed');
  const setAway = me.presence === 'away' && me.awayReason === 'missed-offers';
  if (missed.length === 0 && !setAway) return null;
  const dismiss = () => {
    for (const one of missed) desk.told(one.key);
  };
  const last = missed.at(-1);
  const contact = last && summaries.get(last.conversationId)?.contact;
  return (
    <div className="told">
      <p>
        {setAway
          ? t(seatText.status.setAway)
          : missed.length === 1 && contact
            ? fill(t(seatText.offer.missed), { name: contactName(contact, t) })
            : fill(t(seatText.offer.missedMany), { count: missed.length })}
      </p>
      {setAway && (
        <Button
          size="small"
          type="primary"
          onClick={() => {
            dismiss();
            void actions.setStatus('online');
          }}
        >
          {t(seatText.status.backOnline)}
        </Button>
      )}
      {last && missed.length === 1 && (
        <button type="button" className="link" onClick={() => onLook(last.conversationId)}>
          {t(seatText.offer.missedLook)}
        </button>
      )}
      {!setAway && (
        <button type="button" className="link" onClick={dismiss}>
          {t(deskText.app.dismiss)}
        </button>
      )}
    </div>
  );
}
