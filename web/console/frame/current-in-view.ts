import { type RefObject, useEffect, useRef } from 'react';

/** A row of links that scrolls sideways: the current one is brought into view when `page` changes. */
export function useCurrentInView(page: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page makes another link the current one
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && link) row.current.scrollLeft = link.offsetLeft - row.current.clientWidth / 2;
  }, [page]);
  return row;
}
