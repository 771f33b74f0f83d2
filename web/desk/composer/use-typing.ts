import { useEffect, useRef } from 'react';
import { useDeskStore } from '../store/use-desk.ts';

/** Milliseconds: told at most this often, and taken back after this much silence. */
const oncePer = 2_000;
const silence = 4_000;

/** Tells the customer that the agent is typing: `typed()` at every change, `stopped()` when it was sent. */
export function useTyping(conversationId: string): {
  readonly typed: () => void;
  readonly stopped: () => void;
} {
  const desk = useDeskStore();
  const told = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stopped = () => {
    clearTimeout(timer.current);
    if (told.current > 0) desk.typing(conversationId, false);
    told.current = 0;
  };
  const typed = () => {
    const now = Date.now();
    if (now - told.current >= oncePer) {
      told.current = now;
      desk.typing(conversationId, true);
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(stopped, silence);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving the conversation ends the typing in it
  useEffect(() => stopped, [conversationId]);
  return { typed, stopped };
}
