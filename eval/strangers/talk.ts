import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { applyEvent } from '../../core/conversation/apply-event.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { detectLanguage } from '../../core/perception/language.ts';
import { readIntents } from '../../core/perception/learned-intent.ts';
import { trainIntents } from '../../core/perception/train-intents.ts';
import { firstPolicy } from '../../core/policy/default-policy.ts';
import type { ConversationEvent, EventBodies } from '../../core/terms/event.ts';
import { nobodysFacts } from '../../core/triage/facts.ts';
import { loadArticles } from '../../demo/load-articles.ts';
import { everydayMessages } from '../../server/learning/everyday-messages.ts';
import { loadHandoffModel, loadPairModel, loadPerceptionModels } from '../../server/models.ts';
import { knowledgeExamples } from '../../services/knowledge-examples.ts';
import { knowledgeInMemory } from '../../services/knowledge-in-memory.ts';
import { receiveOutcome } from '../../services/receive-message.ts';

/** What came of one message to the built-in assistant. */
export interface Turn {
  readonly perceived: EventBodies['perceived'];
  readonly decided: EventBodies['decided'];
  readonly said: EventBodies['message-sent'];
}

/** Says messages one after the other, in a conversation of their own. */
export type Talk = (texts: readonly string[]) => readonly Turn[];

const everyMs = 20_000;

/** The built-in assistant over the demo shop, with what ships and with intents learned from the shop's articles. */
export function talkWithDemo(): Talk {
  const onDamaged = (file: string, error: unknown) => {
    throw new Error(`${file}: ${String(error)}`);
  };
  const articles = loadArticles();
  const segment = createSegmenter();
  const pairs = loadPairModel(onDamaged);
  const index = createKnowledgeIndex(segment, pairs && createRerank(pairs, segment));
  for (const article of articles) index.add({ ...article, status: 'published', version: 1 });
  const taught = knowledgeExamples(
    articles.map((article) => ({ ...article, updatedAt: 0, updatedBy: '' })),
    new Set(),
  );
  const intents = readIntents(
    trainIntents(
      taught.map(({ text, label }) => ({ text, intent: label })),
      { version: 'eval', everyday: everydayMessages() },
    ),
  );
  const needs = {
    knowledge: knowledgeInMemory(index, segment, () => 0),
    timers: { answerMs: 20_000, queuePatienceMs: 120_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 },
    policy: () => firstPolicy,
    target: () => ({ queueId: 'default', priority: 0, agentsOnline: 1 }),
    isOpen: () => true,
    hasModel: false,
    handoffModel: loadHandoffModel(onDamaged),
    perceptionModels: { ...loadPerceptionModels(onDamaged), intents },
  };
  return (texts) => {
    let state: ConversationState | null = null;
    const turns: Turn[] = [];
    const language = detectLanguage(texts.join(' '), 'zh');
    for (const [place, text] of texts.entries()) {
      const outcome = receiveOutcome(
        needs,
        {
          id: `message-${place}`,
          conversationId: 'conversation',
          contactId: 'contact',
          inboxId: 'demo',
          language,
          text,
          attachments: [],
          at: (place + 1) * everyMs,
          contact: nobodysFacts,
        },
        state,
      );
      if (!('events' in outcome)) throw new Error(`"${text}" was refused.`);
      const bodies: Partial<Record<string, unknown>> = {};
      for (const event of outcome.events) {
        bodies[event.kind] = event.body;
        state = applyEvent(state, {
          ...event,
          conversationId: 'conversation',
          seq: (state?.lastSeq ?? 0) + 1,
        } as ConversationEvent);
      }
      if (!bodies.decided) break;
      turns.push({
        perceived: bodies.perceived,
        decided: bodies.decided,
        said: bodies['message-sent'],
      } as Turn);
    }
    return turns;
  };
}
