import { useCallback, useSyncExternalStore } from 'react';
import { type Draft, readDraft } from './draft.ts';

const prefix = 'tandem.policy-draft.';
const listeners = new Set<() => void>();
/** One object for one text, so that React sees no change where there is none. */
let known: { readonly key: string; readonly text: string | null; readonly draft: Draft | null } | null = null;

function current(key: string): Draft | null {
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    // A browser that refuses storage keeps the draft for this visit only.
    return known?.key === key ? known.draft : null;
  }
  if (known?.key !== key || known.text !== text) known = { key, text, draft: readDraft(text) };
  return known.draft;
}

function keep(key: string, draft: Draft | null): void {
  const text = draft === null ? null : JSON.stringify(draft);
  known = { key, text, draft };
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // See `current`.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The draft of one person in this browser, in every tab the same, and how to change or drop it. */
export function useDraft(
  agentId: string,
): readonly [Draft | null, (draft: Draft | null) => void, () => Draft | null] {
  const key = prefix + agentId;
  const draft = useSyncExternalStore(subscribe, () => current(key));
  const set = useCallback((next: Draft | null) => keep(key, next), [key]);
  const read = useCallback(() => current(key), [key]);
  return [draft, set, read];
}
