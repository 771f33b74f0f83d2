import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { contactName } from '../contact-name.ts';
import { AssistantFace } from '../marks.tsx';
import { useDesk } from '../store/use-desk.ts';
import { OutgoingView } from './outgoing.tsx';
import { Timeline } from './timeline.tsx';

/** The timeline with what is on its way below it: words being written, one's own that are not in the log yet. */
export function Log({
  summary,
  readAtOpening,
}: {
  readonly summary: ConversationSummary;
  readonly readAtOpening: number | null;
}) {
  const { t } = useLanguage();
  const timeline = useDesk((state) => state.timelines.get(summary.id));
  const outbox = useDesk((state) => state.outbox);
  const writing = useDesk((state) => state.writing.get(summary.id));
  const typing = useTypingNow(summary.id);
  const onItsWay = outbox.filter((one) => one.conversationId === summary.id);
  const tail = `${onItsWay.map((one) => one.id + one.state).join()}|${writing?.text.length ?? 0}|${typing?.by ?? ''}`;
  return (
    <Timeline
      conversationId={summary.id}
      events={timeline?.events ?? []}
      contactName={contactName(summary.contact, t)}
      unreadAfter={readAtOpening}
      tail={tail}
    >
      {writing && <Writing text={writing.text} />}
      {onItsWay.map((one) => (
        <OutgoingView key={one.id} outgoing={one} />
      ))}
      {typing && <Typing by={typing.by} name={typing.name || contactName(summary.contact, t)} />}
    </Timeline>
  );
}

/** Who is typing now; a sign that was not repeated fades. */
function useTypingNow(conversationId: string) {
  const typing = useDesk((state) => state.typing.get(conversationId));
  const me = useDesk((state) => state.me);
  useNow();
  if (!typing || typing.until < Date.now() || typing.by === 'assistant') return null;
  return typing.by === 'agent' && typing.name === me.name ? null : typing;
}

function Writing({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  return (
    // Not word by word to who listens: the finished message is told.
    <article className="message message-assistant message-writing" aria-live="off">
      <header>
        <AssistantFace />
        <span className="message-name">{t(deskText.timeline.writing)}</span>
      </header>
      <div className="message-line">
        <div className="bubble">
          <div className="words">{text}</div>
        </div>
      </div>
    </article>
  );
}

function Typing({ by, name }: { readonly by: string; readonly name: string }) {
  const { t } = useLanguage();
  return (
    <p className={`typing typing-${by}`} aria-live="off">
      <span className="typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {fill(t(deskText.timeline.typing), { name })}
    </p>
  );
}
