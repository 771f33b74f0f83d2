import type { ServerFrame } from '../../../core/protocol/frames.ts';
import type { Colleague } from '../../../core/protocol/views.ts';
import type { ConnectionState } from '../../ui/connection.ts';
import type { Announcement } from '../announce/announcements.ts';
import { type Outbox, settledBy } from './outbox.ts';
import { applySummary, type Summaries } from './summaries.ts';
import { applyEvents, emptyTimeline, type Timeline } from './timelines.ts';

/** Everything that the desk knows from the server. The screen is a reading of it. */
export interface DeskState {
  readonly me: Colleague;
  readonly summaries: Summaries;
  readonly timelines: ReadonlyMap<string, Timeline>;
  readonly outbox: Outbox;
  /** Words on their way, by conversation. */
  readonly writing: ReadonlyMap<string, { readonly answerId: string; readonly text: string }>;
  /** Who is typing, by conversation; `until` is by this machine's clock. */
  readonly typing: ReadonlyMap<
    string,
    { readonly by: 'contact' | 'agent' | 'assistant'; readonly name?: string; readonly until: number }
  >;
  readonly colleagues: ReadonlyMap<string, Colleague>;
  readonly connection: ConnectionState;
  /** The server's clock minus this machine's, in milliseconds. */
  readonly clockOffset: number;
  /** The list of open conversations: `complete` means that every one of them is in `summaries`. */
  readonly list: 'loading' | 'complete' | { readonly error: unknown };
  /** How each conversation's log failed to load. */
  readonly failures: ReadonlyMap<string, unknown>;
  /** What the agent must still be told, oldest first. */
  readonly announcements: readonly Announcement[];
  /** How often the knowledge base has changed since the desk was opened: what was read from it before is old. */
  readonly knowledgeChanges: number;
}

export function initialState(me: Colleague, outbox: Outbox): DeskState {
  return {
    me,
    summaries: new Map(),
    timelines: new Map(),
    outbox,
    writing: new Map(),
    typing: new Map(),
    colleagues: new Map([[me.id, me]]),
    connection: 'connecting',
    clockOffset: 0,
    list: 'loading',
    failures: new Map(),
    announcements: [],
    knowledgeChanges: 0,
  };
}

/** Milliseconds. A `typing` frame that is not repeated stops being believed. */
const typingLasts = 6_000;

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** The state after a frame. `now` is this machine's clock. */
export function applyFrame(state: DeskState, frame: ServerFrame, now: number): DeskState {
  switch (frame.type) {
    case 'ready':
    case 'pong':
      return { ...state, clockOffset: frame.now - now };
    case 'summary':
      return { ...state, summaries: applySummary(state.summaries, frame.conversation) };
    case 'events':
      return applyEventsFrame(state, frame);
    case 'writing': {
      const known = state.writing.get(frame.conversationId);
      const before = known?.answerId === frame.answerId ? known.text : '';
      const writing = new Map(state.writing);
      writing.set(frame.conversationId, { answerId: frame.answerId, text: before + frame.text });
      return { ...state, writing };
    }
    case 'writing-stopped':
      return state.writing.get(frame.conversationId)?.answerId === frame.answerId
        ? { ...state, writing: without(state.writing, frame.conversationId) }
        : state;
    case 'typing': {
      if (!frame.on) return { ...state, typing: without(state.typing, frame.conversationId) };
      const typing = new Map(state.typing);
      typing.set(frame.conversationId, { by: frame.by, name: frame.name, until: now + typingLasts });
      return { ...state, typing };
    }
    case 'colleague': {
      const colleagues = new Map(state.colleagues).set(frame.colleague.id, frame.colleague);
      const me = frame.colleague.id === state.me.id ? frame.colleague : state.me;
      return { ...state, colleagues, me };
    }
    case 'knowledge':
      return { ...state, knowledgeChanges: state.knowledgeChanges + 1 };
    default:
      return state;
  }
}

function applyEventsFrame(state: DeskState, frame: Extract<ServerFrame, { type: 'events' }>): DeskState {
  const { conversationId, events } = frame;
  const known = state.timelines.get(conversationId) ?? emptyTimeline;
  const timelines = new Map(state.timelines).set(conversationId, applyEvents(known, events));
  const words = state.writing.get(conversationId);
  const replaced = events.some(
    (event) =>
      (event.kind === 'message-sent' && (!words || event.body.answerId === words.answerId)) ||
      event.kind === 'assigned',
  );
  const spoke = events.some((event) => event.kind === 'message-received' || event.kind === 'message-sent');
  return {
    ...state,
    timelines,
    outbox: settledBy(state.outbox, events),
    writing: replaced ? without(state.writing, conversationId) : state.writing,
    typing: spoke ? without(state.typing, conversationId) : state.typing,
  };
}
