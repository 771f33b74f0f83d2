import { nobodyHere, type QueueStanding } from '../core/conversation/notices.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import type { QueueTarget } from '../core/conversation/queue-commands.ts';
import type { Colleague } from '../core/protocol/views.ts';
import { hasSkills } from '../core/routing/eligibility.ts';
import { relaxNeeds } from '../core/routing/needs.ts';
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

/** Whether an administrator has put this agent into the queue. Skills are another matter. */
export function isMember(queue: Queue, agentId: string): boolean {
  return queue.agentIds === null || queue.agentIds.includes(agentId);
}

/** Whether the agent serves the queue by membership and skills, now or, with overflow, in time. */
export function serves(policy: Policy, queue: Queue, agent: Pick<Colleague, 'id' | 'profile'>): boolean {
  if (isMember(queue, agent.id) && hasSkills(agent.profile, queue.requires)) return true;
  return queue.overflow.some(({ toQueueId, relaxLevels }) => {
    const other = toQueueId === undefined ? queue : policy.queues.find(({ id }) => id === toQueueId);
    const needs = relaxNeeds(queue.requires, relaxLevels);
    return other !== undefined && isMember(other, agent.id) && hasSkills(agent.profile, needs);
  });
}

/** Agents who serve the queue and can be asked, or are just writing up. */
export function online(policy: Policy, queue: Queue, roster: Iterable<Colleague>): Colleague[] {
  const found: Colleague[] = [];
  for (const agent of roster)
    if ((agent.presence === 'online' || agent.presence === 'wrap-up') && serves(policy, queue, agent))
      found.push(agent);
  return found;
}

/** How a queue stands for somebody who wants a person now. */
export function standingOf(
  policy: Policy,
  queueId: string | null | undefined,
  roster: Iterable<Colleague>,
  at: number,
): QueueStanding {
  const queue = queueOf(policy, queueId);
  const { isOpen, opensAt } = openingOf(calendarOf(policy, queue), at);
  return {
    isOpen,
    opensAt,
    agentsOnline: online(policy, queue, roster).length,
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
): QueueTarget {
  const queue = queueOf(policy, queueId);
  return {
    ...standingOf(policy, queue.id, roster, at),
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
  open < profile.maximumConversations && load + 1 <= profile.capacity;
