import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import type { AssistStore, FoundSolved } from '../adapters/store/assist.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import { createTeamMemory } from '../server/assist/team-memory.ts';
import { assistView } from '../services/assist-view.ts';
import { knowledgeInMemory } from '../services/knowledge-in-memory.ts';
import type { BenchArticle } from './articles.ts';
import { quantile, rounded } from './figures.ts';

const views = 500;
const warmUp = 100;

/**
 * The help alone, without a server: milliseconds of processor time a view, over so many articles and solved
 * conversations in memory. What else the machine does meanwhile does not count.
 */
export async function assistMemoryFigures(
  articles: readonly BenchArticle[],
  solved: FoundSolved[],
  question: () => string,
) {
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment);
  for (const { id, title, similar, body, topic } of articles)
    index.add({
      id,
      language: 'zh',
      title,
      similarQuestions: similar,
      body,
      topic,
      status: 'published',
      version: 1,
    });
  const nothing = { isLast: true, revision: '1' };
  const store = {
    talliesSince: async () => ({ ...nothing, tallies: [] }),
    sentencesSince: async () => ({ ...nothing, sentences: [] }),
    solvedSince: async () => ({ ...nothing, solved }),
  } satisfies Partial<AssistStore>;
  const team = createTeamMemory(store as unknown as AssistStore, () => segment);
  const before = process.cpuUsage();
  await team.follow();
  const remembered = process.cpuUsage(before);
  const knowledge = knowledgeInMemory(index, segment, Date.now);
  const times: number[] = [];
  for (let view = 0; view < views + warmUp; view++) {
    const events = [
      {
        conversationId: 'c',
        seq: 2,
        id: 'm',
        kind: 'message-received',
        actor: { kind: 'contact', id: 'x' },
        at: 0,
        body: { text: question() },
      },
    ] as unknown as ConversationEvent[];
    const state = {
      id: 'c',
      inboxId: solved[0]?.inboxId ?? '',
      language: 'zh',
      answered: [],
      choices: [],
      moods: [],
      risks: [],
      customerWaitingSince: null,
      waitingSince: null,
    } as unknown as ConversationState;
    const start = process.cpuUsage();
    assistView(
      { knowledge, team, canWrite: false },
      { state, events, contact: { attributes: {}, records: [] } },
      'zh',
      Date.now(),
    );
    const { user, system } = process.cpuUsage(start);
    if (view >= warmUp) times.push((user + system) / 1000);
  }
  return {
    viewCpuP50Ms: rounded(quantile(times, 0.5), 2),
    viewCpuP99Ms: rounded(quantile(times, 0.99), 2),
    rememberCpuMsEach: rounded((remembered.user + remembered.system) / 1000 / Math.max(1, solved.length), 3),
  };
}
