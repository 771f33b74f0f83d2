import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { useSlowNow } from '../clock.ts';
import { useQueues } from '../routing/use-queues.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { type Group, groupsOf, type QueueFilter } from './groups.ts';
import { rowsOf, type View } from './views.ts';

/** What the list shows now, for the keyboard too. */
export interface Found {
  /** In the order of the screen. */
  readonly rows: readonly ConversationSummary[];
  /** The heads over the rows of the waiting list; null where the view has none. */
  readonly groups: readonly Group[] | null;
  readonly searching: boolean;
  readonly searchError: unknown;
}

/** The rows of a view, or what a search finds. Searching looks through everything, open and resolved. */
export function useRows(view: View, search: string, filter: QueueFilter): Found {
  const desk = useDeskStore();
  const summaries = useDesk((state) => state.summaries);
  const me = useDesk((state) => state.me);
  const queues = useQueues();
  const minute = useSlowNow();
  const found = useQuery({
    queryKey: ['search', search],
    enabled: search !== '',
    queryFn: async ({ signal }) => {
      const [open, resolved] = await Promise.all([
        desk.findPage('open', undefined, search, signal),
        desk.findPage('resolved', undefined, search, signal),
      ]);
      return [...open.conversations, ...resolved.conversations].map((one) => one.id);
    },
  });
  const groups = useMemo(
    () =>
      search === '' && view === 'waiting'
        ? groupsOf(
            rowsOf(summaries.values(), view, me.id),
            queues.map((queue) => queue.id),
            filter,
            minute,
          )
        : null,
    [summaries, view, me.id, search, queues, filter, minute],
  );
  const rows = useMemo(() => {
    if (groups) return groups.flatMap((group) => group.rows);
    if (search === '') return rowsOf(summaries.values(), view, me.id);
    const ids = [...new Set(found.data ?? [])];
    return ids.map((id) => summaries.get(id)).filter((one) => one !== undefined);
  }, [groups, summaries, view, me.id, search, found.data]);
  return {
    rows,
    groups,
    searching: search !== '' && found.isPending,
    searchError: search !== '' ? found.error : null,
  };
}
