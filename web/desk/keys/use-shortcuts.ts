import { useEffect, useRef } from 'react';

/** Keys as they are written on the sheet: `j`, `mod+k`, `mod+enter`, `?`, `escape`, `alt+1`. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/** The name of a pressed key in {@link Shortcuts}; null for keys that belong to the input method. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'isComposing'>,
): string | null {
  if (event.isComposing) return null;
  // Alt changes what a digit types on some keyboards, so digits are read by their place.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = event.altKey && digit !== undefined ? digit : event.key.toLowerCase();
  return `${event.metaKey || event.ctrlKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
}

/** Whether somebody writes there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Enter presses what has the keyboard; as a shortcut it counts only where nothing has it. */
function isPressing(target: EventTarget | null): boolean {
  // The words of a conversation hold the keyboard only to be scrolled.
  if (!(target instanceof HTMLElement) || target.matches('.timeline')) return false;
  return target.closest('button, a, [role], [tabindex]') !== null;
}

/** Listens on the whole page. While somebody types in a field only keys with a modifier count. */
export function useShortcuts(shortcuts: Shortcuts, active: boolean): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyName(event);
      if (name === null || event.defaultPrevented) return;
      if (isTyping(event.target) && !name.includes('+') && name !== 'escape') return;
      if (name === 'enter' && isPressing(event.target)) return;
      const run = latest.current[name];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [active]);
}
