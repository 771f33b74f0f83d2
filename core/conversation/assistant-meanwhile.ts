import type { Actor } from '../terms/actor.ts';
import type { NewEvent } from '../terms/event.ts';
import { nobodyHere, type QueueStanding } from './notices.ts';
import type { Command, Outcome } from './outcome.ts';
import type { ConversationState } from './state.ts';

/**
 * From now on the assistant carries on. The wish for a person stands: the place is kept, and the conversation is queued
 * in earnest as soon as somebody can come.
 */
export function queuedMeanwhile(state: ConversationState, { id, at }: Command, actor: Actor): NewEvent {
  return {
    id,
    kind: 'queued',
    actor,
    at,
    body: {
      queueId: state.queueId ?? 'default',
      priority: state.priority,
      reasons: state.handoff?.reasons ?? [],
      waitingSince: state.waitingSince ?? at,
      ...(state.preferredAgentId === null ? {} : { preferredAgentId: state.preferredAgentId }),
      meanwhile: 'assistant',
    },
  };
}

/**
 * One tap of a customer who waits in the queue: the assistant helps until somebody can come. It changes nothing, and is
 * no error, where the queue does not let the assistant carry on, where somebody can come now or is being asked, and
 * where the customer has left a message and does not wait.
 */
export function letAssistantHelp(
  state: ConversationState | null,
  contactId: string,
  command: Command,
  standing: QueueStanding,
): Outcome {
  if (!state || state.contactId !== contactId) return { refused: 'not-found' };
  const waits = state.owner.kind === 'queue' && !state.offer && !state.leftMessage;
  if (!waits || nobodyHere(standing) !== 'assistant') return { events: [] };
  return { events: [queuedMeanwhile(state, command, { kind: 'contact', id: contactId })] };
}
