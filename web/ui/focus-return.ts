import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Where the keyboard goes when nothing better is left: the words of the open conversation, or the page's content. */
function focusContent(): void {
  document.querySelector<HTMLElement>('.timeline, #content')?.focus({ preventScroll: true });
}

/** Whether nobody holds the keyboard, or only what hangs over the page and is about to go. */
function isLost(element: Element | null): boolean {
  return (
    element === null ||
    element === document.body ||
    element.closest('.ant-modal-root, .ant-drawer, .ant-popover, .ant-dropdown') !== null
  );
}

/** Gives the keyboard back, when something over the page closes, to what had it before it opened. */
export function useFocusReturn(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // Read while drawing: a dialog takes the keyboard for itself as soon as it is there.
  if (isOpen !== wasOpen.current) {
    wasOpen.current = isOpen;
    const holds = document.activeElement;
    if (isOpen && !(before.current && isLost(holds))) before.current = holds;
  }
  useEffect(() => {
    if (isOpen) return;
    // After the key that closed it: Enter would press the button that has just been given the keyboard.
    const timer = setTimeout(() => giveBack(before));
    return () => clearTimeout(timer);
  }, [isOpen]);
  // A dialog that is taken off the page whole has left it only a moment later.
  useEffect(() => () => void setTimeout(() => giveBack(before)), []);
}

function giveBack(before: RefObject<Element | null>): void {
  const element = before.current;
  before.current = null;
  // Nobody had it, or what was done in the dialog has put it elsewhere.
  if (!(element instanceof HTMLElement) || element === document.body) return;
  if (!isLost(document.activeElement)) return;
  if (element.isConnected) element.focus({ preventScroll: true });
  else focusContent();
}

/** Leaves the keyboard in the conversation when the part of it that has the keyboard goes away. */
export function useFocusHandedOn(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = part.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      // After the part is gone, and unless its successor has taken the keyboard.
      setTimeout(() => {
        if (isLost(document.activeElement)) focusContent();
      });
    };
  }, [part]);
}
