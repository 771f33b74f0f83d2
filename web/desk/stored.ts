import { useCallback, useState } from 'react';

/** A small choice that this browser remembers (widths, sound). Without storage it lasts as long as the page. */
export function useStored(key: string, initial: string): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => {
    try {
      return localStorage.getItem(key) ?? initial;
    } catch {
      return initial;
    }
  });
  const store = useCallback(
    (next: string) => {
      setValue(next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // The choice still holds for this visit.
      }
    },
    [key],
  );
  return [value, store];
}
