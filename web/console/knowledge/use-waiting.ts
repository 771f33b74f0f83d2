import { useQuery } from '@tanstack/react-query';
import { listArticles } from '../calls.ts';
import { listProposals } from './review/calls.ts';

/**
 * What waits for a lead's decision: proposals out of conversations, and articles sent to review. Drafts that somebody
 * is still writing wait for nobody. Zeros for whoever decides nothing.
 */
export function useWaiting(enabled: boolean): { readonly proposals: number; readonly articles: number } {
  const proposals = useQuery({
    queryKey: ['articles', 'proposals', 'waiting', undefined],
    queryFn: ({ signal }) => listProposals('waiting', undefined, signal),
    enabled,
  });
  const articles = useQuery({
    queryKey: ['articles', 'in-review'],
    queryFn: ({ signal }) => listArticles({ status: 'review' }, signal),
    enabled,
  });
  return {
    proposals: proposals.data?.counts.waiting ?? 0,
    articles: articles.data?.counts.review ?? 0,
  };
}
