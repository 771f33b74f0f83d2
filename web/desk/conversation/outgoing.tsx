import { ExclamationCircleFilled } from '@ant-design/icons';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import { drafts } from '../composer/drafts.ts';
import type { Outgoing } from '../store/outbox.ts';
import { useDeskStore } from '../store/use-desk.ts';
import { Attachments } from './attachments.tsx';
import { MessageText } from './message-body.tsx';

const looks = { reply: 'message message-agent', note: 'note', whisper: 'note whisper' } as const;

/** A reply, note or whisper that is not in the log yet: on its way, or failed and one click from being sent again. */
export function OutgoingView({ outgoing }: { readonly outgoing: Outgoing }) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const failed = outgoing.state === 'failed';
  return (
    // Who writes knows the words, and the log tells them when they are there: only a failure is news.
    <article
      className={`${looks[outgoing.kind]} outgoing${failed ? ' outgoing-failed' : ''}`}
      aria-live="off"
    >
      <div className={outgoing.kind === 'reply' ? 'bubble' : ''}>
        <MessageText text={outgoing.text} markdown={false} />
        <Attachments attachments={outgoing.attachments} />
      </div>
      <footer aria-live={failed ? 'polite' : 'off'}>
        {failed ? (
          <>
            <span className="failed">
              <ExclamationCircleFilled aria-hidden="true" /> {t(deskText.timeline.failed)}
              {outgoing.error?.message ? ` · ${outgoing.error.message}` : ''}
            </span>
            <button type="button" className="link" onClick={() => desk.delivery.resend(outgoing.id)}>
              {t(deskText.timeline.resend)}
            </button>
            <button
              type="button"
              className="link"
              onClick={() => {
                drafts.set(outgoing.conversationId, { kind: outgoing.kind, [outgoing.kind]: outgoing.text });
                desk.delivery.discard(outgoing.id);
              }}
            >
              {t(deskText.timeline.discard)}
            </button>
          </>
        ) : (
          <span className="soft">{t(deskText.timeline.sending)}</span>
        )}
      </footer>
    </article>
  );
}
