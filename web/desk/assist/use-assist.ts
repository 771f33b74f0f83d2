import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { AssistView } from '../../../core/protocol/assist.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { api } from '../../ui/api.ts';
import { plainText } from '../plain-text.ts';
import { useDesk } from '../store/use-desk.ts';

/** The help beside one conversation, as it stands on the screen. */
export interface Help {
  /** What is shown: the newest, or what the reader has under their eyes while newer waits. Replies in plain words. */
  readonly view: AssistView | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** Newer help is there and waits until the reader is done with this one. */
  readonly newer: boolean;
  /** Keeps what is shown as it is while somebody reads or points in it. */
  readonly hold: (on: boolean) => void;
  /** Whether the composer may propose words: what Tab would put in, and ghost text. */
  readonly completes: boolean;
}

/** As much as is used at once: a reply by one key must be what stands on the screen. */
function readable(view: AssistView): AssistView {
  return { ...view, replies: view.replies.map((reply) => ({ ...reply, text: plainText(reply.text) })) };
}

function lastSeq(
  events: readonly ConversationEvent[] | undefined,
  spoke: (event: ConversationEvent) => boolean,
): number {
  return events?.findLast(spoke)?.seq ?? 0;
}

const byContact = (event: ConversationEvent) => event.kind === 'message-received';
const byAgent = (event: ConversationEvent) => event.kind === 'message-sent' && event.actor.kind === 'agent';

/** The question that {@link useAssist} asks, for those who need a part of its answer. */
export function assistQuery(conversationId: string, heard: number, told: number, knowledge: number) {
  return {
    queryKey: ['assist', conversationId, heard, told, knowledge],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      readable(await api.get<AssistView>(`/api/conversations/${conversationId}/assist`, signal)),
    staleTime: 60_000,
    gcTime: 5 * 60_000,
  } as const;
}

/**
 * Asks again with every message of the customer or of an agent, and when the knowledge base changes; what is there
 * stays until the new is.
 */
export function useAssist(conversationId: string | null, completes: boolean): Help {
  const events = useDesk((state) =>
    conversationId === null ? undefined : state.timelines.get(conversationId)?.events,
  );
  const knowledge = useDesk((state) => state.knowledgeChanges);
  const [heard, told] = useMemo(() => [lastSeq(events, byContact), lastSeq(events, byAgent)], [events]);
  const query = useQuery({
    ...assistQuery(conversationId ?? '', heard, told, knowledge),
    enabled: conversationId !== null,
    placeholderData: (before, asked) => (asked?.queryKey[1] === conversationId ? before : undefined),
  });
  const [held, setHeld] = useState<AssistView | null>(null);
  const isHeld = held !== null && held.conversationId === conversationId;
  return {
    view: isHeld ? held : query.data,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    newer: isHeld && query.data !== undefined && query.data !== held,
    hold: (on) => setHeld(on ? (isHeld ? held : (query.data ?? null)) : null),
    completes,
  };
}

/** Whether a model writes for agents, as the help at hand says; false while nothing is known. */
export function useCanWrite(conversationId: string): boolean {
  const client = useQueryClient();
  const known = useSyncExternalStore(
    useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client]),
    () =>
      client
        .getQueriesData<AssistView>({ queryKey: ['assist', conversationId] })
        .some(([, view]) => view?.canWrite === true),
  );
  return known;
}
