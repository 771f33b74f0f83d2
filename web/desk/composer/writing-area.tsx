import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { DraftWarning } from '../../../core/protocol/assist.ts';
import type { Ghost } from '../assist/ghost.ts';
import { markedPieces } from '../assist/settled-warnings.ts';
import { Key } from '../marks.tsx';

/** CSS pixels. */
const tallest = 240;

/**
 * The field, over a mirror of its words: the mirror draws what a field cannot, the ghost text behind the caret and the
 * marks under words that a warning is about.
 */
export function WritingArea({
  area,
  conversationId,
  text,
  ghost,
  warnings,
  label,
  placeholder,
  completes,
  described,
  menu,
  onWrite,
  onKeyDown,
  onBlur,
  onFiles,
  onComposing,
  onCaret,
}: {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly conversationId: string;
  readonly text: string;
  readonly ghost: Ghost | null;
  readonly warnings: readonly DraftWarning[];
  readonly label: string;
  readonly placeholder: string;
  /** Whether words may be proposed here. */
  readonly completes: boolean;
  /** The element that says more about this field. */
  readonly described: string | undefined;
  /** The open menu and its chosen line. */
  readonly menu: { readonly id: string; readonly active: string | undefined } | null;
  readonly onWrite: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
  readonly onFiles: (files: FileList) => void;
  readonly onComposing: (on: boolean) => void;
  /** Whether the caret stands behind the last word. */
  readonly onCaret: (atEnd: boolean) => void;
}) {
  const mirror = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the area grows with its text and what may follow it
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || !mirror.current) return;
    element.style.height = 'auto';
    const wanted = Math.max(element.scrollHeight, ghost ? mirror.current.scrollHeight : 0);
    element.style.height = `${Math.min(tallest, wanted)}px`;
    mirror.current.style.width = `${element.clientWidth}px`;
    mirror.current.scrollTop = element.scrollTop;
  }, [text, ghost?.text, label]);

  const caret = (element: HTMLTextAreaElement) =>
    onCaret(element.selectionStart === element.value.length && element.selectionEnd === element.value.length);

  return (
    <div className="writing">
      <textarea
        id="composer"
        data-conversation={conversationId}
        ref={area}
        value={text}
        rows={2}
        aria-label={label}
        aria-autocomplete={completes ? 'inline' : undefined}
        aria-describedby={described}
        aria-controls={menu?.id}
        aria-activedescendant={menu?.active}
        placeholder={placeholder}
        onChange={(event) => {
          caret(event.target);
          onWrite(event.target.value);
        }}
        onSelect={(event) => caret(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
        onScroll={(event) => {
          if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop;
        }}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) {
            event.preventDefault();
            onFiles(event.clipboardData.files);
          }
        }}
      />
      <div className="writing-mirror" ref={mirror} aria-hidden="true">
        {markedPieces(text, warnings).map((piece) =>
          piece.marked ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
        )}
        {ghost && (
          <span className="ghost">
            {ghost.text}
            <Key>Tab</Key>
          </span>
        )}
      </div>
    </div>
  );
}
