import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { useFocusHandedOn } from '../../ui/focus-return.ts';
import { useLanguage } from '../../ui/language.ts';
import { DraftWarnings, SendAnyway } from '../assist/draft-warnings.tsx';
import { GhostReader } from '../assist/ghost-reader.tsx';
import { OpenHelp } from '../assist/help-sheet.tsx';
import { insertHelp, typeInto } from '../assist/insert-help.ts';
import { hintId, TabHint } from '../assist/tab-hint.tsx';
import type { Help } from '../assist/use-assist.ts';
import { useDraftCheck } from '../assist/use-draft-check.ts';
import { useWriting } from '../assist/use-writing.ts';
import { WritingMenu } from '../assist/writing-menu.tsx';
import { WritingPanel } from '../assist/writing-panel.tsx';
import type { PaneAction } from '../conversation/pane-action.ts';
import type { CannedReply } from './canned.ts';
import { ComposerFoot } from './composer-foot.tsx';
import { ComposerTabs, kindsFor, kindWord, placeholderOf } from './composer-tabs.tsx';
import { drafts, useDraft } from './drafts.ts';
import { claimFocus } from './focus.ts';
import { SlashMenu } from './slash-menu.tsx';
import { UploadList } from './upload-list.tsx';
import { addFiles, useUploads } from './uploads.ts';
import { useSending } from './use-sending.ts';
import { useSlash } from './use-slash.ts';
import { useTyping } from './use-typing.ts';
import { WritingArea } from './writing-area.tsx';

/** Characters, as the server allows. */
const longest = 10_000;

/** Where replies and notes are written. Unmounted and mounted again for every conversation (give it a `key`). */
export function Composer({
  summary,
  mayReply,
  mayWhisper,
  help,
  onAction,
}: {
  readonly summary: ConversationSummary;
  /** False: only a note may be written here. */
  readonly mayReply: boolean;
  /** A supervisor beside a colleague's conversation. */
  readonly mayWhisper: boolean;
  readonly help: Help;
  readonly onAction: (action: PaneAction) => void;
}) {
  const { t } = useLanguage();
  const conversationId = summary.id;
  const draft = useDraft(conversationId);
  const kinds = kindsFor(mayReply, mayWhisper);
  const kind = kinds.includes(draft.kind) ? draft.kind : kinds[0]!;
  const isReply = kind === 'reply';
  const text = draft[kind];
  const uploads = useUploads(conversationId);
  const { typed, stopped } = useTyping(conversationId);
  const area = useRef<HTMLTextAreaElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  useFocusHandedOn(whole);
  const [dragging, setDragging] = useState(false);
  const [caretAtEnd, setCaretAtEnd] = useState(true);

  const take = (reply: CannedReply) => {
    drafts.set(conversationId, { kind: 'reply', reply: reply.text });
    area.current?.focus();
  };
  const replies = help.view?.replies ?? [];
  const slash = useSlash(conversationId, isReply ? text : '', summary.language, replies, take);
  const check = useDraftCheck(conversationId, isReply ? text : '', {
    checks: isReply && !slash.open,
    completes: help.completes,
    caretAtEnd,
  });
  const sending = useSending(conversationId, check);
  const writing = useWriting(conversationId);

  const sentUploads = uploads.flatMap((upload) => upload.attachment ?? []);
  const uploading = uploads.some((upload) => !upload.attachment && !upload.error);
  const tooLong = text.length > longest;
  const empty = text.trim() === '' && (!isReply || sentUploads.length === 0);
  const asksAbout = isReply ? sending.asksAbout(text.trim()) : null;
  const first = isReply && help.completes && text === '' ? replies[0] : undefined;

  useEffect(() => {
    if (claimFocus(conversationId)) area.current?.focus({ preventScroll: true });
  }, [conversationId]);

  const write = (next: string) => {
    drafts.set(conversationId, { kind, [kind]: next });
    slash.choose(0);
    sending.back();
    if (isReply && next !== '' && !next.startsWith('/')) typed();
  };

  const send = () => {
    if (empty || tooLong || uploading) return;
    stopped();
    sending.send(kind, text.trim(), isReply ? sentUploads : []);
    area.current?.focus();
  };

  const insertFirst = () => {
    if (first) insertHelp(conversationId, { kind: 'reply', ref: first.ref, text: first.text });
  };

  const acceptGhost = () => {
    if (!check.ghost || !area.current) return;
    const { ref, text: words } = check.ghost;
    typeInto(area.current, text.length, text.length, words);
    drafts.set(conversationId, { taken: [...draft.taken, { kind: 'ghost', ref, text: words }] });
  };

  /** Whether the key was one for the help in the field itself. */
  const onHelpKey = (event: KeyboardEvent): boolean => {
    const plain = !event.shiftKey && !event.metaKey && !event.ctrlKey && !event.altKey;
    if (!plain) return false;
    if (check.ghost && (event.key === 'Tab' || event.key === 'ArrowRight')) acceptGhost();
    else if (check.ghost && event.key === 'Escape') check.dismiss();
    else if (first && event.key === 'Tab') insertFirst();
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a pinyin word is being composed, Enter chooses it and nothing else.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (slash.onKey(event) || onHelpKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (slash.open) slash.close();
      else if (asksAbout !== null) sending.back();
      else area.current?.blur();
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      send();
    }
  };

  const add = (files: FileList | null | undefined) => {
    if (!files || files.length === 0 || !isReply) return;
    addFiles(conversationId, files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files; the button beside does the same by keyboard
    <div
      ref={whole}
      className={`composer composer-${kind}${dragging ? ' composer-drop' : ''}`}
      onDragOver={(event) => {
        if (!isReply || !event.dataTransfer.types.includes('Files')) return;
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
      {slash.open && (
        <SlashMenu
          replies={slash.replies}
          chosen={slash.chosen}
          searching={slash.searching}
          onTake={take}
          onChoose={slash.choose}
        />
      )}
      {writing.writing && (
        <WritingPanel
          writing={writing.writing}
          conversationId={conversationId}
          onStop={writing.stop}
          onAgain={writing.start}
          onClose={() => {
            writing.clear();
            area.current?.focus();
          }}
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
      <WritingArea
        area={area}
        conversationId={conversationId}
        text={text}
        ghost={check.ghost}
        warnings={check.warnings}
        label={t(kindWord[kind])}
        placeholder={placeholderOf(kind, summary, t)}
        completes={isReply && help.completes}
        described={first ? hintId : undefined}
        menu={
          slash.open
            ? { id: 'slash-menu', active: slash.replies.length > 0 ? `slash-${slash.chosen}` : undefined }
            : null
        }
        onWrite={write}
        onKeyDown={onKeyDown}
        onBlur={stopped}
        onFiles={add}
        onComposing={check.composing}
        onCaret={setCaretAtEnd}
      />
      {isReply && <GhostReader ghost={check.ghost} />}
      {isReply && <DraftWarnings warnings={check.warnings} />}
      {asksAbout !== null && <SendAnyway count={asksAbout} onSend={send} onBack={sending.back} />}
      {isReply && <UploadList conversationId={conversationId} uploads={uploads} />}
      <ComposerFoot
        kind={kind}
        tooLong={tooLong ? { limit: longest, count: text.length } : null}
        dragging={dragging}
        uploading={uploading}
        disabled={empty || tooLong || uploading}
        onFiles={add}
        onSend={send}
      >
        {isReply && help.view?.canWrite && (
          <WritingMenu
            text={text}
            onStart={writing.start}
            onSummary={() => onAction('transferWithSummary')}
          />
        )}
        {isReply && <OpenHelp onOpen={() => onAction('help')} />}
        {first && <TabHint text={first.text} onTake={insertFirst} />}
      </ComposerFoot>
    </div>
  );
}
