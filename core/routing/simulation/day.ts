import type { ActivePolicy } from '../../terms/policy.ts';
import type { Queue } from '../../terms/queue.ts';
import type { Router } from '../contract.ts';
import { couldServe } from './could-serve.ts';
import { account, asRoutingAgent, type Desk } from './desks.ts';
import type { EventQueue } from './event-queue.ts';
import type { Played } from './played.ts';
import type { Scenario } from './scenario.ts';

/** What routes, and what the product around it does when an agent is not there. */
export interface Product {
  readonly createRouter: (active: ActivePolicy) => Router;
  /** An agent whose line is dead loses the conversations to the queue after so long; null: they stay. */
  readonly graceMs: number | null;
  /** Who was given a conversation and does not write loses it to the queue. */
  readonly requeuesSilent: boolean;
}

/** Everything that a day consists of while it is played. */
export interface Day {
  readonly scenario: Scenario;
  readonly product: Product;
  readonly router: Router;
  readonly events: EventQueue;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly all: Played[];
  readonly waiting: Set<Played>;
}

/** Books the time up to now, changes the desk, and tells the router how it stands. */
export function change(day: Day, desk: Desk, now: number, how: () => void): void {
  account(desk, now);
  how();
  day.router.putAgent(asRoutingAgent(desk, now));
}

export function queueOf(day: Day, conversation: Played): Queue {
  return day.queues.get(conversation.arrival.kind.queueId)!;
}

/** Whether this agent may serve the conversation by now, whatever they are doing. */
export function isAble(day: Day, desk: Desk, conversation: Played, now: number): boolean {
  const { agent } = desk;
  const { at, kind } = conversation.arrival;
  return couldServe(agent.id, agent.profile, kind, day.queues, now - at);
}
