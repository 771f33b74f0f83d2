import type { WidgetText } from '../../../core/text/widget.ts';
import type { OutboxItem } from '../outbox/item.ts';
import type { MessageRow } from '../timeline.ts';
import { AttachmentView, WaitingFileView } from './attachment.tsx';
import { useSay, useSurroundings } from './context.ts';
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
        {item?.state === 'failed' ? <Failed item={item} /> : (last || item) && <Progress item={item} />}
      </div>
    </div>
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
  return <p class="progress">{words}</p>;
}

const reasons: Partial<Record<string, WidgetText>> = {
  'too-large': 'tooLarge',
  'file-type-refused': 'fileRefused',
};

function Failed({ item }: { item: OutboxItem }) {
  const { messenger } = useSurroundings();
  const say = useSay();
  const refocus = useRefocus();
  const reason = reasons[item.code ?? ''];
  return (
    <p class="failed" role="alert">
      <span>{reason ? say(reason) : say('failed')}</span>
      <button type="button" class="link" onClick={refocus(() => messenger.resend(item.id))}>
        {say('resend')}
      </button>
      <button type="button" class="link" onClick={refocus(() => messenger.discard(item.id))}>
        {say('discard')}
      </button>
    </p>
  );
}
