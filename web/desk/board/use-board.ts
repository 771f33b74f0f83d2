import { useQuery } from '@tanstack/react-query';
import type { Board } from '../../../core/protocol/views.ts';
import { ApiError, api } from '../../ui/api.ts';

/** Milliseconds between two looks. */
const every = 2_000;

/** The day as it goes, looked at anew every two seconds; the last one stays on the screen while the next is on its way. */
export function useBoard(enabled: boolean) {
  return useQuery({
    queryKey: ['board'],
    enabled,
    refetchInterval: every,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
    staleTime: 0,
    retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status === 403),
    queryFn: ({ signal }) => api.get<Board>('/api/board', signal),
  });
}
