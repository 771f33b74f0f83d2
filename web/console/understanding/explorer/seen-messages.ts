import { useSyncExternalStore } from 'react';

/** As many as fit on one glance. */
const most = 8;

let seen: readonly string[] = [];
const listeners = new Set<() => void>();

/**
 * Remembers a message as long as the page is open, the newest first. What was typed on the way to it is not kept: a
 * message that begins with the newest one takes its place.
 */
export function remember(text: string): void {
  const words = text.trim();
  if (words === '' || seen[0] === words) return;
  const [newest, ...others] = seen;
  const kept = newest !== undefined && words.startsWith(newest) ? others : seen;
  seen = [words, ...kept.filter((one) => one !== words)].slice(0, most);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The messages looked at before, the newest first. */
export function useSeenMessages(): readonly string[] {
  return useSyncExternalStore(subscribe, () => seen);
}
