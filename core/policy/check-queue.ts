import type { Queue } from '../terms/queue.ts';
import { type Add, checkCalendarId, type Known, mustBePositive, noQueue } from './add-problem.ts';

/** One queue: what it names, its times, and its stages of overflow. */
export function checkQueue(
  path: string,
  queue: Queue,
  known: Known,
  agentIds: ReadonlySet<string> | undefined,
  add: Add,
): void {
  if (queue.calendarId !== undefined) checkCalendarId(`${path}.calendarId`, queue.calendarId, known, add);
  queue.agentIds?.forEach((id, at) => {
    if (agentIds && !agentIds.has(id))
      add(
        `${path}.agentIds.${at}`,
        'unknown-agent',
        { zh: '没有这位坐席，或已停用。', en: 'There is no such agent, or they are disabled.' },
        'warning',
      );
  });
  if (queue.agentIds?.length === 0)
    add(
      `${path}.agentIds`,
      'unknown-agent',
      { zh: '没有坐席服务这个队列。', en: 'Nobody serves this queue.' },
      'warning',
    );
  if (queue.mode === 'preview' && queue.offerMs < 3_000)
    add(`${path}.offerMs`, 'limit-out-of-range', {
      zh: '少于 3 秒，坐席来不及接受。',
      en: 'Less than 3 seconds is too short to accept.',
    });
  if (queue.order === 'priority' && queue.ageingMs <= 0)
    add(`${path}.ageingMs`, 'limit-out-of-range', mustBePositive);
  for (const name of ['patienceMs', 'firstWordMs', 'replyMs'] as const)
    if (queue[name] !== undefined && queue[name] <= 0)
      add(`${path}.${name}`, 'limit-out-of-range', mustBePositive);
  queue.overflow.forEach((stage, at) => {
    const where = `${path}.overflow.${at}`;
    if (stage.toQueueId === queue.id)
      add(`${where}.toQueueId`, 'overflow-to-itself', {
        zh: '队列不能溢出到自己。',
        en: 'A queue cannot overflow into itself.',
      });
    else if (stage.toQueueId !== undefined && !known.queueIds.has(stage.toQueueId))
      add(`${where}.toQueueId`, 'unknown-queue', noQueue(stage.toQueueId));
    if (stage.toQueueId === undefined && stage.relaxLevels === 0)
      add(where, 'overflow-without-effect', {
        zh: '这一级既不去别的队列，也不放宽技能要求。',
        en: 'This stage neither goes to another queue nor relaxes a level.',
      });
    const before = queue.overflow[at - 1];
    if (before && stage.afterMs < before.afterMs)
      add(`${where}.afterMs`, 'overflow-order', {
        zh: '各级溢出要按时间先后排列。',
        en: 'Stages stand in the order of their times.',
      });
  });
}

/** Places of the queues whose overflow leads back to themselves by way of others. */
export function overflowLoops(queues: readonly Queue[]): number[] {
  const next = new Map(
    queues.map((queue) => [
      queue.id,
      queue.overflow.flatMap(({ toQueueId }) =>
        toQueueId !== undefined && toQueueId !== queue.id ? [toQueueId] : [],
      ),
    ]),
  );
  return queues.flatMap((queue, place) => {
    const seen = new Set<string>();
    const open = [...(next.get(queue.id) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === queue.id) return [place];
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(next.get(id) ?? []));
    }
    return [];
  });
}
