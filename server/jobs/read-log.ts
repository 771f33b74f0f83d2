import type { PoolClient } from 'pg';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { learn } from '../../services/learn.ts';
import { learnAssist } from '../assist/learn-assist.ts';
import { learnSolved } from '../assist/learn-solved.ts';
import { collectQuestions } from '../insights/collect-questions.ts';
import { collectDisputes } from '../learning/collect-disputes.ts';
import { collectExamples } from '../learning/collect-examples.ts';
import type { Plugs } from '../plugs.ts';
import { createLogPages } from './log-pages.ts';
import { followLog, type LogReader } from './log-reader.ts';

/** The readers of the whole log: what agents resolved becomes drafts, what answers cited is counted, what was put right becomes examples, what a model understands otherwise waits to be judged, what the team wrote helps the next. */
export function readLog(plugs: Plugs): LogReader {
  const pages = createLogPages(plugs.wholeLog);
  const readers = [
    followLog(plugs, pages, {
      name: 'learn',
      lock: 4_200_002,
      kinds: ['message-sent', 'resolved'],
      async before(events) {
        for (const event of events) await learnFrom(plugs, event);
      },
      within: countCitations,
    }),
    collectExamples(plugs, pages),
    collectDisputes(plugs, pages),
    collectQuestions(plugs, pages),
    learnAssist(plugs, pages),
    learnSolved(plugs, pages),
  ];
  return {
    async caughtUp() {
      for (const reader of readers) await reader.caughtUp();
    },
    async close() {
      for (const reader of readers) await reader.close();
    },
  };
}

async function countCitations(events: readonly ConversationEvent[], client: PoolClient): Promise<void> {
  const cited = events.flatMap((event) =>
    event.kind === 'message-sent' && event.actor.kind === 'assistant'
      ? [...new Set((event.body.citations ?? []).map(({ articleId }) => articleId))].map((articleId) => ({
          articleId,
          at: event.at,
        }))
      : [],
  );
  if (cited.length === 0) return;
  await client.query(
    `insert into citation_count (article_id, day, count)
     select id, (to_timestamp(at / 1000.0) at time zone 'utc')::date, count(*) from unnest($1::text[], $2::bigint[]) as c(id, at) group by 1, 2
     on conflict (article_id, day) do update set count = citation_count.count + excluded.count`,
    [cited.map(({ articleId }) => articleId), cited.map(({ at }) => at)],
  );
}

async function learnFrom(plugs: Plugs, event: ConversationEvent): Promise<void> {
  if (event.kind !== 'resolved' || event.actor.kind !== 'agent') return;
  if (event.body.disposition !== 'solved' && event.body.disposition !== 'solved-with-follow-up') return;
  const learned = await learn(
    {
      log: plugs.log,
      articles: plugs.articles,
      proposals: plugs.proposals,
      knowledge: plugs.knowledgeBase.knowledge,
      inboxIds: async () => (await plugs.inboxes.list()).map(({ id }) => id),
    },
    event,
  ).catch((error: Error & { code?: string }) => {
    // A store that is away passes, and the reader comes back to this event. Anything else is this conversation's own
    // trouble, and must not keep every later one from being learned from.
    if (error.code !== undefined) throw error;
    plugs.journal.error('job', 'nothing could be learned from a conversation', error, {
      conversation: event.conversationId,
    });
  });
  if (!learned) return;
  if (learned.isNew) plugs.draftWriter.add(learned.proposalId);
  plugs.hub.tellDesks({ type: 'knowledge', articleId: learned.articleId, status: 'draft' });
}
