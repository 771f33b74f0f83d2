import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createPolicies } from '../../adapters/store/policies.ts';
import { defaultPolicy } from '../../core/policy/default-policy.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Policy } from '../../core/terms/policy.ts';
import type { Queue } from '../../core/terms/queue.ts';

/** Looks until it is so. Throws after `withinMs`. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 10_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`${what} did not happen within ${withinMs} ms`);
    await sleep(15);
  }
}

/** The shipped policy with one queue that is changed like this. */
export function policyWith(queue: Partial<Queue>, more: Partial<Policy> = {}): Policy {
  return { ...defaultPolicy, queues: [{ ...defaultPolicy.queues[0]!, ...queue }], ...more };
}

/** Publishes over whatever is in force. Every process follows within a second. */
export async function publishPolicy(pool: Pool, policy: Policy): Promise<void> {
  const policies = createPolicies(pool);
  const basedOn = await policies.latestVersion();
  await policies.publish(policy, { note: 'test', author: 'test', basedOn, at: Date.now() });
}

/**
 * What must hold of every log, whatever was killed: nobody is assigned what another agent holds, and nobody is offered
 * what is not waiting. Returns what is wrong.
 */
export function wrongAssignments(events: readonly ConversationEvent[]): string[] {
  const wrong: string[] = [];
  let owner: string | null = null;
  let offered: string | null = null;
  for (const event of events) {
    const place = `${event.conversationId} ${event.seq} ${event.kind}`;
    switch (event.kind) {
      case 'offered':
        if (owner !== null || offered !== null) wrong.push(`${place}: held or offered already`);
        offered = event.body.agentId;
        break;
      case 'offer-ended':
        if (offered !== event.body.agentId) wrong.push(`${place}: not offered to this agent`);
        offered = null;
        break;
      case 'assigned':
        if (owner !== null && event.body.how !== 'take-over') wrong.push(`${place}: held already`);
        if (offered !== null && offered !== event.body.agentId) wrong.push(`${place}: offered to another`);
        owner = event.body.agentId;
        offered = null;
        break;
      case 'transferred':
        owner = event.body.toAgentId;
        break;
      case 'queued':
      case 'resolved':
      case 'returned-to-assistant':
        owner = null;
        offered = null;
        break;
    }
  }
  return wrong;
}

/** The most that each agent carried at any moment, from the logs alone: owned and offered, by the order of their times. */
export function mostCarried(logs: readonly (readonly ConversationEvent[])[]): Map<string, number> {
  const changes: { at: number; order: number; agentId: string; by: 1 | -1 }[] = [];
  for (const events of logs) {
    let carrier: string | null = null;
    const carry = (agentId: string | null, event: ConversationEvent) => {
      if (carrier === agentId) return;
      // At the same millisecond what ends counts before what begins.
      if (carrier) changes.push({ at: event.at, order: 0, agentId: carrier, by: -1 });
      if (agentId) changes.push({ at: event.at, order: 1, agentId, by: 1 });
      carrier = agentId;
    };
    for (const event of events) {
      if (event.kind === 'offered' || event.kind === 'assigned') carry(event.body.agentId, event);
      else if (event.kind === 'transferred') carry(event.body.toAgentId, event);
      else if (['offer-ended', 'queued', 'resolved', 'returned-to-assistant'].includes(event.kind))
        carry(null, event);
    }
  }
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  for (const { agentId, by } of changes.sort((one, other) => one.at - other.at || one.order - other.order)) {
    const carried = (now.get(agentId) ?? 0) + by;
    now.set(agentId, carried);
    most.set(agentId, Math.max(most.get(agentId) ?? 0, carried));
  }
  return most;
}
