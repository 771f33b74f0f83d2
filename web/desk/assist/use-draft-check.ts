import { useEffect, useRef, useState } from 'react';
import type { DraftCheck, DraftWarning } from '../../../core/protocol/assist.ts';
import { api } from '../../ui/api.ts';
import { useDesk } from '../store/use-desk.ts';
import type { HelpRef } from './assist-use.ts';
import { type Checked, type Ghost, ghostOf } from './ghost.ts';
import { settledWarnings } from './settled-warnings.ts';

/** Milliseconds without a key before the server looks, and before an unfinished sentence counts as finished. */
const pause = 120;
const rest = 1_200;
/** Milliseconds that sending waits for a look at the very words; after that they go as they are. */
const patience = 300;

/**
 * What the server says of a reply while it is written. Nothing is asked while the input method composes a word, and
 * an answer that comes too late is thrown away.
 */
export function useDraftCheck(
  conversationId: string,
  text: string,
  {
    checks,
    completes,
    caretAtEnd,
  }: {
    readonly checks: boolean;
    readonly completes: boolean;
    readonly caretAtEnd: boolean;
  },
) {
  const live = useDesk((state) => state.connection === 'live');
  const [composing, setComposing] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [rests, setRests] = useState(false);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const ghosts = useRef(new Map<string, HelpRef>());
  const on = checks && live && !composing && text.trim() !== '';

  const look = async (words: string, signal: AbortSignal): Promise<Checked> => ({
    text: words,
    check: await api.post<DraftCheck>(
      `/api/conversations/${conversationId}/assist/check`,
      { text: words },
      signal,
    ),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` differs by the conversation alone
  useEffect(() => {
    setRests(false);
    if (!on) return;
    const leaving = new AbortController();
    const asking = setTimeout(() => {
      // Without an answer there is no hint, and the draft is as free as ever.
      void look(text, leaving.signal).then(setChecked, () => {});
    }, pause);
    const resting = setTimeout(() => setRests(true), rest);
    return () => {
      leaving.abort();
      clearTimeout(asking);
      clearTimeout(resting);
    };
  }, [conversationId, text, on]);

  const ghost: Ghost | null = on && completes && caretAtEnd ? ghostOf(text, checked, dismissed) : null;
  if (ghost) ghosts.current.set(ghost.ref, { kind: 'ghost', ref: ghost.ref });

  return {
    ghost,
    warnings: on ? settledWarnings(text, checked?.check.warnings ?? [], rests) : [],
    composing: setComposing,
    dismiss: () => ghost && setDismissed(new Set([...dismissed, ghost.ref])),
    /** The completions that stood behind the caret while this reply was written. */
    ghostsShown: (): HelpRef[] => [...ghosts.current.values()],
    /** The reply is gone: the next one starts afresh. */
    sent: () => {
      ghosts.current.clear();
      setDismissed(new Set());
      setChecked(null);
    },
    /** All warnings about exactly these words, at once where they are known. Never keeps a reply from going out. */
    warningsFor: (words: string): readonly DraftWarning[] | Promise<readonly DraftWarning[]> => {
      if (!checks || !live) return [];
      if (checked?.text.trim() === words) return checked.check.warnings;
      return look(words, AbortSignal.timeout(patience)).then(
        ({ check }) => check.warnings,
        () => [],
      );
    },
  };
}
