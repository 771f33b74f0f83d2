import { PaperClipOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Attachment } from '../../../core/terms/attachment.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { fileSize } from '../time.ts';
import { MarkdownView } from './markdown-view.tsx';

/** Characters beyond which a message is folded, and how many of them stay in view. */
const foldFrom = 1500;
const foldTo = 900;

/** The words of a message: people's as they typed them, the assistant's with its Markdown. Long ones are folded. */
export function MessageText({ text, markdown }: { readonly text: string; readonly markdown: boolean }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const long = text.length > foldFrom;
  const shown = long && !open ? `${text.slice(0, foldTo)}…` : text;
  if (text === '') return null;
  return (
    <>
      {markdown ? <MarkdownView text={shown} /> : <div className="words">{shown}</div>}
      {long && (
        <button type="button" className="unfold" onClick={() => setOpen(!open)}>
          {open ? t(deskText.timeline.showLess) : fill(t(deskText.timeline.showAll), { count: text.length })}
        </button>
      )}
    </>
  );
}

/** Pictures that the browser may draw safely; everything else is a file to download. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <div className="attachments">
      {attachments.map((attachment) => {
        const address = `/api/attachments/${encodeURIComponent(attachment.id)}`;
        return pictures.has(attachment.mediaType) ? (
          <a key={attachment.id} href={address} target="_blank" rel="noreferrer" className="picture">
            <img src={address} alt={attachment.name} loading="lazy" width={240} height={160} />
          </a>
        ) : (
          <a key={attachment.id} href={address} download={attachment.name} className="file">
            <PaperClipOutlined aria-hidden="true" />
            <span className="file-name">{attachment.name}</span>
            <span className="soft">{fileSize(attachment.size)}</span>
          </a>
        );
      })}
    </div>
  );
}
