import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createOpenAiCompatible } from '../../adapters/models/openai-compatible.ts';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { createLog } from '../../adapters/store/log.ts';
import { type AgentActor, takeOver } from '../../core/conversation/agent-commands.ts';
import type { Timers } from '../../core/conversation/outcome.ts';
import { askHuman } from '../../core/conversation/queue-commands.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { firstPolicy } from '../../core/policy/default-policy.ts';
import type { ConversationEvent, EventKind, EventOf } from '../../core/terms/event.ts';
import { nobodysFacts } from '../../core/triage/facts.ts';
import type { Log } from '../../plugs/log.ts';
import {
  type AnswerResult,
  type AnswerWithModel,
  answerWithModel,
} from '../../services/answer-with-model.ts';
import { commandConversation } from '../../services/command-conversation.ts';
import { knowledgeInMemory } from '../../services/knowledge-in-memory.ts';
import { receiveMessage } from '../../services/receive-message.ts';
import { createTestDatabase } from './database.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model.ts';

export const modelKey = 'sk-scripted-secret-7300';

const articles = [
  ['returns', '买了不合适可以退货吗', '签收后 7 天内，商品没有使用过就可以申请退货。退货的运费由您承担。'],
  ['freight', '运费怎么算', '单笔满 99 元包邮，不满收 8 元运费。新疆、西藏另加 15 元。'],
  ['invoice', '怎么开发票', '订单完成后在「我的订单」里点「开发票」，电子发票发到您的邮箱。'],
  ['tent-two', '双人帐篷的重量和尺寸', '双人帐篷重 2.1 公斤，收纳后长 45 厘米。'],
  ['tent-three', '三人帐篷的重量和尺寸', '三人帐篷重 2.9 公斤，收纳后长 52 厘米。'],
] as const;

const contactId = '00000000-0000-4000-8000-000000000001';
const inboxId = '00000000-0000-4000-8000-000000000002';
export const agent: AgentActor = { id: '00000000-0000-4000-8000-000000000003', name: '小林', role: 'agent' };

export interface AnswerWatch {
  readonly done: Promise<AnswerResult>;
  readonly shown: string[];
  withdrawn: number;
  readonly abort: (reason?: Error) => void;
  /** Resolves when the first words are shown; rejects when the end comes without any. */
  readonly begun: Promise<void>;
}

/** A conversation with the assistant over the real log, with a scripted model behind the real protocol. */
export interface ModelScene {
  readonly log: Log;
  readonly model: ScriptedModel;
  readonly needs: AnswerWithModel;
  readonly timers: Timers;
  /** A customer's message; resolves with its seq. */
  say(conversationId: string, text: string): Promise<number>;
  answer(conversationId: string, of: number, answerId?: string): AnswerWatch;
  takeOver(conversationId: string): Promise<void>;
  askHuman(conversationId: string): Promise<void>;
  events(conversationId: string): Promise<readonly ConversationEvent[]>;
  close(): Promise<void>;
}

/** `timers.answerMs` is short, so that every test ends soon; its tenth, kept for the store, still bears a busy machine. */
export async function createModelScene({ answerMs = 4000, firstTokenMs = 300, totalMs = 700 } = {}) {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ ...database.connection, max: 4 });
  const log = createLog(pool, { onAppended: () => undefined });
  const model = await startScriptedModel();
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment);
  for (const [id, title, body] of articles)
    index.add({
      id,
      title,
      body,
      language: 'zh',
      similarQuestions: [],
      topic: 'shop',
      status: 'published',
      version: 1,
    });
  const timers = { answerMs, queuePatienceMs: 120_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 };
  const target = () => ({ queueId: 'default', priority: 0, agentsOnline: 1 });
  const needs: AnswerWithModel = {
    log,
    knowledge: knowledgeInMemory(index, segment, Date.now),
    timers,
    policy: () => firstPolicy,
    target,
    isOpen: () => true,
    contactFacts: async () => nobodysFacts,
    now: Date.now,
    model: createOpenAiCompatible({ url: model.url, key: modelKey, name: 'scripted', firstTokenMs, totalMs }),
  };

  const scene: ModelScene = {
    log,
    model,
    needs,
    timers,
    async say(conversationId, text) {
      const id = randomUUID();
      const result = await receiveMessage(
        { ...needs, hasModel: true },
        {
          id,
          conversationId,
          contactId,
          inboxId,
          language: 'zh',
          text,
          attachments: [],
          at: Date.now(),
          contact: nobodysFacts,
        },
      );
      if (result.kind !== 'appended') throw new Error(result.kind);
      return result.events.find((event) => event.id === id)!.seq;
    },
    answer(conversationId, of, answerId = randomUUID()) {
      const abort = new AbortController();
      const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
      const shown: string[] = [];
      const watch = { shown, withdrawn: 0, begun, abort: (reason?: Error) => abort.abort(reason) };
      const done = answerWithModel(needs, {
        conversationId,
        of,
        answerId,
        signal: abort.signal,
        onText: (words) => {
          shown.push(words);
          resolve();
        },
        onWithdrawn: () => {
          watch.withdrawn += 1;
        },
      });
      begun.catch(() => undefined);
      done.finally(() => reject(new Error('no word was shown'))).catch(() => undefined);
      return Object.assign(watch, { done });
    },
    async takeOver(conversationId) {
      const command = { id: randomUUID(), at: Date.now() };
      const actor = { kind: 'agent', id: agent.id, name: agent.name } as const;
      await commandConversation(
        needs,
        { conversationId, commandId: command.id, kind: 'assigned', actor },
        (state) => takeOver(state, { ...agent, role: 'supervisor' }, command, timers, null),
      );
    },
    async askHuman(conversationId) {
      const command = { id: randomUUID(), at: Date.now() };
      const actor = { kind: 'contact', id: contactId } as const;
      await commandConversation(
        needs,
        { conversationId, commandId: command.id, kind: 'handoff-requested', actor },
        (state) =>
          askHuman(state, contactId, command, target(), timers, {
            inboxId,
            language: 'zh',
          }),
      );
    },
    events: (conversationId) => log.read(conversationId, 0),
    async close() {
      await model.close();
      await log.close();
      await pool.end();
      await database.drop();
    },
  };
  return scene;
}

/** The events of one kind, in order. */
export function eventsOf<K extends EventKind>(events: readonly ConversationEvent[], kind: K): EventOf<K>[] {
  return events.filter((event): event is EventOf<K> => event.kind === kind);
}
