import type { ServerFrame } from '../../../core/protocol/frames.ts';
import type { DeskState } from '../store/desk-state.ts';
import { type Announcement, announcementsOf, givenIn, whispersIn } from './announcements.ts';

/**
 * What a frame changes for this agent, read before the state has it. Events are news when they happened after the desk
 * was opened (`since`, by the server's clock), however they arrive; a summary only once the list is complete, since
 * until then nobody knows what was before. `own` tells what the agent has just done themselves; `now` is this
 * machine's clock.
 */
export function newsOf(
  { me, summaries, timelines, list, clockOffset }: DeskState,
  frame: ServerFrame,
  since: number,
  own: (conversationId: string) => boolean,
  now: number,
): readonly Announcement[] {
  if (frame.type === 'summary' && list === 'complete') {
    const { conversation } = frame;
    const known = summaries.get(conversation.id);
    if (known && conversation.lastSeq <= known.lastSeq) return [];
    return announcementsOf(known, conversation, me.id, now + clockOffset, own(conversation.id));
  }
  if (frame.type === 'events') {
    const upTo = timelines.get(frame.conversationId)?.upTo ?? 0;
    const fresh = frame.events.filter((event) => event.seq > upTo && event.at >= since);
    const owner = summaries.get(frame.conversationId)?.owner;
    return [...givenIn(fresh, me.id), ...whispersIn(fresh, owner, me.id)];
  }
  return [];
}
