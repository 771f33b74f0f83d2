import { useEffect } from 'react';
import { useDeskStore } from '../store/use-desk.ts';

/** Milliseconds that something must have been in view before it counts as seen. */
const glance = 400;

/** Tells the server what has been seen: only while the page is visible and has the focus. */
export function useSeen(conversationId: string, upTo: number): void {
  const desk = useDeskStore();
  useEffect(() => {
    if (upTo === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
      timer = setTimeout(() => void desk.read(conversationId, upTo), glance);
    };
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [desk, conversationId, upTo]);
}
