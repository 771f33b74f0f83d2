import type { ServerFrame } from '../../../core/protocol/frames.ts';
import type { DeskState } from '../store/desk-state.ts';
import { type Announcement, announcementsOf, whispersIn } from './announcements.ts';

/**
 * What a frame of the live connection changes for this agent, read before the state has it. Nothing is news before the
 * list is complete: until then everything is merely being loaded. `own` tells what the agent has just done themselves;
 * `now` is this machine's clock.
 */
export function newsOf(
  { me, summaries, timelines, list, clockOffset }: DeskState,
  frame: ServerFrame,
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
    const fresh = frame.events.filter((event) => event.seq > upTo);
    return whispersIn(fresh, summaries.get(frame.conversationId)?.owner, me.id);
  }
  return [];
}
