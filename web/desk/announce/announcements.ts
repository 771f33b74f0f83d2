import type { ConversationSummary } from '../../../core/protocol/views.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';

/** What an agent must be told although they did not ask. */
export type Announcement = { readonly key: string; readonly conversationId: string } & (
  | { readonly kind: 'given' | 'helping' | 'missed' }
  | { readonly kind: 'whisper'; readonly from: string; readonly text: string }
);

/** Milliseconds by which the server may end an offer before this clock says so. */
const tolerance = 1_500;

/**
 * What the change of a summary means to this agent. `own` says that the agent has just done it themselves: nobody is
 * told what they did. `before` is absent for a conversation that was not known. Times are the server's.
 */
export function announcementsOf(
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  agentId: string,
  now: number,
  own: boolean,
): readonly Announcement[] {
  if (own || after.status !== 'open') return [];
  const found: Announcement[] = [];
  const tell = (kind: 'helping' | 'missed') =>
    found.push({ key: `${kind} ${after.id} ${after.lastSeq}`, conversationId: after.id, kind });
  if (after.helpers.includes(agentId) && !before?.helpers.includes(agentId)) tell('helping');
  const offer = before?.offer;
  if (
    offer?.agentId === agentId &&
    after.offer?.at !== offer.at &&
    after.owner.kind === 'queue' &&
    now >= offer.until - tolerance
  ) {
    tell('missed');
  }
  return found;
}

/**
 * The latest of new events that gave a conversation to this agent without their doing: assigned by the router, or
 * transferred by a colleague. From the events rather than from the summary, so that what is given while the desk is
 * still loading is told too.
 */
export function givenIn(events: readonly ConversationEvent[], agentId: string): readonly Announcement[] {
  const event = events.findLast(
    (one) =>
      (one.kind === 'assigned' && one.body.agentId === agentId) ||
      (one.kind === 'transferred' && one.body.toAgentId === agentId),
  );
  if (!event || (event.actor.kind === 'agent' && event.actor.id === agentId)) return [];
  return [{ key: event.id, conversationId: event.conversationId, kind: 'given' }];
}

/** The whispers among new events of a conversation that this agent owns. */
export function whispersIn(
  events: readonly ConversationEvent[],
  owner: ConversationSummary['owner'] | undefined,
  agentId: string,
): readonly Announcement[] {
  if (owner?.kind !== 'agent' || owner.agentId !== agentId) return [];
  return events.flatMap((event) =>
    event.kind === 'note-added' &&
    event.body.whisper === true &&
    !event.body.withheld &&
    event.actor.kind === 'agent' &&
    event.actor.id !== agentId
      ? [
          {
            key: event.id,
            conversationId: event.conversationId,
            kind: 'whisper' as const,
            from: event.actor.name,
            text: event.body.text,
          },
        ]
      : [],
  );
}
