import { drafts } from '../composer/drafts.ts';
import { focusComposer } from '../composer/focus.ts';
import type { TakenHelp } from './assist-use.ts';
import { insertionOf } from './insertion.ts';

/**
 * Types `text` into a field as if it came from the keyboard, so that ⌘Z takes it back and the field tells of the
 * change. `execCommand` is the one way to do so that every browser has.
 */
export function typeInto(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (done) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function composerOf(conversationId: string): HTMLTextAreaElement | null {
  const area = document.getElementById('composer');
  return area instanceof HTMLTextAreaElement && area.dataset.conversation === conversationId ? area : null;
}

/** Help in a draft: what was put in last gives way to what is put in now, if it stands there unchanged. */
function put(area: HTMLTextAreaElement, conversationId: string, help: TakenHelp): void {
  const { taken } = drafts.get(conversationId);
  const last = taken.findLast(({ kind }) => kind !== 'ghost');
  const edit = insertionOf(area.value, help.text, last?.text ?? null);
  const replaced = edit.to > edit.from && last !== undefined && edit.to - edit.from === last.text.length;
  typeInto(area, edit.from, edit.to, edit.text);
  area.setSelectionRange(edit.select.from, edit.select.to);
  area.scrollTop = area.scrollHeight;
  drafts.set(conversationId, {
    taken: [...(replaced ? taken.filter((one) => one !== last) : taken), help],
  });
}

/** Puts help into the reply of a conversation and the keyboard behind it; freely edited from there. */
export function insertHelp(conversationId: string, help: TakenHelp): void {
  const isReply = drafts.get(conversationId).kind === 'reply';
  drafts.set(conversationId, { kind: 'reply' });
  focusComposer(conversationId);
  const area = composerOf(conversationId);
  if (area && isReply) put(area, conversationId, help);
  // Another tab was open, or the composer itself was not there: it is after the next frame.
  else {
    requestAnimationFrame(() => {
      const opened = composerOf(conversationId);
      if (opened) put(opened, conversationId, help);
    });
  }
}

/** Puts `text` in the place of the whole reply. */
export function replaceReply(conversationId: string, help: TakenHelp): void {
  const area = composerOf(conversationId);
  if (!area) return;
  typeInto(area, 0, area.value.length, help.text);
  drafts.set(conversationId, { taken: [help] });
}
