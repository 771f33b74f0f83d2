import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SuggestedReply } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { api } from '../../ui/api.ts';
import { plainText } from '../plain-text.ts';
import { type CannedReply, cannedReplies, slashQuery } from './canned.ts';

/** The `/` menu of one composer. `text` is the reply so far; empty where none is written. */
export function useSlash(
  conversationId: string,
  text: string,
  language: Language,
  suggestions: readonly SuggestedReply[],
  take: (reply: CannedReply) => void,
) {
  const [closedMenu, setClosedMenu] = useState<string | null>(null);
  const [choice, setChoice] = useState(0);
  const query = slashQuery(text);
  const open = query !== null && closedMenu !== text;
  const found = useQuery({
    queryKey: ['suggestions', conversationId, query],
    enabled: open && query !== null && query.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const answer = await api.get<{ suggestions: readonly SuggestedReply[] }>(
        `/api/conversations/${conversationId}/suggestions?text=${encodeURIComponent(query ?? '')}`,
        signal,
      );
      return answer.suggestions.map((one) => ({ ...one, text: plainText(one.text) }));
    },
  });
  const replies = open
    ? cannedReplies(
        query ?? '',
        found.data ?? [],
        suggestions,
        Object.values(deskText.canned).map((entry) => entry[language]),
      )
    : [];
  const chosen = Math.min(choice, Math.max(0, replies.length - 1));

  return {
    open,
    replies,
    chosen,
    searching: found.isFetching,
    choose: setChoice,
    close: () => setClosedMenu(text),
    /** Takes a key that is meant for the menu, and says whether it was one. */
    onKey: (event: { readonly key: string; readonly shiftKey: boolean }): boolean => {
      if (!open || replies.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        setChoice((chosen + (event.key === 'ArrowDown' ? 1 : replies.length - 1)) % replies.length);
        return true;
      }
      if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
        take(replies[chosen]!);
        return true;
      }
      return false;
    },
  };
}
