import { useEffect, useRef } from 'react';

/** Single keys, while nobody types and no dialog is open. Names as `KeyboardEvent.key` in lower case. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const at = event.target;
      if (
        at instanceof HTMLElement &&
        at.closest('input, textarea, select, [contenteditable], [role=dialog]')
      )
        return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      // Enter presses what has the keyboard.
      if (event.key === 'Enter' && at instanceof HTMLElement && at.closest('a, button, [role]')) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
