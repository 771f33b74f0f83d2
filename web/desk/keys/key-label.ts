const isMac =
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent);

/** A shortcut as the keyboard before the agent has it written: `⌘K` on a Mac, `Ctrl+K` elsewhere. */
export function keyLabel(shortcut: string, onMac = isMac): string {
  return onMac ? shortcut.replace('Alt+', '⌥') : shortcut.replace('⌘', 'Ctrl+');
}
