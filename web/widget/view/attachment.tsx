import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../../core/terms/attachment.ts';
import type { WaitingFile } from '../outbox/item.ts';
import { useSay, useSurroundings } from './context.ts';
import { FileIcon } from './icons.tsx';
import { fileSize } from './time.ts';

/** Pictures that a browser draws without running anything; SVG is not among them. */
const drawable = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']);

/** The bytes are fetched with the customer's token, so the address alone opens nothing to anybody. */
export function AttachmentView({ attachment }: { attachment: Attachment }) {
  const { messenger } = useSurroundings();
  const say = useSay();
  const picture = drawable.has(attachment.mediaType);
  const [address, setAddress] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!picture) return;
    let made: string | null = null;
    let gone = false;
    messenger.attachment(attachment.id).then(
      (bytes) => {
        if (gone) return;
        made = URL.createObjectURL(new Blob([bytes], { type: attachment.mediaType }));
        setAddress(made);
      },
      () => setMissing(true),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [attachment.id, attachment.mediaType, picture, messenger]);
  if (picture && !missing)
    return (
      <a class="picture" href={address ?? undefined} target="_blank" rel="noopener">
        {address && <img src={address} alt={attachment.name} />}
      </a>
    );
  return (
    <button
      type="button"
      class="file"
      onClick={async () => {
        const bytes = await messenger.attachment(attachment.id).catch(() => null);
        if (bytes) save(bytes, attachment.name);
      }}
    >
      <FileIcon />
      <span class="unseen">{say('download', { name: '' })}</span>
      <span class="file-name">{attachment.name}</span>
      <span class="file-size">{missing ? say('imageMissing') : fileSize(attachment.size)}</span>
    </button>
  );
}

export function WaitingFileView({ file }: { file: WaitingFile }) {
  return (
    <p class="file">
      <FileIcon />
      <span class="file-name">{file.name}</span>
      <span class="file-size">{fileSize(file.size)}</span>
    </p>
  );
}

/** Saves without ever opening: what a stranger sent is not shown in the page's own origin. */
function save(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
