import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useRef } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { Key } from '../marks.tsx';
import { sendWord } from './composer-tabs.tsx';
import type { Draft } from './drafts.ts';

/** The line under the field: files and help on the left, what hinders, and the button that sends. */
export function ComposerFoot({
  kind,
  tooLong,
  dragging,
  uploading,
  disabled,
  onFiles,
  onSend,
  children,
}: {
  readonly kind: Draft['kind'];
  readonly tooLong: { readonly limit: number; readonly count: number } | null;
  readonly dragging: boolean;
  readonly uploading: boolean;
  readonly disabled: boolean;
  readonly onFiles: (files: FileList | null) => void;
  readonly onSend: () => void;
  /** Help with a reply. */
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="composer-foot">
      {kind === 'reply' ? (
        <Tooltip title={t(deskText.composer.attach)}>
          <Button
            type="text"
            size="small"
            icon={<PaperClipOutlined />}
            aria-label={t(deskText.composer.attach)}
            onClick={() => picker.current?.click()}
          />
        </Tooltip>
      ) : (
        <span className="soft composer-hint">
          {t(kind === 'whisper' ? routingText.whisper.hint : deskText.timeline.noteHint)}
        </span>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = '';
        }}
      />
      {children}
      {tooLong && (
        <span className="too-long" role="alert">
          {fill(t(deskText.composer.tooLong), tooLong)}
        </span>
      )}
      {dragging && <span className="soft">{t(deskText.composer.dropHere)}</span>}
      <Tooltip title={uploading ? t(deskText.composer.uploading) : <Key>Enter</Key>}>
        <Button type="primary" size="small" className="send" disabled={disabled} onClick={onSend}>
          {t(sendWord[kind])}
        </Button>
      </Tooltip>
    </div>
  );
}
