import { endIdle } from '../../services/end-idle.ts';
import { keepDeadline, leaveAgent } from '../../services/keep-deadline.ts';
import type { Plugs } from '../plugs.ts';

const deadlineEveryMs = 500;
const leftEveryMs = 5_000;
const idleEveryMs = 60_000;

/**
 * Does what the clock asks for. The deadlines lie in the conversations' rows, so they outlive every process; each
 * process looks, and the log makes sure that it happens once.
 */
export function keepTime(plugs: Plugs): { close(): Promise<void> } {
  const { conversations, log, timers, journal } = plugs;
  const needs = {
    log,
    timers,
    positionOf: async (id: string) => (await conversations.positions()).get(id) ?? 1,
    agentsOnline: plugs.presence.agentsOnline,
    answerBuiltIn: plugs.answering.answerBuiltIn,
  };
  const rounds = [
    every(deadlineEveryMs, async () => {
      const at = Date.now();
      for (const id of await conversations.due(at)) await each(id, () => keepDeadline(needs, id, at));
    }),
    every(leftEveryMs, async () => {
      const at = Date.now();
      for (const id of await conversations.left(at, timers.agentGraceMs))
        await each(id, () => leaveAgent(needs, id, at));
    }),
    every(idleEveryMs, async () => {
      const at = Date.now();
      const idleMs = plugs.config.timers.assistantIdleMs;
      for (const id of await conversations.idle(at - idleMs))
        await each(id, () => endIdle({ log, idleMs }, id, at));
    }),
  ];

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
