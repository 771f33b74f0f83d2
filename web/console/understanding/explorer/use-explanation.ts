import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { explain } from '../calls.ts';
import { remember } from './seen-messages.ts';

/** Milliseconds without a key before the message is looked at, and before it counts as one worth keeping. */
const typingPause = 200;
const restingPause = 2_000;

/** The text once it has stood still for so long. */
function useSettled(text: string, pause: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return settled;
}

/** What is understood of the text, live while it is written; the last answer stays until the next one is there. */
export function useExplanation(text: string) {
  const settled = useSettled(text.trim(), typingPause);
  const rested = useSettled(text.trim(), restingPause);
  useEffect(() => remember(rested), [rested]);
  return useQuery({
    queryKey: ['understanding', 'explain', settled],
    queryFn: () => explain(settled),
    enabled: settled !== '' && text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
