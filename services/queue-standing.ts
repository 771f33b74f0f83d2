import { nobodyHere, type QueueStanding } from '../core/conversation/notices.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import type { QueueTarget } from '../core/conversation/queue-commands.ts';
import type { Colleague } from '../core/protocol/views.ts';
import { firstWordOf } from '../core/routing/first-word.ts';
import { type Stage, stagesOf } from '../core/routing/stages.ts';
import { type Asked, whoCouldTake } from '../core/routing/who-could-take.ts';
import { openingOf } from '../core/sla/calendar.ts';
import type { Calendar } from '../core/terms/calendar.ts';
import type { ActivePolicy, Policy } from '../core/terms/policy.ts';
import type { Queue } from '../core/terms/queue.ts';

/** The queue of this id; the policy's first where it has no such queue any more, as routing does. */
export function queueOf(policy: Policy, queueId: string | null | undefined): Queue {
  return policy.queues.find(({ id }) => id === queueId) ?? policy.queues[0]!;
}

export function calendarOf(policy: Policy, queue: Queue): Calendar | undefined {
  return policy.calendars.find(({ id }) => id === queue.calendarId);
}

/** The installation's waiting times with what the queue has settled of its own. */
export function timersFor(policy: Policy, queueId: string | null | undefined, timers: Timers): Timers {
  const queue = queueOf(policy, queueId);
  return {
    ...timers,
    queuePatienceMs: queue.patienceMs ?? timers.queuePatienceMs,
    agentSilenceMs: queue.replyMs ?? timers.agentSilenceMs,
  };
}

/** How long an agent has for the first word of what was given without asking; never longer than for any other. */
export const firstWordFor = (policy: Policy, queueId: string | null | undefined, timers: Timers): number =>
  Math.min(firstWordOf(queueOf(policy, queueId)), timersFor(policy, queueId, timers).agentSilenceMs);

/** Whether an administrator has put this agent into the queue. Skills are another matter. */
export function isMember(queue: Queue, agentId: string): boolean {
  return queue.agentIds === null || queue.agentIds.includes(agentId);
}

/** The last stage of each queue's overflow, by policy: policies are never changed, and this is asked for every handoff. */
const lastStages = new WeakMap<Policy, ReadonlyMap<Queue, Stage>>();

function lastStageOf(policy: Policy, queue: Queue): Stage {
  let stages = lastStages.get(policy);
  if (stages === undefined) {
    const queues = new Map(policy.queues.map((one) => [one.id, one]));
    stages = new Map(policy.queues.map((one) => [one, stagesOf(one, queues).at(-1)!]));
    lastStages.set(policy, stages);
  }
  return stages.get(queue)!;
}

const isAtWork = ({ presence }: Colleague): boolean => presence !== 'offline';

/** Whether the agent serves the queue by membership and skills, now or, with overflow, in time. */
export function serves(policy: Policy, queue: Queue, agent: Colleague): boolean {
  return whoCouldTake(lastStageOf(policy, queue), undefined, [agent], isAtWork).length > 0;
}

/** Agents who could take what is asked for and can be asked, or are just writing up; without `asked` all who serve. */
export function online(
  policy: Policy,
  queue: Queue,
  roster: Iterable<Colleague>,
  asked?: Asked,
): Colleague[] {
  return whoCouldTake(lastStageOf(policy, queue), asked, roster, isAtWork).filter(
    ({ presence }) => presence === 'online' || presence === 'wrap-up',
  );
}

/** How a queue stands for somebody who wants a person now: for this conversation, or for any where nothing is `asked`. */
export function standingOf(
  policy: Policy,
  queueId: string | null | undefined,
  roster: Iterable<Colleague>,
  at: number,
  asked?: Asked,
): QueueStanding {
  const queue = queueOf(policy, queueId);
  const { isOpen, opensAt } = openingOf(calendarOf(policy, queue), at);
  return {
    isOpen,
    opensAt,
    agentsOnline: online(policy, queue, roster, asked).length,
    whenClosed: queue.whenClosed,
    whenNobody: queue.whenNobody,
  };
}

/** Where a handoff goes that no rule sends elsewhere, or to this queue; with how things stand there. */
export function targetOf(
  { version, policy }: ActivePolicy,
  queueId: string | undefined,
  roster: Iterable<Colleague>,
  at: number,
  asked: Asked,
): QueueTarget {
  const queue = queueOf(policy, queueId);
  return {
    ...standingOf(policy, queue.id, roster, at, asked),
    queueId: queue.id,
    priority: 0,
    policyVersion: version,
    ...(queue.patienceMs === undefined ? {} : { patienceMs: queue.patienceMs }),
  };
}

/** Whether somebody could be asked to come now. */
export const canCome = (standing: QueueStanding): boolean => nobodyHere(standing) === null;

/** Whether one more conversation of ordinary weight fits, as far as is known. */
export const hasRoom = ({ open, load, profile }: Colleague): boolean =>
  open < profile.maximumConversations && (open === 0 || load + 1 <= profile.capacity);
