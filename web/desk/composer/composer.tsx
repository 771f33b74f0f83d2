import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConversationSummary, SuggestedReply } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { api } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { Key } from '../marks.tsx';
import { plainText } from '../plain-text.ts';
import { useDeskStore } from '../store/use-desk.ts';
import { type CannedReply, cannedReplies, slashQuery } from './canned.ts';
import { ComposerTabs, kindsFor, kindWord, placeholderOf, sendWord } from './composer-tabs.tsx';
import { drafts, useDraft } from './drafts.ts';
import { claimFocus } from './focus.ts';
import { SlashMenu } from './slash-menu.tsx';
import { UploadList } from './upload-list.tsx';
import { addFiles, clearUploads, useUploads } from './uploads.ts';
import { useTyping } from './use-typing.ts';

/** Characters, as the server allows. */
const longest = 10_000;
/** CSS pixels. */
const tallest = 240;

/** Where replies and notes are written. Unmounted and mounted again for every conversation (give it a `key`). */
export function Composer({
  summary,
  mayReply,
  mayWhisper,
  suggestions,
}: {
  readonly summary: ConversationSummary;
  /** False: only a note may be written here. */
  readonly mayReply: boolean;
  /** A supervisor beside a colleague's conversation. */
  readonly mayWhisper: boolean;
  readonly suggestions: readonly SuggestedReply[];
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const conversationId = summary.id;
  const draft = useDraft(conversationId);
  const kinds = kindsFor(mayReply, mayWhisper);
  const kind = kinds.includes(draft.kind) ? draft.kind : kinds[0]!;
  const text = draft[kind];
  const uploads = useUploads(conversationId);
  const { typed, stopped } = useTyping(conversationId);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const [closedMenu, setClosedMenu] = useState<string | null>(null);
  const [choice, setChoice] = useState(0);

  const query = kind === 'reply' ? slashQuery(text) : null;
  const menuOpen = query !== null && closedMenu !== text;
  const found = useQuery({
    queryKey: ['suggestions', conversationId, query],
    enabled: menuOpen && query !== null && query.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const answer = await api.get<{ suggestions: readonly SuggestedReply[] }>(
        `/api/conversations/${conversationId}/suggestions?text=${encodeURIComponent(query ?? '')}`,
        signal,
      );
      return answer.suggestions.map((one) => ({ ...one, text: plainText(one.text) }));
    },
  });
  const replies = menuOpen
    ? cannedReplies(
        query ?? '',
        found.data ?? [],
        suggestions,
        Object.values(deskText.canned).map((entry) => entry[summary.language]),
      )
    : [];
  const chosen = Math.min(choice, Math.max(0, replies.length - 1));

  const sentUploads = uploads.flatMap((upload) => upload.attachment ?? []);
  const uploading = uploads.some((upload) => !upload.attachment && !upload.error);
  const tooLong = text.length > longest;
  const empty = text.trim() === '' && (kind !== 'reply' || sentUploads.length === 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the area grows with its text
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(tallest, element.scrollHeight)}px`;
  }, [text, kind]);

  useEffect(() => {
    if (claimFocus(conversationId)) area.current?.focus({ preventScroll: true });
  }, [conversationId]);

  const write = (next: string) => {
    drafts.set(conversationId, { kind, [kind]: next });
    setChoice(0);
    if (kind === 'reply' && next !== '' && !next.startsWith('/')) typed();
  };

  const send = () => {
    if (empty || tooLong || uploading) return;
    stopped();
    desk.delivery.send(conversationId, kind, text.trim(), kind === 'reply' ? sentUploads : []);
    drafts.set(conversationId, { [kind]: '' });
    if (kind === 'reply') clearUploads(conversationId);
    area.current?.focus();
  };

  const take = (reply: CannedReply) => {
    drafts.set(conversationId, { kind: 'reply', reply: reply.text });
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a pinyin word is being composed, Enter chooses it and nothing else.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (menuOpen && replies.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setChoice((chosen + (event.key === 'ArrowDown' ? 1 : replies.length - 1)) % replies.length);
        return;
      }
      if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
        event.preventDefault();
        take(replies[chosen]!);
        return;
      }
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (menuOpen) setClosedMenu(text);
      else area.current?.blur();
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      send();
    }
  };

  const add = (files: FileList | null | undefined) => {
    if (!files || files.length === 0 || kind !== 'reply') return;
    addFiles(conversationId, files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files; the button beside does the same by keyboard
    <div
      className={`composer composer-${kind}${dragging ? ' composer-drop' : ''}`}
      onDragOver={(event) => {
        if (kind !== 'reply' || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        add(event.dataTransfer.files);
      }}
    >
      {menuOpen && (
        <SlashMenu
          replies={replies}
          chosen={chosen}
          searching={found.isFetching}
          onTake={take}
          onChoose={setChoice}
        />
      )}
      <ComposerTabs
        kinds={kinds}
        kind={kind}
        onKind={(next) => {
          drafts.set(conversationId, { kind: next });
          area.current?.focus();
        }}
      />
      <textarea
        id="composer"
        data-conversation={conversationId}
        ref={area}
        value={text}
        rows={2}
        aria-label={t(kindWord[kind])}
        aria-controls={menuOpen ? 'slash-menu' : undefined}
        aria-activedescendant={menuOpen && replies.length > 0 ? `slash-${chosen}` : undefined}
        placeholder={placeholderOf(kind, summary, t)}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={stopped}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) {
            event.preventDefault();
            add(event.clipboardData.files);
          }
        }}
      />
      {kind === 'reply' && <UploadList conversationId={conversationId} uploads={uploads} />}
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
            add(event.target.files);
            event.target.value = '';
          }}
        />
        {tooLong && (
          <span className="too-long" role="alert">
            {fill(t(deskText.composer.tooLong), { limit: longest, count: text.length })}
          </span>
        )}
        {dragging && <span className="soft">{t(deskText.composer.dropHere)}</span>}
        <Tooltip title={uploading ? t(deskText.composer.uploading) : <Key>Enter</Key>}>
          <Button
            type="primary"
            size="small"
            className="send"
            disabled={empty || tooLong || uploading}
            onClick={send}
          >
            {t(sendWord[kind])}
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}
