import type { Pool, PoolClient } from 'pg';
import { applyEvent } from '../../core/conversation/apply-event.ts';
import { type Seat, seatAfter } from '../../core/conversation/seat.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { ConversationEvent, EventKind, NewEvent } from '../../core/terms/event.ts';
import { type AppendRequest, type AppendResult, actorKey, type Log } from '../../plugs/log.ts';
import { projectionColumns } from './projection.ts';
import { lockKey, readSeats } from './seats.ts';
import { storable } from './storable.ts';

interface Pending {
  readonly request: AppendRequest;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

interface EventRow {
  conversation_id: string;
  seq: number;
  id: string;
  kind: EventKind;
  actor: NewEvent['actor'];
  at: string;
  body: NewEvent['body'];
}

export interface LogOptions {
  /** Told after the commit, in the order of the log for each conversation. MUST NOT throw. */
  readonly onAppended: (state: ConversationState, events: readonly ConversationEvent[]) => void;
  /** Transactions at once. Few: while they are busy, what arrives gathers into the next transaction. */
  readonly writers?: number;
  /** Connections for the transactions, if others than those for reading; with `pipeline` they save two waits of four. */
  readonly writerPool?: Pool;
  /** Requests that may wait; beyond it `append` is refused as `overloaded`. */
  readonly capacity?: number;
}

const largestBatch = 64;
/** Milliseconds to wait for company, and how much of it is enough. */
const gatherMs = 4;
const enoughCompany = 24;
/** Enough for a restart of the database (back-off 50 ms doubling to 0.5 s, 11 s in all); then the caller is told. */
const mostAttempts = 25;

export function eventOfRow(row: EventRow): ConversationEvent {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    id: row.id,
    kind: row.kind,
    actor: row.actor,
    at: Number(row.at),
    body: row.body,
  } as ConversationEvent;
}

const readSql = `
select c.id as conversation_id,
  case when c.last_seq = known.last_seq and c.updated_at = known.updated_at and not c.repaired then null
    else c.state end as state,
  null::jsonb as event
  from unnest($1::uuid[], $4::integer[], $5::bigint[]) as known(id, last_seq, updated_at)
  join conversation c on c.id = known.id
union all
select e.conversation_id, null, to_jsonb(e) - 'xact'
  from unnest($2::uuid[], $3::text[]) as wanted(conversation_id, id)
  join event e on e.conversation_id = wanted.conversation_id and e.id = wanted.id`;

const writeSql = `
with incoming as (
  insert into event (conversation_id, seq, id, kind, actor, at, body)
  select conversation_id, seq, id, kind, actor, at, body
    from jsonb_to_recordset($1::jsonb) as e(conversation_id uuid, seq integer, id text, kind text, actor jsonb, at bigint, body jsonb)
)
insert into conversation (${projectionColumns.names})
select ${projectionColumns.names} from json_to_recordset($2::json) as c(${projectionColumns.types})
on conflict (id) do update set ${projectionColumns.updates}`;

/**
 * The log in PostgreSQL. Requests that arrive while transactions are under way share the next one (group commit):
 * the rules run for each conversation under its own lock, and one fsync makes all of them durable.
 *
 * The locks are advisory and taken before the transaction has an id, so that inside one conversation a later event
 * never has a smaller `xact` than an earlier one: the whole-log reader depends on it (see migration 0001).
 */
export function createLog(
  pool: Pool,
  options: LogOptions,
): Log & { close(): Promise<void>; waiting(): number } {
  const { onAppended, writers = 2, writerPool = pool, capacity = 20_000 } = options;
  const recent = createRecentStates();
  const pending: Pending[] = [];
  const busy = new Set<string>();
  let active = 0;
  let lastBatch = 0;
  let gathering: NodeJS.Timeout | undefined;
  let closed: (() => void) | undefined;

  function takeBatch(): Pending[] {
    const batch: Pending[] = [];
    const later: Pending[] = [];
    const mine = new Set<string>();
    while (pending.length > 0 && batch.length < largestBatch) {
      const next = pending.shift()!;
      const id = next.request.conversationId;
      if (busy.has(id) && !mine.has(id)) later.push(next);
      else {
        mine.add(id);
        busy.add(id);
        batch.push(next);
      }
    }
    pending.unshift(...later);
    return batch;
  }

  /**
   * Under load it pays to wait a moment for company: a transaction for eight costs little more than one for one. Whoever
   * comes alone, after one who came alone, never waits.
   */
  function pumpSoon(): void {
    if (gathering) return;
    if (lastBatch <= 1 || pending.length >= enoughCompany || closed) pump();
    else
      gathering = setTimeout(() => {
        gathering = undefined;
        pump();
      }, gatherMs);
  }

  function pump(): void {
    while (active < writers) {
      const batch = takeBatch();
      if (batch.length === 0) break;
      lastBatch = batch.length;
      active += 1;
      void runBatch(batch).finally(() => {
        active -= 1;
        for (const { request } of batch) busy.delete(request.conversationId);
        if (pending.length > 0) pumpSoon();
        if (closed && active === 0 && pending.length === 0) closed();
      });
    }
  }

  async function runBatch(batch: readonly Pending[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await commitBatch(batch);
      } catch (error) {
        const passes = mayPass(error, batch.length);
        if (passes && attempt < mostAttempts) {
          await new Promise((wake) => setTimeout(wake, Math.min(500, 25 * 2 ** attempt)));
        } else if (passes || batch.length === 1) {
          for (const one of batch) one.reject(error);
          return;
        } else {
          // One poisoned request must not harm its neighbours: each goes alone.
          for (const one of batch) await runBatch([one]);
          return;
        }
      }
    }
  }

  async function commitBatch(batch: readonly Pending[]): Promise<void> {
    const client = await writerPool.connect();
    let broken: Error | undefined;
    let outcomes: ReturnType<typeof decideAll>;
    try {
      const ids = [...new Set(batch.map(({ request }) => request.conversationId))];
      const claims = [...new Set(batch.flatMap(({ request }) => request.claims ?? []))];
      const keys = [...ids, ...claims].map(lockKey).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      // Sent in one go and answered in order: the read sees what stands once the locks are taken.
      const locked = client.query(
        `begin; select ${keys.map((key) => `pg_advisory_xact_lock('${key}'::bigint)`).join(', ')}`,
      );
      const [, read, seats] = await Promise.all([
        locked,
        readStates(client, ids, batch, recent),
        readSeats(client, claims),
      ]);
      outcomes = decideAll(batch, read, seats);
      if (outcomes.events.length > 0) {
        const written = client.query({
          name: 'append',
          text: writeSql,
          values: [storable(outcomes.events), storable(outcomes.changed.map(projectionColumns.rowOf))],
        });
        const [, ended] = await Promise.all([written, client.query('commit')]);
        // A transaction that failed answers a commit with a rollback, and not with an error.
        if (ended.command !== 'COMMIT') throw new Error(`the transaction ended with ${ended.command}`);
      } else await client.query('commit');
    } catch (error) {
      broken = error as Error;
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      // After an error the connection may be half dead: a fresh one is cheap and certain.
      client.release(broken);
    }
    for (const state of outcomes.changed) recent.keep(state);
    for (const { state, events } of outcomes.appended) onAppended(state, events);
    for (const { one, result } of outcomes.results) one.resolve(result);
  }

  return {
    append(request) {
      if (closed || pending.length >= capacity) {
        return Promise.resolve({ kind: 'refused', code: 'overloaded', state: null });
      }
      return new Promise((resolve, reject) => {
        pending.push({ request, resolve, reject });
        // What arrives in the same turn of the event loop belongs in the same transaction.
        if (active < writers) queueMicrotask(pumpSoon);
      });
    },
    async read(conversationId, after, limit = 1000) {
      const { rows } = await pool.query<EventRow>({
        name: 'read-events',
        text: `select conversation_id, seq, id, kind, actor, at, body from event
               where conversation_id = $1 and seq > $2 order by seq limit $3`,
        values: [conversationId, after, limit],
      });
      return rows.map(eventOfRow);
    },
    async state(conversationId) {
      const { rows } = await pool.query<{ state: ConversationState }>({
        name: 'read-state',
        text: 'select state from conversation where id = $1',
        values: [conversationId],
      });
      return rows[0]?.state ?? null;
    },
    waiting: () => pending.length,
    /** Takes no more and resolves when everything that was taken is answered. */
    close() {
      return new Promise((resolve) => {
        closed = resolve;
        if (active === 0 && pending.length === 0) resolve();
      });
    },
  };
}

/** So many conversations go on at once in one process, give or take; a state is some kilobytes. */
const mostRecent = 5_000;

/**
 * The states that this process wrote last. A state follows from the events, so one whose last event is still the last
 * need not be read again: that spares the database the sending and the server the parsing of it with every message.
 */
function createRecentStates() {
  const states = new Map<string, ConversationState>();
  return {
    of: (id: string) => states.get(id),
    keep(state: ConversationState) {
      states.delete(state.id);
      states.set(state.id, state);
      if (states.size > mostRecent) states.delete(states.keys().next().value!);
    },
  };
}

async function readStates(
  client: PoolClient,
  ids: readonly string[],
  batch: readonly Pending[],
  recent: ReturnType<typeof createRecentStates>,
) {
  const known = ids.map((id) => recent.of(id));
  const { rows } = await client.query<{
    conversation_id: string;
    state: ConversationState | null;
    event: EventRow | null;
  }>({
    name: 'read-for-append',
    text: readSql,
    values: [
      ids,
      batch.map(({ request }) => request.conversationId),
      batch.map(({ request }) => request.commandId),
      known.map((state) => state?.lastSeq ?? 0),
      known.map((state) => state?.updatedAt ?? 0),
    ],
  });
  const states = new Map<string, ConversationState>();
  const standing = new Map<string, ConversationEvent>();
  const held = new Map(ids.map((id, place) => [id, known[place]]));
  for (const row of rows) {
    const state = row.event ? null : (row.state ?? held.get(row.conversation_id));
    if (state) states.set(row.conversation_id, state);
    if (row.event) standing.set(`${row.conversation_id} ${row.event.id}`, eventOfRow(row.event));
  }
  return { states, standing };
}

function decideAll(
  batch: readonly Pending[],
  read: Awaited<ReturnType<typeof readStates>>,
  seats: Map<string, Seat>,
) {
  const { states, standing } = read;
  const events: (NewEvent & { conversation_id: string; seq: number })[] = [];
  const changed = new Map<string, ConversationState>();
  const appended: { state: ConversationState; events: ConversationEvent[] }[] = [];
  const results: { one: Pending; result: AppendResult }[] = [];
  for (const one of batch) {
    const { conversationId, commandId, claims, decide } = one.request;
    const before = states.get(conversationId) ?? null;
    const known = standing.get(`${conversationId} ${commandId}`);
    if (known && before) {
      const { actorKey: key, kind = known.kind } = one.request;
      const same = actorKey(known.actor) === key && known.kind === kind;
      results.push({
        one,
        result: same
          ? { kind: 'repeated', event: known, state: before }
          : { kind: 'refused', code: 'id-reused', state: before },
      });
      continue;
    }
    const outcome = decide(before, (claims && seats.get(claims)) || null);
    if ('refused' in outcome) {
      results.push({ one, result: { kind: 'refused', code: outcome.refused, state: before } });
      continue;
    }
    let state = before;
    const placed: ConversationEvent[] = [];
    for (const event of outcome.events) {
      const placedEvent = { ...event, conversationId, seq: (state?.lastSeq ?? 0) + 1 } as ConversationEvent;
      state = applyEvent(state, placedEvent);
      placed.push(placedEvent);
      events.push({ ...event, conversation_id: conversationId, seq: placedEvent.seq });
      standing.set(`${conversationId} ${event.id}`, placedEvent);
    }
    if (!state) {
      results.push({ one, result: { kind: 'refused', code: 'not-found', state: null } });
      continue;
    }
    states.set(conversationId, state);
    // What one conversation of this transaction takes, the next one finds taken.
    for (const [agentId, seat] of seats) seats.set(agentId, seatAfter(seat, before, state));
    if (placed.length > 0) {
      changed.set(conversationId, state);
      appended.push({ state, events: placed });
    }
    results.push({ one, result: { kind: 'appended', events: placed, state } });
  }
  return { events, changed: [...changed.values()], appended, results };
}

/** Faults that pass by themselves: a lost or refused connection, a restart, a race for the same id. */
function mayPass(error: unknown, batchLength: number): boolean {
  const code = (error as { code?: string }).code ?? '';
  if (code === '23505') return batchLength === 1;
  if (/^(08|57P|53|40)/.test(code)) return true;
  if (/^E[A-Z]+$/.test(code)) return true;
  return /terminat|closed|timeout|not queryable|Connection/i.test((error as Error).message ?? '');
}
