import type { Lease } from '../../adapters/store/lease.ts';
import type { RoutingStore } from '../../adapters/store/routing.ts';
import { autoAssign, offer, type Proposal } from '../../core/conversation/offer-commands.ts';
import type { Timers } from '../../core/conversation/outcome.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { Colleague } from '../../core/protocol/views.ts';
import type { Assignment } from '../../core/routing/contract.ts';
import type { ActivePolicy } from '../../core/terms/policy.ts';
import type { Log } from '../../plugs/log.ts';
import { firstWordFor, queueOf } from '../../services/queue-standing.ts';
import { historyOf } from '../../services/waiting-conversation.ts';
import { type Basis, type Books, createBooks } from './books.ts';

/** How long the right to route lasts without being renewed, and how often it is. */
export const leaseLifeMs = 4_000;
const renewEveryMs = 1_000;
/** This long before its end by the own steady clock the right counts as over. */
const marginMs = 500;
/** What no notice told of is found within this time. */
const reconcileEveryMs = 5_000;
/** Proposals on their way to the log at once. */
const mostProposed = 256;
/** After a second refusal of the same conversation in a row. */
const pauseMs = 250;
const rollingDayMs = 24 * 3600_000;

export interface DispatcherNeeds {
  readonly log: Log;
  readonly store: RoutingStore;
  readonly lease: Lease;
  readonly timers: Timers;
  readonly policy: () => ActivePolicy;
  readonly roster: () => ReadonlyMap<string, Colleague>;
  readonly refreshRoster: () => Promise<void>;
  /** Epoch milliseconds by the clock that all processes share. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Routes while this process holds the lease: gives what waits to whoever can take it, the moment either changes. The
 * books may be behind by a moment and two processes may believe for a moment that they hold the lease: every proposal
 * is an append that is decided again under the locks of conversation and agent, so neither does harm.
 */
export function createDispatcher(needs: DispatcherNeeds) {
  let books: Books | undefined;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let closed = false;
  let pumping = false;
  let changeTimer: NodeJS.Timeout | undefined;
  let taking: Promise<void> | undefined;
  let reconciling: Promise<void> | undefined;
  let lookingSoon = false;
  let looking: Promise<void> | undefined;
  const toRead = new Set<string>();
  const toLook = new Map<string, ConversationState>();
  const running = new Set<Promise<void>>();
  const refusedAt = new Map<string, number>();
  const counts = { offered: 0, assigned: 0, refused: 0 };

  const isHolding = () => performance.now() < heldUntil;

  async function take(): Promise<void> {
    const began = performance.now();
    const taken = await needs.lease.take();
    if (closed) return;
    if (!taken) {
      heldUntil = Number.NEGATIVE_INFINITY;
      books = undefined;
      return;
    }
    const lapsed = !isHolding();
    heldUntil = began + leaseLifeMs - marginMs;
    if (lapsed || !books) await load();
  }

  function takeSoon(): Promise<void> {
    taking ??= take()
      .catch(needs.onError)
      .finally(() => {
        taking = undefined;
      });
    return taking;
  }

  /** Everything anew: what happened while another process routed is not known here. */
  async function load(): Promise<void> {
    const fresh = createBooks(needs.policy());
    books = undefined;
    toRead.clear();
    toLook.clear();
    await needs.refreshRoster();
    fresh.putStaff(needs.roster(), needs.now());
    fresh.putHandled(await needs.store.handledSince(needs.now() - rollingDayMs));
    // From here on what is appended is taken up too, so that nothing falls between the reading and the listening.
    books = fresh;
    await readPlaces(fresh);
    pump();
  }

  /** Compares the books with the store and reads what they are behind in. */
  async function readPlaces(of: Books): Promise<void> {
    const known = new Map(of.known().map((one) => [one.id, one]));
    const rows = await needs.store.places();
    const behind: string[] = [];
    for (const row of rows) {
      const one = known.get(row.id);
      known.delete(row.id);
      if (!one || one.agentId !== row.agentId || (row.owner === 'queue' && one.lastSeq < row.lastSeq))
        behind.push(row.id);
    }
    for (const { id } of known.values()) behind.push(id);
    await readAndLook(of, behind);
  }

  async function readAndLook(of: Books, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += 500) {
      const page = ids.slice(start, start + 500);
      const states = await needs.store.states(page);
      if (books !== of) return;
      await look(of, states);
    }
  }

  async function historiesOf(states: readonly ConversationState[]) {
    const waiting = states.filter((state) => state.owner.kind === 'queue' && !state.offer);
    const rows = await needs.store.history([...new Set(waiting.map(({ contactId }) => contactId))]);
    const served = new Map<string, [string, number][]>();
    for (const [contactId, agentId, at] of rows)
      served.set(contactId, [...(served.get(contactId) ?? []), [agentId, at]]);
    const now = needs.now();
    return (state: ConversationState) => historyOf(served.get(state.contactId) ?? [], now);
  }

  async function look(of: Books, states: readonly ConversationState[]): Promise<void> {
    const history = await historiesOf(states);
    if (books !== of) return;
    for (const state of states) of.look(state, history(state), needs.now());
  }

  /** Takes up what came in this turn of the event loop in one go. */
  function lookSoon(): void {
    if (lookingSoon) return;
    lookingSoon = true;
    setImmediate(() => {
      lookingSoon = false;
      // What came meanwhile is looked at when this is done.
      if (looking) return;
      looking = lookAtAll()
        .catch((error) => {
          needs.onError(error);
          void reconcile().catch(needs.onError);
        })
        .finally(() => {
          looking = undefined;
          if (toRead.size > 0 || toLook.size > 0) lookSoon();
        });
    });
  }

  async function lookAtAll(): Promise<void> {
    if (!books) return;
    const of = books;
    const states = [...toLook.values()];
    const ids = [...toRead].filter((id) => !toLook.has(id));
    toLook.clear();
    toRead.clear();
    await look(of, states);
    await readAndLook(of, ids);
    pump();
  }

  function pump(): void {
    if (pumping || closed) return;
    const of = books;
    if (!of || !isHolding()) return;
    pumping = true;
    try {
      const active = needs.policy();
      if (active.version !== of.policyVersion) of.setPolicy(active);
      const now = needs.now();
      while (of.proposed() < mostProposed) {
        const next = of.next(now);
        if (!next) break;
        const done = propose(of, next.assignment, next.basis).finally(() => running.delete(done));
        running.add(done);
      }
      clearTimeout(changeTimer);
      const changeAt = of.router.nextChangeAt(now);
      if (changeAt !== null)
        changeTimer = setTimeout(pump, Math.min(60_000, Math.max(5, changeAt - now))).unref();
    } catch (error) {
      needs.onError(error);
    } finally {
      pumping = false;
    }
  }

  async function propose(of: Books, assignment: Assignment, basis: Basis): Promise<void> {
    const { conversationId, agentId, explanation, mode } = assignment;
    const { policy } = needs.policy();
    const at = needs.now();
    const proposal: Proposal = { agentId, routing: explanation, ...basis };
    // Two processes that propose the same on the same ground propose it once.
    const id = `offer/${agentId}/${basis.lastSeq}`;
    try {
      const result = await needs.log.append({
        conversationId,
        commandId: id,
        actorKey: 'system',
        claims: agentId,
        decide: (state, seat) => {
          // Moved to another queue meanwhile, for which this agent may be nobody.
          if (state && (state.queueId ?? '') !== assignment.queueId) return { refused: 'conflict' };
          return mode === 'auto'
            ? autoAssign(
                state,
                seat,
                proposal,
                { id, at },
                firstWordFor(policy, state?.queueId, needs.timers),
              )
            : offer(state, seat, proposal, { id, at }, queueOf(policy, assignment.queueId).offerMs);
        },
      });
      if (result.kind === 'appended') {
        if (mode === 'auto') counts.assigned += 1;
        else counts.offered += 1;
        refusedAt.delete(conversationId);
        of.settle(assignment);
        if (of === books) pump();
        return;
      }
      counts.refused += 1;
      if (result.kind === 'refused' && /^agent-/.test(result.code)) {
        await needs.refreshRoster();
        if (of === books) of.putStaff(needs.roster(), needs.now());
      }
    } catch (error) {
      needs.onError(error);
    }
    await takeBack(of, assignment);
  }

  async function takeBack(of: Books, assignment: Assignment): Promise<void> {
    const { conversationId } = assignment;
    const last = refusedAt.get(conversationId) ?? Number.NEGATIVE_INFINITY;
    if (refusedAt.size > 10_000) refusedAt.clear();
    refusedAt.set(conversationId, performance.now());
    if (performance.now() - last < 1000) await new Promise((wake) => setTimeout(wake, pauseMs));
    try {
      await reconcile();
      const [state] = await needs.store.states([conversationId]);
      const history = state ? (await historiesOf([state]))(state) : {};
      if (of === books) of.undo(assignment, state, history, needs.now());
    } catch (error) {
      needs.onError(error);
      // The store is away: nothing in the books is certain any more, so they are made anew.
      if (of === books) {
        books = undefined;
        heldUntil = Number.NEGATIVE_INFINITY;
      }
      return;
    }
    pump();
  }

  function reconcile(): Promise<void> {
    const of = books;
    if (!of) return Promise.resolve();
    reconciling ??= readPlaces(of).finally(() => {
      reconciling = undefined;
    });
    return reconciling;
  }

  const renewing = setInterval(() => void takeSoon(), renewEveryMs);
  const comparing = setInterval(() => {
    if (isHolding()) void reconcile().then(pump).catch(needs.onError);
  }, reconcileEveryMs);
  for (const timer of [renewing, comparing]) timer.unref();

  return {
    isHolding: () => books !== undefined && isHolding(),
    counts,
    waiting: () => books?.router.waiting() ?? 0,
    /** Takes the lease if it is free, without waiting for the next beat. */
    start: takeSoon,
    takeSoon: () => void takeSoon(),
    /** This process appended something that moves the queue. */
    appended(state: ConversationState): void {
      if (!books) return;
      toLook.set(state.id, state);
      lookSoon();
    },
    /** Another process did. */
    noticed(conversationId: string): void {
      if (!books) return;
      toRead.add(conversationId);
      lookSoon();
    },
    /** Somebody's status, connection or profile changed. */
    rosterChanged(roster: ReadonlyMap<string, Colleague>): void {
      books?.putStaff(roster, needs.now());
      pump();
    },
    policyChanged: pump,
    /** Notices were lost. */
    lookAtEverything: () => void reconcile().then(pump).catch(needs.onError),
    async close(): Promise<void> {
      closed = true;
      clearInterval(renewing);
      clearInterval(comparing);
      clearTimeout(changeTimer);
      await taking;
      await Promise.allSettled(running);
      if (heldUntil > 0) await needs.lease.release();
      heldUntil = Number.NEGATIVE_INFINITY;
    },
  };
}

export type Dispatcher = ReturnType<typeof createDispatcher>;
