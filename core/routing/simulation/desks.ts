import type { AgentStatus } from '../../terms/agent-status.ts';
import type { RoutingAgent } from '../contract.ts';
import type { Played } from './played.ts';
import type { ScenarioAgent } from './scenario.ts';

/** An agent during the day that is played. */
export interface Desk {
  readonly agent: ScenarioAgent;
  onShift: boolean;
  onBreak: boolean;
  /** Since when the line is dead; null while it holds. */
  goneSince: number | null;
  /** The server has noticed that the line is dead. */
  isGoneNoticed: boolean;
  /** Nobody sits there until then, though the line holds. */
  absentUntil: number;
  absentSince: number;
  /** Set away after missing too many offers. */
  isSetAway: boolean;
  wrapUpUntil: number;
  /** What was offered and not yet accepted counts. */
  load: number;
  readonly conversations: Set<Played>;
  idleSince: number;
  handled: number;
  missed: number;
  missedInRow: number;
  /** With at least one conversation, or writing up. */
  busyMs: number;
  /** Online with nothing to do. */
  idleMs: number;
  accountedAt: number;
}

export function createDesk(agent: ScenarioAgent, from: number): Desk {
  return {
    agent,
    onShift: false,
    onBreak: false,
    goneSince: null,
    isGoneNoticed: false,
    absentUntil: 0,
    absentSince: 0,
    isSetAway: false,
    wrapUpUntil: 0,
    load: 0,
    conversations: new Set(),
    idleSince: from,
    handled: 0,
    missed: 0,
    missedInRow: 0,
    busyMs: 0,
    idleMs: 0,
    accountedAt: from,
  };
}

/** As the product would show it. Who has gone home but still has conversations finishes them and gets nothing new. */
export function statusOf(desk: Desk, now: number): AgentStatus {
  if (desk.isGoneNoticed) return 'offline';
  if (!desk.onShift) return desk.conversations.size > 0 ? 'busy' : 'offline';
  if (desk.onBreak || desk.isSetAway) return 'away';
  return desk.wrapUpUntil > now ? 'wrap-up' : 'online';
}

export function hasRoom(desk: Desk, weight: number): boolean {
  const { capacity, maximumConversations } = desk.agent.profile;
  const fits = desk.load + weight <= capacity || desk.conversations.size === 0;
  return fits && desk.conversations.size < maximumConversations;
}

export function asRoutingAgent(desk: Desk, now: number): RoutingAgent {
  return {
    id: desk.agent.id,
    status: statusOf(desk, now),
    profile: desk.agent.profile,
    load: desk.load,
    conversations: desk.conversations.size,
    idleSince: desk.idleSince,
    handledToday: desk.handled,
  };
}

/** Adds the time since the last account to busy or idle; to be called before anything about the desk changes. */
export function account(desk: Desk, now: number): void {
  const passed = now - desk.accountedAt;
  desk.accountedAt = now;
  if (desk.goneSince !== null) return;
  if (desk.conversations.size > 0) desk.busyMs += passed;
  else if (desk.onShift && !desk.onBreak && !desk.isSetAway) {
    const writing = Math.min(passed, Math.max(0, desk.wrapUpUntil - (now - passed)));
    desk.busyMs += writing;
    desk.idleMs += passed - writing;
  }
}

/** Whether nobody is there: a dead line or an empty chair. Since when, or null. */
export function missingSince(desk: Desk, now: number): number | null {
  if (desk.goneSince !== null) return desk.goneSince;
  return desk.absentUntil > now ? desk.absentSince : null;
}
