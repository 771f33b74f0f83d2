import type { ConversationState } from '../core/conversation/state.ts';
import { estimateSatisfaction } from '../core/perception/satisfaction.ts';
import type { SatisfactionModel } from '../core/perception/satisfaction-model.ts';
import type { KeptEstimate } from '../core/terms/satisfaction.ts';
import type { AppendResult, Log } from '../plugs/log.ts';
import { heardOf, mostEvents } from './judge-satisfaction.ts';

/**
 * Ends a conversation that the customer has left with the assistant's answer: it is resolved by the assistant, as
 * "no reply" and never as "solved", since nobody said so. Whether it looks solved is estimated and kept beside, for the
 * figures. Writing again reopens it. Where a wish for a person stands it is left open: somebody comes.
 */
export async function endIdle(
  needs: {
    readonly log: Log;
    readonly idleMs: number;
    readonly satisfactionModel?: SatisfactionModel | undefined;
  },
  conversationId: string,
  at: number,
): Promise<AppendResult | null> {
  const isIdle = (state: ConversationState | null): state is ConversationState =>
    state?.status === 'open' &&
    state.owner.kind === 'assistant' &&
    state.waitingSince === null &&
    state.unanswered === null &&
    state.updatedAt <= at - needs.idleMs;
  // What is not to end is not read: it may be long, and is looked at again every minute.
  const standing = await needs.log.state(conversationId);
  if (!isIdle(standing)) return null;
  const events = await needs.log.read(conversationId, 0, mostEvents);
  const { satisfaction, solved, by } = estimateSatisfaction(heardOf(events), needs.satisfactionModel);
  const estimate: KeptEstimate = { satisfaction, solved, by };
  const commandId = `idle/${Math.floor(at / needs.idleMs)}`;
  return needs.log.append({
    conversationId,
    commandId,
    actorKey: 'assistant',
    decide: (state) =>
      isIdle(state)
        ? {
            events: [
              {
                id: commandId,
                kind: 'resolved',
                actor: { kind: 'assistant' },
                at,
                body: {
                  disposition: 'no-reply',
                  note: '',
                  // Only of the conversation as it stands: one that went on meanwhile was not read to its end.
                  ...(events.at(-1)?.seq === state.lastSeq ? { estimate } : {}),
                },
              },
            ],
          }
        : { events: [] },
  });
}
