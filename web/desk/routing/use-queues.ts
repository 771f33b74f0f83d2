import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../core/terms/language.ts';
import type { AssignmentMode } from '../../../core/terms/queue.ts';
import { api } from '../../ui/api.ts';

/** A queue as the desk's pickers and heads show it. */
export interface QueueView {
  readonly id: string;
  readonly name: Bilingual;
  readonly isOpen: boolean;
  readonly opensAt: number | null;
  readonly waiting: number;
  readonly online: number;
  /** In a `pull` queue everybody is told of who waits, and takes it from the list. */
  readonly mode?: AssignmentMode;
}

/** Milliseconds: names and hours change seldom, the figures beside them are only a hint. */
const fresh = 20_000;

const none: readonly QueueView[] = [];

/** The queues in the order of the policy; empty until they are known. */
export function useQueues(): readonly QueueView[] {
  const { data } = useQuery({
    queryKey: ['queues'],
    staleTime: fresh,
    refetchInterval: fresh * 3,
    queryFn: async ({ signal }) => {
      const { queues } = await api.get<{ queues: readonly QueueView[] }>('/api/queues', signal);
      return queues;
    },
  });
  return data ?? none;
}
