import { useEffect, useState } from 'react';
import { useDeskStore } from '../store/use-desk.ts';

/** Resolved conversations come page by page, as far as the reader scrolls. */
export function useResolvedPages(wanted: boolean) {
  const desk = useDeskStore();
  const [next, setNext] = useState<string | null | undefined>(undefined);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const load = async (before: string | undefined) => {
    setLoading(true);
    try {
      setNext((await desk.loadPage('resolved', before)) ?? null);
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      setLoading(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: loads once, when the view is first wanted
  useEffect(() => {
    if (wanted && next === undefined && !loading) void load(undefined);
  }, [wanted]);
  return {
    loading: wanted && (loading || next === undefined) && error === null,
    error: wanted ? error : null,
    more: () => {
      if (wanted && typeof next === 'string' && !loading) void load(next);
    },
  };
}
