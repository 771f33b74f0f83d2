import { useCallback, useEffect, useRef, useState } from 'react';
import type { WritingEvents, WritingTask } from '../../../core/protocol/assist.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { eventsIn } from './event-stream.ts';

/** What the model writes, while it does and after. */
export interface Writing {
  readonly task: WritingTask;
  readonly state: 'writing' | 'done' | 'stopped' | 'failed';
  readonly text: string;
  /** How the log names it; null until it is done. */
  readonly ref: string | null;
  readonly error?: { readonly code: string; readonly message: string };
}

/** The writing after one more event of the stream. */
export function withEvent(writing: Writing, event: string, data: string): Writing {
  const body: unknown = JSON.parse(data);
  if (event === 'text') {
    return { ...writing, text: writing.text + (body as WritingEvents['text']).text };
  }
  if (event === 'done') {
    const { ref, text } = body as WritingEvents['done'];
    return { ...writing, state: 'done', ref, text };
  }
  // What was streamed must not be used.
  if (event === 'failed')
    return { ...writing, state: 'failed', text: '', error: body as WritingEvents['failed'] };
  return writing;
}

/** Lets the model write for a conversation: one task at a time, stopped when this is left. */
export function useWriting(conversationId: string) {
  const [writing, setWriting] = useState<Writing | null>(null);
  const running = useRef<AbortController | null>(null);

  const end = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = async (task: WritingTask) => {
    end();
    const leaving = new AbortController();
    running.current = leaving;
    let now: Writing = { task, state: 'writing', text: '', ref: null };
    const show = (next: Writing) => {
      now = next;
      if (!leaving.signal.aborted) setWriting(next);
    };
    show(now);
    try {
      const path = `/api/conversations/${conversationId}/assist/write`;
      let rest = '';
      for await (const words of api.stream(path, { task }, leaving.signal)) {
        const read = eventsIn(rest + words);
        rest = read.rest;
        for (const { event, data } of read.events) show(withEvent(now, event, data));
      }
      // A stream that breaks off has not been checked to its end.
      if (now.state === 'writing') throw new Error('the stream ended early');
    } catch (error) {
      show({ ...now, state: 'failed', text: '', error: errorSentence(error) });
    }
  };

  return {
    writing,
    start: (task: WritingTask) => void start(task),
    /** Keeps what has come so far on the screen. */
    stop: () => {
      end();
      setWriting((before) => (before?.state === 'writing' ? { ...before, state: 'stopped' } : before));
    },
    clear: () => {
      end();
      setWriting(null);
    },
  };
}
