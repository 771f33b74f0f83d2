import type { Conversations } from '../../adapters/store/conversations.ts';
import type { WholeLog } from '../../adapters/store/whole-log.ts';
import { movesQueue } from '../../core/conversation/seat.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Log } from '../../plugs/log.ts';
import type { Positions } from '../routing/positions.ts';
import type { Reader } from './reader.ts';
import { createPositionTeller } from './tell-positions.ts';

type Deliver = (frame: ServerFrame) => void;

interface Follower extends Reader {
  readonly isCustomer: boolean;
  readonly deliver: Deliver;
  /** Told if the first reading shows that the conversation is somebody else's. */
  onForeign: (() => void) | undefined;
  after: number;
  reading: boolean;
  /** Something was appended while the log was being read: read once more. */
  dirty: boolean;
}

interface DeskFollower {
  readonly agentId: string;
  readonly deliver: Deliver;
}

const pageSize = 500;
/** Changes of one conversation within this time reach the desks as one. */
const deskPauseMs = 40;
/** After the store could not be read. */
const retryMs = 1000;
/** A notice that was lost (a process died between commit and notice) is made good for within this time. */
const lookAroundMs = 3000;
/** Summaries read at once. */
const summaryPage = 500;

/**
 * Brings what is appended to whoever follows it on this process. A follower's cursor only moves by what was delivered,
 * so whatever a notice said or failed to say, the next read continues exactly where the last one ended.
 */
export function createHub(needs: {
  readonly log: Pick<Log, 'read'>;
  readonly wholeLog: Pick<WholeLog, 'now' | 'changedSince'>;
  readonly conversations: Pick<Conversations, 'summaries' | 'readMarks'>;
  readonly positions: Pick<Positions, 'waiters'>;
  readonly onError: (error: unknown) => void;
}) {
  const followers = new Map<string, Set<Follower>>();
  const desks = new Set<DeskFollower>();
  const changed = new Set<string>();
  let deskTimer: NodeJS.Timeout | undefined;
  let deskFlushing = false;
  const positions = createPositionTeller({
    waiters: needs.positions.waiters,
    *customers() {
      for (const [conversationId, set] of followers)
        for (const { isCustomer, deliver } of set) if (isCustomer) yield [conversationId, deliver] as const;
    },
    onError: needs.onError,
  });

  function give(follower: Follower, conversationId: string, events: readonly ConversationEvent[]): void {
    const upTo = events.at(-1)!.seq;
    const opening = events[0]!;
    // Whoever began to follow an id before the conversation was opened learns nothing if somebody else opened it.
    if (
      opening.kind === 'conversation-opened' &&
      follower.contactId !== undefined &&
      opening.body.contactId !== follower.contactId
    ) {
      followers.get(conversationId)?.delete(follower);
      follower.onForeign?.();
      return;
    }
    const shown = events.map(follower.view).filter((event) => event !== null);
    follower.after = upTo;
    follower.deliver({ type: 'events', conversationId, events: shown, upTo });
  }

  async function catchUp(follower: Follower, conversationId: string): Promise<void> {
    follower.dirty = true;
    if (follower.reading) return;
    follower.reading = true;
    try {
      while (follower.dirty && followers.get(conversationId)?.has(follower)) {
        follower.dirty = false;
        let events = await needs.log.read(conversationId, follower.after, pageSize);
        while (events.length > 0 && followers.get(conversationId)?.has(follower)) {
          give(follower, conversationId, events);
          events =
            events.length < pageSize ? [] : await needs.log.read(conversationId, follower.after, pageSize);
        }
      }
    } catch (error) {
      needs.onError(error);
      setTimeout(() => void catchUp(follower, conversationId), retryMs).unref();
    } finally {
      follower.reading = false;
    }
  }

  function scheduleDesk(pause: number): void {
    if (desks.size === 0 || deskFlushing) return;
    if (deskTimer && pause > 0) return;
    clearTimeout(deskTimer);
    deskTimer = setTimeout(() => void flushDesks(), pause);
  }

  async function flushDesks(): Promise<void> {
    deskTimer = undefined;
    deskFlushing = true;
    const ids = [...changed];
    changed.clear();
    let pause = deskPauseMs;
    try {
      // Taken before the summaries are read: what happens in between comes again rather than never.
      const cursor = await needs.wholeLog.now();
      const summaries = await needs.conversations.summaries(null, ids);
      const agentIds = [...new Set([...desks].map(({ agentId }) => agentId))];
      const marks = await needs.conversations.readMarks(agentIds, ids);
      for (const desk of desks) {
        for (const summary of summaries) {
          const readSeq = marks.get(`${desk.agentId} ${summary.id}`) ?? 0;
          desk.deliver({ type: 'summary', conversation: { ...summary, readSeq }, cursor });
        }
      }
    } catch (error) {
      for (const id of ids) changed.add(id);
      needs.onError(error);
      pause = retryMs;
    } finally {
      deskFlushing = false;
      if (changed.size > 0) scheduleDesk(pause);
    }
  }

  function noticeDesk(conversationId: string, urgent: boolean): void {
    if (desks.size === 0) return;
    changed.add(conversationId);
    scheduleDesk(urgent ? 0 : deskPauseMs);
  }

  function noticed(conversationId: string, seq: number, moves = true): void {
    for (const follower of followers.get(conversationId) ?? []) {
      if (seq > follower.after) void catchUp(follower, conversationId);
    }
    noticeDesk(conversationId, false);
    if (moves) positions.soon();
  }

  let lookedAt: string | undefined;
  let looking = false;
  /** Finds in the log itself what no notice told of. */
  async function lookAround(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const now = await needs.wholeLog.now();
      if (lookedAt !== undefined && (followers.size > 0 || desks.size > 0)) {
        for (const { conversationId, seq } of await needs.wholeLog.changedSince(lookedAt))
          noticed(conversationId, seq);
      }
      lookedAt = now;
    } catch {
      // The store is away; the next look starts where this one did.
    } finally {
      looking = false;
    }
  }
  const lookingTimer = setInterval(() => void lookAround(), lookAroundMs);
  lookingTimer.unref();
  // The first look only notes where the log stands, before anybody follows.
  void lookAround();

  return {
    /**
     * Everything after `after`, then each new event, until the returned function is called, as `reader` sees it.
     * A contact only reads their own conversation; if it is not opened yet, `after` MUST be 0.
     * From 0 on nobody needs to have looked whose it is: the first event tells, and a stranger gets `onForeign`.
     */
    follow(
      conversationId: string,
      after: number,
      { contactId, view }: Reader,
      deliver: Deliver,
      onForeign?: () => void,
    ): () => void {
      const isCustomer = contactId !== undefined;
      const follower: Follower = {
        isCustomer,
        view,
        contactId,
        deliver,
        onForeign,
        after,
        reading: false,
        dirty: false,
      };
      const set = followers.get(conversationId) ?? new Set();
      followers.set(conversationId, set.add(follower));
      void catchUp(follower, conversationId).then(() => {
        // Whoever opens it from now on is nobody's business.
        follower.onForeign = undefined;
        if (isCustomer) {
          positions.forget(conversationId);
          positions.soon();
        }
      });
      return () => {
        set.delete(follower);
        if (set.size === 0 && followers.get(conversationId) === set) {
          followers.delete(conversationId);
          positions.forget(conversationId);
        }
      };
    },
    /** The desk's list from now on; with a cursor first everything that changed since. */
    async followDesk(agentId: string, after: string | undefined, deliver: Deliver): Promise<() => void> {
      const desk = { agentId, deliver };
      desks.add(desk);
      try {
        if (after !== undefined) {
          const cursor = await needs.wholeLog.now();
          const ids = (await needs.wholeLog.changedSince(after)).map(({ conversationId }) => conversationId);
          for (let start = 0; start < ids.length; start += summaryPage) {
            const page = await needs.conversations.summaries(agentId, ids.slice(start, start + summaryPage));
            // Only after the last page the new cursor is true: a connection that breaks before begins again.
            const reached = start + summaryPage < ids.length ? after : cursor;
            for (const conversation of page) deliver({ type: 'summary', conversation, cursor: reached });
          }
        }
      } catch (error) {
        desks.delete(desk);
        throw error;
      }
      return () => desks.delete(desk);
    },
    /** This process appended: the words are at hand. */
    appended(state: ConversationState, events: readonly ConversationEvent[]): void {
      const first = events[0]!.seq;
      const last = events.at(-1)!.seq;
      for (const follower of followers.get(state.id) ?? []) {
        if (last <= follower.after) continue;
        if (!follower.reading && follower.after === first - 1) give(follower, state.id, events);
        else void catchUp(follower, state.id);
      }
      const moves = movesQueue(events);
      noticeDesk(state.id, moves);
      if (moves) positions.soon();
    },
    /** Another process appended: only the place is known, and whether the queue has moved by it. */
    noticed,
    /** Notices may have been lost: everybody reads on from where they are. */
    lookAtEverything(): void {
      for (const [conversationId, set] of followers) {
        for (const follower of set) void catchUp(follower, conversationId);
      }
      void lookAround();
    },
    positionsChanged: positions.soon,
    /** Sends a frame that is not an event to those who follow the conversation. */
    tell(conversationId: string, frame: ServerFrame, to: (isCustomer: boolean) => boolean): void {
      for (const follower of followers.get(conversationId) ?? [])
        if (to(follower.isCustomer)) follower.deliver(frame);
    },
    tellDesks(frame: ServerFrame): void {
      for (const desk of desks) desk.deliver(frame);
    },
    isFollowed: (conversationId: string) => followers.has(conversationId),
    close(): void {
      clearInterval(lookingTimer);
      clearTimeout(deskTimer);
      positions.close();
    },
  };
}

export type Hub = ReturnType<typeof createHub>;
