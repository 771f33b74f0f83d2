import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createPolicies } from '../../adapters/store/policies.ts';
import { rebuildProjections } from '../../adapters/store/rebuild.ts';
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

/**
 * What the log must hold after a fault: everything was assigned once, nobody ever carried more than fits, and the
 * projections are what a rebuild would make. The order is that of the transactions, which the locks give.
 */
export async function assertSound(pool: Pool, mostAtOnce: number): Promise<void> {
  const { rows } = await pool.query(
    `select conversation_id as "conversationId", seq, id, kind, actor, at::float8 as at, body, xact::text as xact
     from event order by event.xact, conversation_id, seq`,
  );
  const logs = new Map<string, ConversationEvent[]>();
  for (const row of rows) logs.set(row.conversationId, [...(logs.get(row.conversationId) ?? []), row]);
  for (const events of logs.values())
    assert.deepEqual(wrongAssignments(events.sort((one, other) => one.seq - other.seq)), []);
  for (const [agentId, most] of mostCarried(rows))
    assert.ok(most <= mostAtOnce, `${agentId} carried ${most} of ${mostAtOnce}`);
  assert.deepEqual((await rebuildProjections(pool, false)).different, []);
}

/** The most that each agent carried at any moment, owned and offered, by the order of the transactions. */
function mostCarried(
  events: readonly (ConversationEvent & { readonly xact: string })[],
): Map<string, number> {
  const carrier = new Map<string, string>();
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const change = (agentId: string, by: number) => now.set(agentId, (now.get(agentId) ?? 0) + by);
  events.forEach((event, index) => {
    const before = carrier.get(event.conversationId);
    const after =
      event.kind === 'offered' || event.kind === 'assigned'
        ? event.body.agentId
        : event.kind === 'transferred'
          ? event.body.toAgentId
          : ['offer-ended', 'queued', 'resolved', 'returned-to-assistant'].includes(event.kind)
            ? undefined
            : before;
    if (before !== after) {
      if (before) change(before, -1);
      if (after) change(after, 1);
      if (after) carrier.set(event.conversationId, after);
      else carrier.delete(event.conversationId);
    }
    // What one transaction gives and takes counts at its end.
    if (events[index + 1]?.xact !== event.xact)
      for (const [agentId, carried] of now) most.set(agentId, Math.max(most.get(agentId) ?? 0, carried));
  });
  return most;
}
