import { useQuery } from '@tanstack/react-query';
import type { RisingAlert } from '../../../core/protocol/insights.ts';
import { listRising } from './calls.ts';

/** The alerts that stand now; none for whoever may not look. The live connection tells when they change. */
export function useOpenAlerts(enabled: boolean): readonly RisingAlert[] {
  const rising = useQuery({
    queryKey: ['insights', 'rising'],
    queryFn: ({ signal }) => listRising(signal),
    refetchInterval: 60_000,
    enabled,
  });
  return rising.data?.alerts.filter(({ endedAt }) => endedAt === null) ?? [];
}
