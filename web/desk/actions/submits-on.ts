import type { KeyboardEvent } from 'react';

/** ⌘↵ or Ctrl+↵ anywhere inside a dialog submits it. */
export function submitsOn(submit: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
}
