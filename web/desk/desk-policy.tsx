import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { DeskPolicy } from '../../core/protocol/policies.ts';
import { api } from '../ui/api.ts';

/** Milliseconds: policies are published now and then, and what is shown of them is names and hours. */
const fresh = 60_000;

/** Until it has come, promises of time count around the clock, and nothing has a name. */
const unknown: DeskPolicy = { version: 0, segments: [], labels: [], calendars: [] };

const Known = createContext(unknown);

/** Reads once in a while what the desk must know of the policy in force, for everything below it. */
export function DeskPolicyProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery({
    queryKey: ['desk-policy'],
    staleTime: fresh,
    refetchInterval: fresh,
    queryFn: ({ signal }) => api.get<DeskPolicy>('/api/desk/policy', signal),
  });
  return <Known value={data ?? unknown}>{children}</Known>;
}

export const useDeskPolicy = (): DeskPolicy => useContext(Known);
