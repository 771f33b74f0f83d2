import { memo } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import { Translated } from '../assist/translated.tsx';
import { AssistantFace, MoodMark, PersonFace } from '../marks.tsx';
import { fullStamp, timeOfDay } from '../time.ts';
import { Attachments } from './attachments.tsx';
import { Citations } from './citations.tsx';
import { Explanation } from './explanation.tsx';
import type { Item } from './items.ts';
import { MessageText } from './message-body.tsx';

/** One message. The customer sits on the left; on the right the assistant's square and the human's circle. */
export const Message = memo(function Message({ item, contactName }: MessageProps) {
  const { language, t } = useLanguage();
  const { event, seat, follows, perceived, decided } = item;
  const name =
    seat === 'contact'
      ? contactName
      : event.actor.kind === 'agent'
        ? event.actor.name
        : t(deskText.timeline.assistant);
  const sent = event.kind === 'message-sent' ? event.body : null;
  const mood = perceived && perceived.body.emotion !== 'neutral' ? perceived.body : null;
  return (
    <article className={`message message-${seat}${follows ? ' message-follows' : ''}`} data-seq={event.seq}>
      {!follows && (
        <header>
          {seat === 'assistant' ? (
            <AssistantFace />
          ) : (
            <PersonFace name={name} customer={seat === 'contact'} />
          )}
          <span className="message-name">{name}</span>
          <time dateTime={new Date(event.at).toISOString()} title={fullStamp(event.at, language)}>
            {timeOfDay(event.at, language)}
          </time>
        </header>
      )}
      <div className="message-line">
        <div className="bubble" title={follows ? fullStamp(event.at, language) : undefined}>
          <MessageText text={event.body.text} markdown={seat === 'assistant'} />
          <Attachments attachments={event.body.attachments ?? []} />
          {sent?.choices && sent.choices.length > 0 && (
            <div className="choices">
              {sent.choices.map((choice) => (
                <span key={choice}>{choice}</span>
              ))}
            </div>
          )}
        </div>
        {mood && <MoodMark emotion={mood.emotion} intensity={mood.intensity} />}
      </div>
      {seat === 'contact' && perceived && (
        <Translated
          conversationId={event.conversationId}
          text={event.body.text}
          from={perceived.body.language}
        />
      )}
      {(sent?.citations?.length || decided || sent?.offersHuman) && (
        <footer>
          <Citations citations={sent?.citations ?? []} />
          {sent?.offersHuman && <span className="soft">{t(deskText.timeline.offersHuman)}</span>}
          {decided && <Explanation decided={decided} />}
        </footer>
      )}
    </article>
  );
}, sameMessage);

interface MessageProps {
  readonly item: Extract<Item, { kind: 'message' }>;
  readonly contactName: string;
}

/** Items are read afresh from the log with every event; a message is drawn again only when something in it differs. */
function sameMessage(before: MessageProps, after: MessageProps): boolean {
  return (
    before.contactName === after.contactName &&
    before.item.event === after.item.event &&
    before.item.follows === after.item.follows &&
    before.item.perceived === after.item.perceived &&
    before.item.decided === after.item.decided
  );
}
