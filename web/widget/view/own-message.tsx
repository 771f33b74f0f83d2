import type { WidgetText } from '../../../core/text/widget.ts';
import type { LeftDetails, OutboxItem } from '../outbox/item.ts';
import type { MessageRow } from '../timeline.ts';
import { slotWords } from '../when.ts';
import { AttachmentView, WaitingFileView } from './attachment.tsx';
import { useSay, useSurroundings } from './context.ts';
import { CalendarIcon, NoteIcon } from './icons.tsx';
import { stamp } from './time.ts';
import { useRefocus } from './use-refocus.ts';

/** The customer's own words, exactly as written, and how far they have come. */
export function OwnMessage({ row, last }: { row: MessageRow; last: boolean }) {
  const { state } = useSurroundings();
  const say = useSay();
  const { item } = row;
  return (
    <div class={`message own ${row.startsRun ? 'starts' : ''}`}>
      <div class="said" title={stamp(row.at, state.language)}>
        {row.text !== '' && (
          <p class="bubble">
            <span class="unseen">{say('says', { name: say('you') })}</span>
            {row.text}
          </p>
        )}
        {row.attachments.map((attachment) => (
          <AttachmentView key={attachment.id} attachment={attachment} />
        ))}
        {item?.files.map((file) => (
          <WaitingFileView key={file.name + file.size} file={file} />
        ))}
        {row.left && <LeftAs left={row.left} at={row.at} />}
        {item?.state === 'failed' ? <Failed item={item} /> : (last || item) && <Progress item={item} />}
      </div>
    </div>
  );
}

/** The words were left for somebody who is not there yet: how they come back to the customer. */
function LeftAs({ left, at }: { left: LeftDetails; at: number }) {
  const { language } = useSurroundings().state;
  const say = useSay();
  const { way, phone, email, slot } = left;
  const callback = way === 'callback';
  const parts = [
    say(callback ? 'leftAsCallback' : 'leftAs'),
    slot && slotWords(slot, Math.max(at, Date.now()), language),
    phone ?? email,
  ];
  return (
    <p class="left-as">
      {callback ? <CalendarIcon /> : <NoteIcon />}
      <span>{parts.filter((part) => part !== undefined).join(' · ')}</span>
    </p>
  );
}

function Progress({ item }: { item: OutboxItem | undefined }) {
  const { state } = useSurroundings();
  const say = useSay();
  const share = item ? state.progress[item.id] : undefined;
  const stuck = !state.online || state.trouble === 'unreachable' || state.phase === 'starting';
  const words =
    item === undefined || item.state === 'sent'
      ? say('sent')
      : stuck
        ? say('waitingForNetwork')
        : share !== undefined && share < 1
          ? say('uploading', { percent: Math.round(share * 100) })
          : say('sending');
  // Who writes knows that they sent it: only a failure is news.
  return (
    <p class="progress" aria-live="off">
      {words}
    </p>
  );
}

const reasons: Partial<Record<string, WidgetText>> = {
  'too-large': 'tooLarge',
  'file-type-refused': 'fileRefused',
};

function Failed({ item }: { item: OutboxItem }) {
  const { messenger } = useSurroundings();
  const say = useSay();
  const refocus = useRefocus();
  const gone = item.left?.slot !== undefined && item.left.slot.from <= Date.now();
  const reason = gone ? 'slotGone' : reasons[item.code ?? ''];
  return (
    <p class="failed" role="alert">
      <span>{reason ? say(reason) : say('failed')}</span>
      {item.left && (
        <button type="button" class="link" onClick={() => messenger.changeLeft(item.id)}>
          {say('change')}
        </button>
      )}
      {!reason && (
        <button type="button" class="link" onClick={refocus(() => messenger.resend(item.id))}>
          {say('resend')}
        </button>
      )}
      <button type="button" class="link" onClick={refocus(() => messenger.discard(item.id))}>
        {say('discard')}
      </button>
    </p>
  );
}
