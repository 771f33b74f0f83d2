import type { Citation } from '../../core/terms/article.ts';
import type { Attachment } from '../../core/terms/attachment.ts';
import type { ConversationEvent, EventBodies } from '../../core/terms/event.ts';
import type { LeftDetails, OutboxItem } from './outbox/item.ts';

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly by: 'contact' | 'assistant' | 'agent';
  /** The agent's name. */
  readonly name?: string;
  readonly text: string;
  readonly at: number;
  readonly attachments: readonly Attachment[];
  readonly citations: readonly Citation[];
  readonly choices: readonly string[];
  readonly offersHuman: boolean;
  /** Nobody spoke in between: name and face stand only on the first message of a run. */
  readonly startsRun: boolean;
  /** The customer does not wait: how or when to come back to them. */
  readonly left?: LeftDetails;
  /** A message of the customer's that the log does not show yet. */
  readonly item?: OutboxItem;
}

export type Line =
  | 'queued'
  | 'queuedLater'
  | 'assigned'
  | 'assignedAgain'
  | 'transferred'
  | 'returned'
  | 'resolved'
  | 'reopened'
  | 'rated';

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly line: Line;
      readonly name?: string;
      readonly score?: number;
      readonly at: number;
    }
  | {
      readonly kind: 'notice';
      readonly key: string;
      readonly notice: EventBodies['notice-given'];
      /** What the notice is about: what the customer left before. */
      readonly left?: LeftDetails;
      readonly at: number;
    };

/** Milliseconds after which the same speaker is named again. */
const runLasts = 10 * 60_000;

/** What the screen shows of a conversation, oldest first: the log, then what is still on its way. */
export function timeline(events: readonly ConversationEvent[], pending: readonly OutboxItem[]): Row[] {
  const rows: Row[] = [];
  let day = '';
  const startDay = (at: number) => {
    const date = new Date(at).toDateString();
    if (date !== day) rows.push({ kind: 'day', key: `day ${date}`, at });
    day = date;
  };
  let served: string | undefined;
  for (const [index, event] of events.entries()) {
    if (event.kind === 'message-left') {
      attachLeft(rows, event.body);
      continue;
    }
    const row = rowOf(event, events[index + 1], served);
    if (event.kind === 'assigned') served = event.body.agentName;
    if (event.kind === 'transferred') served = event.body.toAgentName;
    if (row === null) continue;
    startDay(event.at);
    if (row.kind === 'message') rows.push({ ...row, startsRun: startsRun(rows.at(-1), row) });
    else if (row.kind === 'notice') rows.push({ ...row, ...lastLeft(rows) });
    else rows.push(row);
  }
  for (const item of pending) {
    if (item.kind === 'human' || item.kind === 'assistant') continue;
    startDay(item.at);
    const row = rowOfItem(item);
    rows.push({ ...row, startsRun: startsRun(rows.at(-1), row) });
  }
  return rows;
}

function startsRun(before: Row | undefined, row: MessageRow): boolean {
  if (before?.kind !== 'message') return true;
  return before.by !== row.by || before.name !== row.name || row.at - before.at > runLasts;
}

/** The message says itself that it was left; it is the customer's last one. */
function attachLeft(rows: Row[], left: LeftDetails): void {
  const index = rows.findLastIndex((row) => row.kind === 'message' && row.by === 'contact');
  const row = rows[index];
  if (row?.kind === 'message') rows[index] = { ...row, left };
}

function lastLeft(rows: readonly Row[]): { left?: LeftDetails } {
  const last = rows.findLast((row) => row.kind === 'message' && row.left !== undefined);
  return last?.kind === 'message' && last.left ? { left: last.left } : {};
}

/** What the next event says better needs no line of its own. */
function queuedLine(next: ConversationEvent | undefined): Line | null {
  if (next?.kind === 'message-left') return null;
  if (next?.kind !== 'notice-given') return 'queued';
  if (next.body.code === 'agent-changed') return null;
  return next.body.code === 'closed' || next.body.code === 'nobody-online' ? 'queuedLater' : 'queued';
}

function rowOf(
  event: ConversationEvent,
  next: ConversationEvent | undefined,
  served: string | undefined,
): Row | null {
  const key = event.id;
  const { at } = event;
  switch (event.kind) {
    case 'message-received':
      return message(key, at, {
        by: 'contact',
        text: event.body.text,
        attachments: event.body.attachments ?? [],
      });
    case 'message-sent':
      return message(key, at, {
        by: event.actor.kind === 'agent' ? 'agent' : 'assistant',
        ...(event.actor.kind === 'agent' ? { name: event.actor.name } : {}),
        text: event.body.text,
        attachments: event.body.attachments ?? [],
        citations: event.body.citations ?? [],
        choices: event.body.choices ?? [],
        offersHuman: event.body.offersHuman ?? false,
      });
    case 'queued': {
      // Back with the assistant by the customer's own tap: there is no notice that says so.
      const isBack = event.body.meanwhile !== undefined && next?.kind !== 'notice-given';
      const line = isBack ? 'returned' : queuedLine(next);
      return line && { kind: 'line', key, line, at };
    }
    case 'assigned': {
      const name = event.body.agentName;
      // Names are all that a customer knows of agents.
      return { kind: 'line', key, line: name === served ? 'assignedAgain' : 'assigned', name, at };
    }
    case 'transferred':
      return { kind: 'line', key, line: 'transferred', name: event.body.toAgentName, at };
    case 'returned-to-assistant':
      return { kind: 'line', key, line: 'returned', at };
    case 'resolved':
    case 'reopened':
      return { kind: 'line', key, line: event.kind, at };
    case 'rated':
      return { kind: 'line', key, line: 'rated', score: event.body.score, at };
    case 'notice-given':
      return { kind: 'notice', key, notice: event.body, at };
    default:
      return null;
  }
}

function rowOfItem(item: OutboxItem): MessageRow {
  return message(item.id, item.at, {
    by: 'contact',
    text: item.text,
    item,
    ...(item.left === undefined ? {} : { left: item.left }),
  });
}

function message(
  key: string,
  at: number,
  said: Pick<MessageRow, 'by' | 'text'> & Partial<MessageRow>,
): MessageRow {
  return {
    kind: 'message',
    key,
    at,
    attachments: [],
    citations: [],
    choices: [],
    offersHuman: false,
    startsRun: true,
    ...said,
  };
}
