import type { AppendResult, Log } from '../plugs/log.ts';

/**
 * Ends a conversation that the customer has left with the assistant's answer: it is resolved by the assistant, as
 * "no reply" and never as "solved", since nobody said so. Writing again reopens it. Where a wish for a person stands it
 * is left open: somebody comes.
 */
export function endIdle(
  needs: { readonly log: Log; readonly idleMs: number },
  conversationId: string,
  at: number,
): Promise<AppendResult> {
  const commandId = `idle/${Math.floor(at / needs.idleMs)}`;
  return needs.log.append({
    conversationId,
    commandId,
    actorKey: 'assistant',
    decide: (state) =>
      state?.status === 'open' &&
      state.owner.kind === 'assistant' &&
      state.waitingSince === null &&
      state.unanswered === null &&
      state.updatedAt <= at - needs.idleMs
        ? {
            events: [
              {
                id: commandId,
                kind: 'resolved',
                actor: { kind: 'assistant' },
                at,
                body: { disposition: 'no-reply', note: '' },
              },
            ],
          }
        : { events: [] },
  });
}
