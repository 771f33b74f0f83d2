import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SatisfactionView } from '../../../../core/protocol/satisfaction.ts';
import { api } from '../../../ui/api.ts';

/** How it goes for the customer, asked again when they have said more; the last estimate stays meanwhile. */
export function useSatisfaction(conversationId: string, heard: number): SatisfactionView | undefined {
  const { data } = useQuery({
    queryKey: ['satisfaction', conversationId, heard],
    queryFn: ({ signal }) =>
      api.get<SatisfactionView>(
        `/api/conversations/${encodeURIComponent(conversationId)}/satisfaction`,
        signal,
      ),
    enabled: heard > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  return data;
}
