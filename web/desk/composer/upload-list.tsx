import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import { passesByItself } from '../store/outbox.ts';
import { fileSize } from '../time.ts';
import { removeUpload, type Upload, uploadAgain } from './uploads.ts';

/** The files of the next reply, each with its progress or what went wrong. */
export function UploadList({
  conversationId,
  uploads,
}: {
  readonly conversationId: string;
  readonly uploads: readonly Upload[];
}) {
  const { t } = useLanguage();
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads">
      {uploads.map((upload) => (
        <li key={upload.key} className={upload.error ? 'upload upload-failed' : 'upload'}>
          <PaperClipOutlined aria-hidden="true" />
          <span className="file-name">{upload.name}</span>
          <span className="soft upload-state">
            {upload.error
              ? `${t(deskText.composer.uploadFailed)} · ${upload.error.message}`
              : upload.attachment
                ? fileSize(upload.size)
                : `${Math.round(upload.progress * 100)}%`}
          </span>
          {upload.error && passesByItself(upload.error.code) && (
            <button type="button" className="link" onClick={() => uploadAgain(conversationId, upload)}>
              {t(deskText.composer.uploadAgain)}
            </button>
          )}
          <button
            type="button"
            className="plain"
            aria-label={`${t(deskText.composer.remove)} ${upload.name}`}
            onClick={() => removeUpload(conversationId, upload.key)}
          >
            <CloseOutlined />
          </button>
          {!upload.attachment && !upload.error && (
            <span
              className="upload-bar"
              style={{ transform: `scaleX(${upload.progress})` }}
              aria-hidden="true"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
