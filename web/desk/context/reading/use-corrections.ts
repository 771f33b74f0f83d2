import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { CorrectedMatter } from '../../../../core/terms/perception.ts';
import { api, errorSentence } from '../../../ui/api.ts';
import type { Reading } from './reading.ts';

/** One thing to put right of one message; `from` is what stood there, to go back to. */
export interface Correction {
  readonly of: number;
  readonly what: CorrectedMatter;
  readonly from: string | null;
  readonly to: string;
}

/** Milliseconds in which a correction offers to be taken back. */
const undoFor = 10_000;

/** What the reading says of the corrected thing now. */
const standing = (reading: Reading, { of, what }: Correction): string | undefined => {
  const message = reading.messages.find(({ seq }) => seq === of);
  if (what === 'wish') return message?.wish;
  return what === 'emotion' ? message?.emotion : message?.intent?.name;
};

/**
 * Puts right what was understood: shown at once, sent, and taken off the screen again if the server refuses. `last`
 * can be undone for a while, which is nothing but correcting back.
 */
export function useCorrections(conversationId: string, reading: Reading) {
  const { message } = App.useApp();
  const [pending, setPending] = useState<readonly Correction[]>([]);
  const [last, setLast] = useState<Correction | null>(null);

  // What the log says by now needs no holding any more.
  const open = pending.filter((one) => standing(reading, one) !== one.to);
  useEffect(() => {
    if (last === null) return;
    const timer = setTimeout(() => setLast(null), undoFor);
    return () => clearTimeout(timer);
  }, [last]);

  async function send(correction: Correction): Promise<boolean> {
    const { of, what, to } = correction;
    const isOther = (one: Correction) => one.of !== of || one.what !== what;
    setPending((now) => [...now.filter(isOther), correction]);
    try {
      await api.post(`/api/conversations/${conversationId}/corrections`, {
        id: crypto.randomUUID(),
        of,
        [what]: to,
      });
      return true;
    } catch (error) {
      setPending((now) => now.filter((one) => one !== correction));
      void message.error(errorSentence(error).message);
      return false;
    }
  }

  return {
    pending: open,
    last,
    async correct(correction: Correction): Promise<void> {
      if (correction.from === correction.to) return;
      setLast(correction);
      if (!(await send(correction))) setLast(null);
    },
    async undo(): Promise<void> {
      if (last?.from == null) return;
      setLast(null);
      await send({ ...last, from: last.to, to: last.from });
    },
  };
}
