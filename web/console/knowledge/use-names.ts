import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../../core/protocol/views.ts';
import { useLanguage } from '../../ui/language.ts';
import { listColleagues, listInboxes } from '../calls.ts';
import type { Names } from './article-fields.ts';

/** The colleagues and, for those who may see them, the inboxes: to choose from, and to name what is stored as an id. */
export function useNames(): {
  readonly colleagues: readonly Colleague[];
  readonly inboxes: readonly { readonly id: string; readonly name: string }[];
  readonly names: Names;
} {
  const { t } = useLanguage();
  const colleagues =
    useQuery({ queryKey: ['colleagues'], queryFn: ({ signal }) => listColleagues(signal), staleTime: 60_000 })
      .data?.colleagues ?? [];
  // An agent may not read the inboxes' settings: the ids must do.
  const inboxes =
    useQuery({ queryKey: ['inboxes'], queryFn: ({ signal }) => listInboxes(signal), staleTime: 60_000 }).data
      ?.inboxes ?? [];
  const named = inboxes.map(({ id, name }) => ({ id, name: t(name) }));
  return {
    colleagues,
    inboxes: named,
    names: {
      inbox: (id) => named.find((one) => one.id === id)?.name ?? id,
      colleague: (id) => colleagues.find((one) => one.id === id)?.name ?? id,
    },
  };
}
