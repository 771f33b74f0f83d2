import { useRef, useState } from 'react';
import type { DraftWarning } from '../../../core/protocol/assist.ts';
import type { Attachment } from '../../../core/terms/attachment.ts';
import { assistUseOf } from '../assist/assist-use.ts';
import { isSerious, warningKey } from '../assist/settled-warnings.ts';
import type { useDraftCheck } from '../assist/use-draft-check.ts';
import { helpInView } from '../assist/visible.ts';
import { useDeskStore } from '../store/use-desk.ts';
import { type Draft, drafts } from './drafts.ts';
import { clearUploads } from './uploads.ts';

/**
 * Sends what is written. A reply with a serious warning asks first, once for each warning; nothing is ever kept from
 * going out.
 */
export function useSending(conversationId: string, check: ReturnType<typeof useDraftCheck>) {
  const desk = useDeskStore();
  const [asking, setAsking] = useState<{ readonly text: string; readonly count: number } | null>(null);
  const asked = useRef(new Set<string>());
  const looking = useRef(false);

  const deliver = (kind: Draft['kind'], text: string, attachments: readonly Attachment[]) => {
    setAsking(null);
    if (kind !== 'reply') {
      desk.delivery.send(conversationId, kind, text, []);
      drafts.set(conversationId, { [kind]: '' });
      return;
    }
    const { reply, taken } = drafts.get(conversationId);
    const shown = [...helpInView(), ...check.ghostsShown()];
    desk.delivery.send(conversationId, kind, text, attachments, assistUseOf(shown, taken, text));
    // What was typed on while the words were looked at is the next reply.
    const rest = reply.trim() === text ? '' : reply.startsWith(text) ? reply.slice(text.length) : reply;
    drafts.set(conversationId, { reply: rest, taken: [] });
    clearUploads(conversationId);
    asked.current.clear();
    check.sent();
  };

  const decide = (warnings: readonly DraftWarning[], text: string, attachments: readonly Attachment[]) => {
    const fresh = warnings.filter((one) => isSerious(one) && !asked.current.has(warningKey(one)));
    for (const one of fresh) asked.current.add(warningKey(one));
    if (fresh.length > 0) setAsking({ text, count: fresh.length });
    else deliver('reply', text, attachments);
  };

  return {
    /** How many things the agent is asked about before the reply goes out; null where nothing is asked. */
    asksAbout: (text: string) => (asking?.text === text ? asking.count : null),
    back: () => setAsking(null),
    send: (kind: Draft['kind'], text: string, attachments: readonly Attachment[]) => {
      if (looking.current) return;
      if (kind !== 'reply') return deliver(kind, text, attachments);
      const warnings = check.warningsFor(text);
      if (!(warnings instanceof Promise)) return decide(warnings, text, attachments);
      looking.current = true;
      void warnings
        .then((found) => decide(found, text, attachments))
        .finally(() => {
          looking.current = false;
        });
    },
  };
}
