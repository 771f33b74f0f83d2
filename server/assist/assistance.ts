import { setTimeout as sleep } from 'node:timers/promises';
import type { Articles } from '../../adapters/store/articles.ts';
import type { AssistStore } from '../../adapters/store/assist.ts';
import type { Contacts } from '../../adapters/store/contacts.ts';
import { askedOf } from '../../core/assist/asked.ts';
import { isStrained } from '../../core/manner/feeling.ts';
import type { AssistFound, AssistView, DraftCheck, WritingTask } from '../../core/protocol/assist.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { Language } from '../../core/terms/language.ts';
import type { Knowledge } from '../../plugs/knowledge.ts';
import type { Log } from '../../plugs/log.ts';
import type { ChatModel } from '../../plugs/model.ts';
import { assistFound, assistView, knowledgeOf, writingMaterial } from '../../services/assist-view.ts';
import { assistWrite, type Written } from '../../services/assist-write.ts';
import { checkDraft } from '../../services/check-draft.ts';
import { scopeOf } from '../../services/scope-of.ts';
import { sentencesNear } from '../../services/sentences-near.ts';
import { type Understand, understandQuestion } from '../../services/understand-question.ts';
import { createHeld } from './held.ts';
import { createTeamMemory } from './team-memory.ts';

/** As much of a conversation as the help looks back on. */
const mostEvents = 300;
const recentMs = 3_000;
const versionsMs = 30_000;
const mostRecent = 500;
/** The help stands beside the conversation at once: what is not understood by then is at the next look. */
const patienceMs = 60;

interface Needs {
  readonly log: Log;
  readonly contacts: Contacts;
  readonly articles: Pick<Articles, 'versions'>;
  readonly knowledgeBase: { readonly knowledge: Knowledge };
  /** Finds what questions mean, where that is asked for. */
  readonly understand?: Understand | undefined;
  readonly model: ChatModel | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The help beside conversations: three keyed reads, then look-ups in this process's memory. */
export function createAssistance(plugs: Needs, store: AssistStore) {
  const team = createTeamMemory(store, () => plugs.knowledgeBase.knowledge.segment);

  /** What this inbox's staff may read now. */
  const knowledgeFor = (state: Parameters<typeof scopeOf>[0]): Knowledge =>
    plugs.knowledgeBase.knowledge.within({ ...scopeOf(state), audience: 'staff' });

  /** The same, told what the customer asks where that is known soon. */
  async function understood({ state, events }: NonNullable<Awaited<ReturnType<typeof read>>>) {
    const knowledge = knowledgeFor(state);
    const { understand } = plugs;
    if (!understand) return knowledge;
    const { text, earlier } = askedOf(events);
    const perception = { act: 'question', wantsHuman: false, language: state.language } as const;
    const before = { ...state, questions: earlier };
    const told = understandQuestion(before, { text, perception }, knowledge, understand);
    return Promise.race([told, sleep(patienceMs, knowledge, { ref: false })]);
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

  /** While an agent types, what was read a moment ago will do. */
  const recent = createHeld<Awaited<ReturnType<typeof read>>>(recentMs, mostRecent);
  const readSoon = (conversationId: string) =>
    recent.of(conversationId, plugs.now(), () => read(conversationId));
  /** What is published on the question stands as long as what was read of the conversation. */
  const near = createHeld<readonly string[]>(recentMs, mostRecent);
  const nearTo = ({ state, contact }: NonNullable<Awaited<ReturnType<typeof read>>>, question: string) =>
    near.of(`${state.id} ${question}`, plugs.now(), async () =>
      sentencesNear(knowledgeOf(knowledgeFor(state), state, contact), question, state.language),
    );
  const versions = createHeld<readonly ArticleView[]>(versionsMs, mostRecent);
  const versionsOf = (articleId: string) =>
    versions.of(articleId, plugs.now(), () => plugs.articles.versions(articleId));

  return {
    /** Undefined where there is no such conversation. `language` is the agent's. */
    async view(conversationId: string, language: Language): Promise<AssistView | undefined> {
      const conversation = await read(conversationId);
      if (!conversation) return undefined;
      const at = plugs.now();
      const knowledge = await understood(conversation);
      return assistView({ knowledge, team, canWrite: plugs.model !== undefined }, conversation, language, at);
    },
    /** What is wrong with a draft and how it may go on. Undefined where there is no such conversation. */
    async check(conversationId: string, text: string, language: Language): Promise<DraftCheck | undefined> {
      const conversation = await readSoon(conversationId);
      if (!conversation) return undefined;
      const { state, events, contact } = conversation;
      const at = plugs.now();
      const question = askedOf(events).text;
      const said = events.flatMap((event) =>
        event.kind === 'message-received' || event.kind === 'message-sent' ? [event.body.text] : [],
      );
      const warnings = await checkDraft(
        { knowledge: knowledgeFor(state), versionsOf, at },
        {
          text,
          question,
          known: `${said.join('\n')}\n${JSON.stringify(contact)}`,
          isStrained: isStrained(state.moods.at(-1) ?? { emotion: 'neutral', intensity: 0 }),
        },
        language,
      );
      const near = await nearTo(conversation, question);
      return { warnings, completion: team.complete(state.inboxId, text, { question, at, near }) };
    },
    /** Passages for words that the agent looks up. Undefined where there is no such conversation. */
    async search(conversationId: string, text: string): Promise<AssistFound | undefined> {
      const conversation = await readSoon(conversationId);
      if (!conversation) return undefined;
      // Who looks by hand looks everywhere in the inbox.
      const { products: _, ...state } = conversation.state;
      return assistFound(knowledgeFor(state), text, plugs.understand);
    },
    /** Whether there is a conversation to write for, before anything is streamed. */
    exists: async (conversationId: string) => (await plugs.log.state(conversationId)) !== null,
    /** Writes with the model; nothing is sent or stored. Rejects only when the store cannot be reached. */
    async write(
      conversationId: string,
      asked: {
        readonly task: WritingTask;
        readonly instruction: string;
        readonly agentId: string;
        readonly language: Language;
        readonly signal: AbortSignal;
        readonly onText: (words: string) => void;
      },
    ): Promise<Written> {
      const { model } = plugs;
      const conversation = await read(conversationId);
      if (!model || !conversation) return { kind: 'failed', code: 'model-error' };
      const style =
        asked.task.kind === 'draft' ? await store.styleOf(asked.agentId, conversation.state.inboxId) : [];
      const knowledge = knowledgeFor(conversation.state);
      const material = writingMaterial(knowledge, conversation, asked.language);
      const { task, instruction, language, signal, onText } = asked;
      return assistWrite(
        { model, knowledge },
        { ...material, task, instruction, style, agentLanguage: language, signal, onText },
      );
    },
    follow: team.follow,
    close: team.close,
    get size() {
      return team.size;
    },
  };
}

export type Assistance = ReturnType<typeof createAssistance>;
