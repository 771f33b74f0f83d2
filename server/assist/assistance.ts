import type { AssistStore } from '../../adapters/store/assist.ts';
import type { AssistView, DraftCheck } from '../../core/protocol/assist.ts';
import type { Language } from '../../core/terms/language.ts';
import type { Knowledge } from '../../plugs/knowledge.ts';
import type { ChatModel } from '../../plugs/model.ts';
import { assistView } from '../../services/assist-view.ts';
import type { Plugs } from '../plugs.ts';
import { createTeamMemory } from './team-memory.ts';

/** As much of a conversation as the help looks back on. */
const mostEvents = 300;

type Needs = Pick<Plugs, 'log' | 'contacts' | 'knowledgeBase' | 'articles' | 'now'> & {
  readonly model: ChatModel | undefined;
};

/** The help beside conversations: three keyed reads, then look-ups in this process's memory. */
export function createAssistance(plugs: Needs, store: AssistStore) {
  const team = createTeamMemory(store, plugs.knowledgeBase.knowledge.segment);

  /** What this inbox's staff may read now. */
  function knowledgeFor(inboxId: string, at: number): Knowledge {
    const { knowledge } = plugs.knowledgeBase;
    return {
      ...knowledge,
      search: (text, options) => knowledge.search(text, { at, inboxId, audience: 'staff', ...options }),
    };
  }

  async function read(conversationId: string) {
    const state = await plugs.log.state(conversationId);
    if (!state) return undefined;
    const [events, contacts] = await Promise.all([
      plugs.log.read(conversationId, Math.max(0, state.lastSeq - mostEvents), mostEvents + 50),
      plugs.contacts.find([state.contactId]),
    ]);
    const contact = contacts.get(state.contactId) ?? { attributes: {}, records: [] };
    return { state, events, contact };
  }

  return {
    /** Undefined where there is no such conversation. `language` is the agent's. */
    async view(conversationId: string, language: Language): Promise<AssistView | undefined> {
      const conversation = await read(conversationId);
      if (!conversation) return undefined;
      const at = plugs.now();
      const knowledge = knowledgeFor(conversation.state.inboxId, at);
      return assistView({ knowledge, team, canWrite: plugs.model !== undefined }, conversation, language, at);
    },
    async check(conversationId: string, _text: string, _language: Language): Promise<DraftCheck | undefined> {
      const conversation = await read(conversationId);
      if (!conversation) return undefined;
      return { warnings: [], completion: null };
    },
    follow: team.follow,
    close: team.close,
    get size() {
      return team.size;
    },
  };
}

export type Assistance = ReturnType<typeof createAssistance>;
