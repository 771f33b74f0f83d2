import { PaperClipOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Attachment } from '../../../core/terms/attachment.ts';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import { fileSize } from '../time.ts';

/** Pictures that the browser may draw safely; everything else is a file to download. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

const addressOf = ({ id }: Attachment) => `/api/attachments/${encodeURIComponent(id)}`;

/** What came with a message: pictures drawn, files with their size. */
export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <div className="attachments">
      {attachments.map((attachment) =>
        pictures.has(attachment.mediaType) ? (
          <Picture key={attachment.id} attachment={attachment} />
        ) : (
          <File key={attachment.id} attachment={attachment} />
        ),
      )}
    </div>
  );
}

/** Its place is kept while it loads; what cannot be drawn is told as a file. */
function Picture({ attachment }: { readonly attachment: Attachment }) {
  const { t } = useLanguage();
  const [state, setState] = useState<'loading' | 'drawn' | 'missing'>('loading');
  if (state === 'missing') return <File attachment={attachment} remark={t(deskText.timeline.noPicture)} />;
  return (
    <a
      href={addressOf(attachment)}
      target="_blank"
      rel="noreferrer"
      className={state === 'loading' ? 'picture picture-loading' : 'picture'}
      title={attachment.name}
    >
      <img
        src={addressOf(attachment)}
        alt={attachment.name}
        loading="lazy"
        onLoad={() => setState('drawn')}
        onError={() => setState('missing')}
      />
    </a>
  );
}

function File({ attachment, remark }: { readonly attachment: Attachment; readonly remark?: string }) {
  return (
    <a href={addressOf(attachment)} download={attachment.name} className="file" title={attachment.name}>
      <PaperClipOutlined aria-hidden="true" />
      <span className="file-name">{attachment.name}</span>
      <span className="soft">{remark ?? fileSize(attachment.size)}</span>
    </a>
  );
}
