import { EyeInvisibleOutlined, LockOutlined } from '@ant-design/icons';
import { memo } from 'react';
import type { EventOf } from '../../../core/terms/event.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { fullStamp, timeOfDay } from '../time.ts';
import { nameOf } from './line-words.ts';

/** What colleagues tell each other, on its own ground; a supervisor's whisper on another. */
export const Note = memo(function Note({ event }: { readonly event: EventOf<'note-added'> }) {
  const { language, t } = useLanguage();
  const { whisper } = event.body;
  const from = nameOf(event, t);
  return (
    <article className={whisper ? 'note whisper' : 'note'} data-seq={event.seq}>
      <header>
        {whisper ? <EyeInvisibleOutlined aria-hidden="true" /> : <LockOutlined aria-hidden="true" />}
        <span>
          {whisper ? fill(t(routingText.whisper.label), { from }) : `${t(deskText.timeline.note)} · ${from}`}
        </span>
        <time dateTime={new Date(event.at).toISOString()} title={fullStamp(event.at, language)}>
          {timeOfDay(event.at, language)}
        </time>
        {whisper && <span className="whisper-hint">{t(routingText.whisper.hint)}</span>}
      </header>
      <div className="words">{event.body.text}</div>
    </article>
  );
});
