import { LockOutlined } from '@ant-design/icons';
import { memo } from 'react';
import type { ConversationEvent, EventOf } from '../../../core/terms/event.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { dispositionWord, noticeWord } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { ReasonChips } from '../reason-chips.tsx';
import { fullStamp, timeOfDay } from '../time.ts';
import { Explanation } from './explanation.tsx';
import type { Item } from './items.ts';

type Translate = (entry: Bilingual) => string;

function nameOf(event: ConversationEvent, t: Translate): string {
  if (event.actor.kind === 'agent') return event.actor.name;
  if (event.actor.kind === 'assistant') return t(deskText.timeline.assistant);
  if (event.actor.kind === 'contact') return t(deskText.timeline.customer);
  return t(deskText.timeline.system);
}

/** The sentence of an event that is no message; null when there is nothing to say. */
function sentenceOf(event: ConversationEvent, t: Translate): string | null {
  const words = deskText.timeline;
  switch (event.kind) {
    case 'conversation-opened':
      return t(words.opened);
    case 'handoff-requested':
      return t(words.requested[event.body.by]);
    case 'queued':
      return t(words.queued);
    case 'assigned':
      return fill(t(words.assigned), { name: event.body.agentName });
    case 'transferred':
      return fill(t(words.transferred), { from: nameOf(event, t), to: event.body.toAgentName });
    case 'returned-to-assistant':
      return fill(t(words.returned), { name: nameOf(event, t) });
    case 'notice-given':
      return t(noticeWord[event.body.code]);
    case 'resolved': {
      const disposition = t(dispositionWord[event.body.disposition]);
      return event.actor.kind === 'system'
        ? fill(t(words.resolvedBySystem), { disposition })
        : fill(t(words.resolved), { name: nameOf(event, t), disposition });
    }
    case 'reopened':
      return t(words.reopened);
    case 'rated':
      return fill(t(words.rated), { score: event.body.score });
    default:
      return null;
  }
}

function wordsOf(event: ConversationEvent): string {
  switch (event.kind) {
    case 'transferred':
    case 'returned-to-assistant':
    case 'resolved':
      return event.body.note;
    case 'rated':
      return event.body.comment;
    default:
      return '';
  }
}

/** That the customer asked is what the line itself says, so its chip would only repeat it. */
function reasonsBeside(event: EventOf<'handoff-requested'>) {
  return event.body.reasons.filter(
    (reason) => event.body.by !== 'contact' || reason.code !== 'customer-asked',
  );
}

/** A visible line where something changed: who holds the conversation, and why. */
export const Line = memo(function Line({ item }: { readonly item: Extract<Item, { kind: 'line' }> }) {
  const { language, t } = useLanguage();
  const { event } = item;
  const sentence = sentenceOf(event, t);
  if (sentence === null) return null;
  const words = wordsOf(event);
  const seat = event.kind === 'assigned' || event.kind === 'transferred' ? ' line-human' : '';
  return (
    <div className={`line${seat}`} data-kind={event.kind}>
      <p>
        <span>{sentence}</span>
        <time dateTime={new Date(event.at).toISOString()} title={fullStamp(event.at, language)}>
          {timeOfDay(event.at, language)}
        </time>
        {event.kind === 'handoff-requested' && <ReasonChips reasons={reasonsBeside(event)} opens />}
        {item.decided && <Explanation decided={item.decided} />}
      </p>
      {words !== '' && <p className="line-words">{event.kind === 'rated' ? `“${words}”` : words}</p>}
    </div>
  );
});

/** What colleagues tell each other, on its own ground. */
export const Note = memo(function Note({ event }: { readonly event: EventOf<'note-added'> }) {
  const { language, t } = useLanguage();
  return (
    <article className="note" data-seq={event.seq}>
      <header>
        <LockOutlined aria-hidden="true" />
        <span>
          {t(deskText.timeline.note)} · {nameOf(event, t)}
        </span>
        <time dateTime={new Date(event.at).toISOString()} title={fullStamp(event.at, language)}>
          {timeOfDay(event.at, language)}
        </time>
      </header>
      <div className="words">{event.body.text}</div>
    </article>
  );
});
