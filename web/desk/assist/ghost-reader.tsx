import { useEffect, useRef, useState } from 'react';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Ghost } from './ghost.ts';

/** Says the ghost text aloud when it is asked for (Alt+0), and never by itself: it changes with every key. */
export function GhostReader({ ghost }: { readonly ghost: Ghost | null }) {
  const { t } = useLanguage();
  const [said, setSaid] = useState('');
  const latest = useRef(ghost);
  latest.current = ghost;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'Digit0' || event.isComposing) return;
      event.preventDefault();
      const { read, none } = assistText.ghost;
      setSaid(latest.current ? fill(t(read), { text: latest.current.text }) : t(none));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [t]);
  return (
    <span className="unseen" aria-live="polite">
      {said}
    </span>
  );
}
