import { useSyncExternalStore } from 'react';
import { useDesk } from './store/use-desk.ts';

/** One timer for every clock on the page, so that they tick together. */
const listeners = new Set<() => void>();
let ticked = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    ticked = Date.now();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The server's time in epoch milliseconds, ticking once a second. */
export function useNow(): number {
  const offset = useDesk((state) => state.clockOffset);
  return useSyncExternalStore(subscribe, () => ticked) + offset;
}

/** The server's time, changing once in ten seconds: for what need not tick. */
export function useSlowNow(): number {
  const offset = useDesk((state) => state.clockOffset);
  return useSyncExternalStore(subscribe, () => Math.floor(ticked / 10_000) * 10_000) + offset;
}
