import type { ConversationEvent } from '../../core/terms/event.ts';
import { learn } from '../../services/learn.ts';
import type { Plugs } from '../plugs.ts';

const pauseMs = 500;
const atLeastEveryMs = 5_000;
const readerLock = 4_200_002;

/**
 * The readers of the whole log: what agents resolved becomes drafts, what answers cited is counted. One process at a
 * time reads; what it did and how far it came are committed together, so nothing counts twice and nothing is left out.
 */
export function readLog(plugs: Plugs): { close(): Promise<void>; caughtUp(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;

  async function round(): Promise<void> {
    const client = await plugs.pool.connect();
    try {
      const locked = await client.query<{ free: boolean }>(
        `select pg_try_advisory_lock(${readerLock}) as free`,
      );
      if (!locked.rows[0]?.free) return;
      try {
        for (;;) {
          const cursor = await plugs.wholeLog.readerCursor('learn');
          const read = await plugs.wholeLog.read(cursor, 1000, ['message-sent', 'resolved']);
          if (read.events.length === 0) break;
          for (const event of read.events) await learnFrom(event);
          await client.query('begin');
          await countCitations(read.events);
          await plugs.wholeLog.moveReader('learn', read.cursor, client);
          await client.query('commit');
        }
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        await client.query(`select pg_advisory_unlock(${readerLock})`);
      }
    } finally {
      client.release();
    }

    async function countCitations(events: readonly ConversationEvent[]): Promise<void> {
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
  }

  async function learnFrom(event: ConversationEvent): Promise<void> {
    if (event.kind !== 'resolved' || event.actor.kind !== 'agent') return;
    if (event.body.disposition !== 'solved' && event.body.disposition !== 'solved-with-follow-up') return;
    const article = await learn(
      { log: plugs.log, articles: plugs.articles, knowledge: plugs.knowledgeBase.knowledge },
      event,
    ).catch((error: Error & { code?: string }) => {
      // A store that is away passes, and the reader comes back to this event. Anything else is this conversation's own
      // trouble, and must not keep every later one from being learned from.
      if (error.code !== undefined) throw error;
      plugs.journal.error('job', 'nothing could be learned from a conversation', error, {
        conversation: event.conversationId,
      });
    });
    if (article) plugs.hub.tellDesks({ type: 'knowledge', articleId: article.id, status: article.status });
  }

  function wake(): void {
    if (closed) return;
    again = true;
    timer ??= setTimeout(() => void go(), pauseMs);
  }

  async function go(): Promise<void> {
    timer = undefined;
    if (running) return;
    again = false;
    running = round().catch((error) => plugs.journal.error('job', 'reading the log failed', error));
    await running;
    running = undefined;
    if (again) wake();
  }

  plugs.onLogMoved.add(wake);
  const beat = setInterval(wake, atLeastEveryMs);
  beat.unref();
  wake();
  return {
    /** Resolves when everything that was appended before the call has been read, for tests and the demo. */
    async caughtUp() {
      await running;
      await round();
    },
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(timer);
      plugs.onLogMoved.delete(wake);
      await running;
    },
  };
}
