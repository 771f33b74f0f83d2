import { disputesOf } from '../../services/disputes-from-log.ts';
import type { LogPages } from '../jobs/log-pages.ts';
import { followLog, type LogReader } from '../jobs/log-reader.ts';
import type { Plugs } from '../plugs.ts';

/** What was decided of a message stands this close behind it; an answer in sight of an opinion comes a little later. */
const read = 50;

/**
 * Turns what the configured model understands otherwise into rows that wait for a person's judgement. Reading the log
 * again from its start makes the same rows, and none that somebody judged or left out.
 */
export function collectDisputes(plugs: Plugs, pages: LogPages): LogReader {
  return followLog(plugs, pages, {
    name: 'disputes',
    lock: 4_200_016,
    kinds: ['second-opinion'],
    async before(events) {
      for (const event of events) {
        if (event.kind !== 'second-opinion' || event.body.disagreements.length === 0) continue;
        const { conversationId, body } = event;
        const nearby = await plugs.log.read(conversationId, body.of - 1, event.seq - body.of + read);
        await plugs.disputed.put(disputesOf(event, nearby));
      }
    },
  });
}
