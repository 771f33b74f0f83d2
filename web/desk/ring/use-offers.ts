import { useState } from 'react';
import type { Actions } from '../actions/use-actions.ts';
import type { Ringing } from './ringing.ts';
import { useRing } from './use-ring.ts';

/** What rings, which of it the card shows, and what can be answered. */
export function useOffers(actions: Actions, accept: (conversationId: string) => void) {
  const ring = useRing();
  const [shownKey, setShownKey] = useState<string | null>(null);
  const [decliningKey, setDecliningKey] = useState<string | null>(null);
  const { ringing } = ring;
  const shown = ringing.find(({ key }) => key === shownKey) ?? ringing[0] ?? null;
  return {
    ring,
    shown,
    /** The reasons are asked for one offer: with the next one nobody declines by mistake. */
    declining: shown !== null && decliningKey === shown.key,
    setDeclining: (open: boolean) =>
      setDecliningKey(open && shown !== null && shown.until !== null ? shown.key : null),
    acceptShown: () => {
      if (shown) accept(shown.summary.id);
    },
    decline: (one: Ringing, reason?: string) => {
      setDecliningKey(null);
      ring.hide(one.key);
      void actions.decline(one.summary.id, reason);
    },
    next: () => {
      const at = ringing.findIndex(({ key }) => key === shown?.key);
      setShownKey(ringing[(at + 1) % ringing.length]?.key ?? null);
    },
  };
}
