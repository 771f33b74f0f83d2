import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HandoffPacket } from '../../../core/protocol/views.ts';
import { api } from '../../ui/api.ts';
import { plainText } from '../plain-text.ts';
import { useDesk } from '../store/use-desk.ts';

/** The packet with its texts from the knowledge base in plain words, as they are shown and inserted. */
function readable(packet: HandoffPacket): HandoffPacket {
  return {
    ...packet,
    tried: packet.tried.map((attempt) => ({ ...attempt, summary: plainText(attempt.summary) })),
    suggestions: packet.suggestions.map((one) => ({ ...one, text: plainText(one.text) })),
  };
}

function packetOptions(conversationId: string) {
  return queryOptions({
    queryKey: ['packet', conversationId],
    queryFn: async ({ signal }) =>
      readable(await api.get<HandoffPacket>(`/api/conversations/${conversationId}/packet`, signal)),
    staleTime: 10_000,
    gcTime: 30 * 60_000,
  });
}

/** Fetches the packet ahead of the click that will need it. */
export function prefetchPacket(client: QueryClient, conversationId: string): void {
  void client.prefetchQuery(packetOptions(conversationId));
}

/** Milliseconds between the last event and a fresh look, so that a burst asks once. */
const settle = 1_200;

/** The packet, read again after the conversation went on; the one at hand stays on the screen meanwhile. */
export function usePacket(conversationId: string | null) {
  const client = useQueryClient();
  const lastSeq = useDesk((state) =>
    conversationId === null ? 0 : (state.summaries.get(conversationId)?.lastSeq ?? 0),
  );
  const query = useQuery({ ...packetOptions(conversationId ?? ''), enabled: conversationId !== null });
  useEffect(() => {
    if (conversationId === null || lastSeq === 0) return;
    const { queryKey } = packetOptions(conversationId);
    const timer = setTimeout(() => {
      const at = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
      if (at > 0 && Date.now() - at > settle) void client.invalidateQueries({ queryKey });
    }, settle);
    return () => clearTimeout(timer);
  }, [client, conversationId, lastSeq]);
  return query;
}
