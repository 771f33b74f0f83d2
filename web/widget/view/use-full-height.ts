import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** On a phone the keyboard shrinks what is seen, not the page: the panel follows the part that is seen. */
export function useFullHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const seen = globalThis.visualViewport;
    if (!seen) return;
    const follow = () => {
      element.current?.style.setProperty('--seen-height', `${seen.height}px`);
      element.current?.style.setProperty('--seen-top', `${seen.offsetTop}px`);
    };
    follow();
    seen.addEventListener('resize', follow);
    seen.addEventListener('scroll', follow);
    return () => {
      seen.removeEventListener('resize', follow);
      seen.removeEventListener('scroll', follow);
    };
  }, [element]);
}
