import { queueInEarnest } from '../../core/conversation/queue-commands.ts';
import { endIdle } from '../../services/end-idle.ts';
import { type KeepDeadline, keepDeadline, leaveAgent } from '../../services/keep-deadline.ts';
import { canCome, timersFor } from '../../services/queue-standing.ts';
import { endWhatIsOver } from '../article-desk.ts';
import type { Plugs } from '../plugs.ts';

const deadlineEveryMs = 500;
const wishEveryMs = 1_000;
const leftEveryMs = 5_000;
const idleEveryMs = 60_000;
const articlesEveryMs = 1_000;
/** Where a notice was lost, this is what keeps the promise that what is published is findable within a second. */
const knowledgeEveryMs = 500;
const assistEveryMs = 2_000;
const atOnce = 16;

/**
 * Does what the clock asks for. The deadlines lie in the conversations' rows, so they outlive every process; each
 * process looks, and the log makes sure that it happens once.
 */
export function keepTime(plugs: Plugs): { close(): Promise<void> } {
  const { conversations, log, timers, journal, satisfactionModel } = plugs;
  const needs: KeepDeadline = {
    log,
    timers,
    policy: () => plugs.policy().policy,
    placeOf: plugs.placeOf,
    standingOf: plugs.positions.standing,
    answerBuiltIn: plugs.answering.answerBuiltIn,
    missedOffer: plugs.routing.missedOffer,
  };
  const rounds = [
    every(deadlineEveryMs, async () => {
      const at = plugs.now();
      await all(await conversations.due(at), (id) => keepDeadline(needs, id, at));
    }),
    every(wishEveryMs, async () => {
      await plugs.routing.endWrapUps();
      const at = plugs.now();
      for (const wish of await plugs.routingStore.wishes()) {
        const standing = plugs.positions.standing(wish);
        if (canCome(standing)) await each(wish.id, () => grantWish(wish.id, standing, at));
      }
    }),
    every(leftEveryMs, async () => {
      const at = plugs.now();
      await all(await conversations.left(timers.agentGraceMs), (id) => leaveAgent(needs, id, at));
    }),
    every(knowledgeEveryMs, () => plugs.knowledgeBase.follow()),
    // Where the notice was lost.
    every(assistEveryMs, () => plugs.assistance.follow()),
    every(idleEveryMs, async () => {
      const at = plugs.now();
      const idleMs = plugs.config.timers.assistantIdleMs;
      await all(await conversations.idle(at - idleMs), (id) =>
        endIdle({ log, idleMs, satisfactionModel }, id, at),
      );
    }),
    // Searches look at the dates themselves; this marks for people what has ended, and lets go of it.
    every(articlesEveryMs, () => endWhatIsOver(plugs)),
  ];

  /** Somebody can come again: who wished for a person while the assistant carried on is queued in earnest. */
  async function grantWish(
    id: string,
    standing: Parameters<typeof queueInEarnest>[2],
    at: number,
  ): Promise<void> {
    const state = await log.state(id);
    if (!state) return;
    const commandId = `wish/${state.lastSeq}`;
    const queueTimers = timersFor(plugs.policy().policy, state.queueId, timers);
    await log.append({
      conversationId: id,
      commandId,
      actorKey: 'system',
      decide: (now) => queueInEarnest(now, { id: commandId, at }, standing, queueTimers),
    });
  }

  /** Several at once: they share the log's transactions, and one that waits keeps nobody. */
  async function all(ids: readonly string[], step: (id: string) => Promise<unknown>): Promise<void> {
    for (let start = 0; start < ids.length; start += atOnce)
      await Promise.all(ids.slice(start, start + atOnce).map((id) => each(id, () => step(id))));
  }

  /** One conversation's trouble must not keep the others waiting. */
  async function each(conversation: string, step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      journal.error('job', 'a deadline could not be kept', error, { conversation });
    }
  }

  function every(ms: number, round: () => Promise<void>): () => Promise<void> {
    let running: Promise<void> | undefined;
    const timer = setInterval(() => {
      running ??= round()
        .catch((error) => journal.error('job', 'a round of deadlines failed', error))
        .finally(() => {
          running = undefined;
        });
    }, ms);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await running;
    };
  }

  return {
    async close() {
      await Promise.all(rounds.map((stop) => stop()));
    },
  };
}
