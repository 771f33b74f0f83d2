import type { ConversationState } from '../core/conversation/state.ts';
import { packetOf } from '../core/handoff/handoff-packet.ts';
import { moodCourse } from '../core/perception/mood-course.ts';
import type { ContactView, HandoffPacket } from '../core/protocol/views.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { Log } from '../plugs/log.ts';
import { scopeOf } from './scope-of.ts';
import { suggestReplies } from './suggest-replies.ts';

export interface GatherPacket {
  readonly log: Pick<Log, 'read' | 'state'>;
  readonly knowledge: Knowledge;
  readonly contacts: {
    find(
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, ContactView & { readonly records: HandoffPacket['records'] }>>;
  };
  readonly conversations: {
    ofContact(contactId: string, limit?: number): Promise<readonly ConversationState[]>;
  };
  readonly agents: { names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> };
}

/**
 * Everything that an agent needs before the first keystroke, gathered in one go: the contact with earlier
 * conversations and the host system's records, and what the conversation itself tells. Undefined without a
 * conversation.
 */
export async function gatherPacket(
  needs: GatherPacket,
  conversationId: string,
): Promise<HandoffPacket | undefined> {
  const state = await needs.log.state(conversationId);
  if (!state) return undefined;
  const [events, contacts, conversations] = await Promise.all([
    needs.log.read(conversationId, 0, 5000),
    needs.contacts.find([state.contactId]),
    needs.conversations.ofContact(state.contactId),
  ]);
  const earlier = conversations.filter(({ id }) => id !== conversationId);
  const names = await needs.agents.names(
    earlier.flatMap(({ lastAgentId }) => (lastAgentId ? [lastAgentId] : [])),
  );
  const { moods, ...core } = packetOf(events);
  const { now, trend } = moodCourse(moods);
  const found = contacts.get(state.contactId);
  const { records, ...contact } = found ?? {
    records: [],
    ...{ id: state.contactId, name: '', verified: false, attributes: {}, createdAt: state.openedAt },
  };
  return {
    conversationId,
    contact,
    records,
    history: earlier.map((conversation) => ({
      id: conversation.id,
      openedAt: conversation.openedAt,
      question: conversation.questions[0] ?? conversation.preview?.text ?? '',
      resolvedBy: conversation.resolution?.by ?? null,
      agentName: conversation.lastAgentId ? names.get(conversation.lastAgentId) : undefined,
      disposition: conversation.resolution?.disposition ?? null,
      rating: conversation.rating,
    })),
    ...core,
    mood: { course: moods, trend, now: now.emotion },
    suggestions: suggestReplies(needs.knowledge.within(scopeOf(state)), core.wants.question, state.language),
  };
}
