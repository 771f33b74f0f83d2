import { createRouter } from '../router.ts';
import { audit, auditEnd } from './audit.ts';
import type { Day, Product } from './day.ts';
import { account, asRoutingAgent, createDesk } from './desks.ts';
import { drawArrivals } from './draw-arrivals.ts';
import { createEventQueue } from './event-queue.ts';
import { createPlayed, type Played } from './played.ts';
import { pullWaiting } from './pull.ts';
import { reportOf, type SimulationReport } from './report.ts';
import type { Scenario } from './scenario.ts';
import { type Watch, watch } from './series.ts';
import { begin, enqueue, leave } from './serve.ts';
import { offerInstead, planStaff } from './staff.ts';

/** Tandem: its router, a grace of 30 s for a dead line, and nobody waits for a silent agent. */
export const tandem: Product = { createRouter, graceMs: 30_000, requeuesSilent: true };

const lookEveryMs = 30_000;

/**
 * Plays a day event by event, against the very router that serves customers, and tells what came of it. The same
 * scenario gives the same report, to the last figure; nothing outside is read or written, so it may run in a worker.
 * After the day nobody comes any more, and who waits or is being served is played to the end.
 */
export function simulateDay(scenario: Scenario, product: Product = tandem): SimulationReport {
  const { policy } = scenario;
  const day: Day = {
    scenario,
    product,
    router: product.createRouter({ version: 1, policy }),
    events: createEventQueue(),
    queues: new Map(policy.queues.map((queue) => [queue.id, queue])),
    desks: new Map(scenario.agents.map((agent) => [agent.id, createDesk(agent, scenario.day.from)])),
    all: [],
    waiting: new Set(),
  };
  for (const desk of day.desks.values()) day.router.putAgent(asRoutingAgent(desk, scenario.day.from));
  planStaff(day);
  planArrivals(day);
  const lastShift = Math.max(0, ...scenario.agents.flatMap(({ shifts }) => shifts.map(({ to }) => to)));
  const watches = planLooks(day, Math.max(scenario.day.to, lastShift));
  const byId = new Map<string, Played>();
  let wakeAt = Number.POSITIVE_INFINITY;
  let now = scenario.day.from;
  for (let event = day.events.take(); event !== undefined; event = day.events.take()) {
    now = event.at;
    const known = day.all.length;
    event.happen(now);
    if (day.all.length > known) byId.set(day.all.at(-1)!.arrival.id, day.all.at(-1)!);
    settle(now);
  }
  auditEnd(day, now);
  for (const desk of day.desks.values()) account(desk, now);
  return reportOf(day, watches);

  /** Gives out what can be given, and plans to look again when something changes by itself. */
  function settle(at: number): void {
    for (let next = day.router.next(at); next !== null; next = day.router.next(at))
      begin(day, byId.get(next.conversationId)!, day.desks.get(next.agentId)!, next, at);
    pullWaiting(day, at);
    if (wakeAt <= at) wakeAt = Number.POSITIVE_INFINITY;
    const changesAt = day.router.nextChangeAt(at);
    if (changesAt === null || changesAt >= wakeAt) return;
    wakeAt = Math.max(changesAt, at + 1);
    day.events.plan(wakeAt, () => undefined);
  }
}

/** Each arrival plans the next one, so that the list of events stays short. */
function planArrivals(day: Day): void {
  const arrivals = drawArrivals(day.scenario);
  const come = (index: number) => {
    const arrival = arrivals[index];
    if (arrival === undefined) return;
    day.events.plan(arrival.at, (at) => {
      const conversation = createPlayed(arrival);
      day.all.push(conversation);
      enqueue(day, conversation, at);
      offerInstead(day, conversation, at);
      if (Number.isFinite(arrival.patienceMs))
        day.events.plan(at + arrival.patienceMs, (late) => {
          const isOver = conversation.endedAt !== null || conversation.leftMessage;
          if (conversation.connectedAt === null && !isOver) leave(day, conversation, late);
        });
      come(index + 1);
    });
  };
  come(0);
}

/** Looks around at even intervals until `until`; what is seen is added to the list that is returned. */
function planLooks(day: Day, until: number): readonly Watch[] {
  const watches: Watch[] = [];
  const look = (at: number) => {
    watches.push(watch(day, at));
    audit(day, at);
    if (at + lookEveryMs <= until) day.events.plan(at + lookEveryMs, look);
  };
  day.events.plan(day.scenario.day.from, look);
  return watches;
}
