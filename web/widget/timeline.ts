import type { Citation } from '../../core/terms/article.ts';
import type { Attachment } from '../../core/terms/attachment.ts';
import type { ConversationEvent, NoticeCode } from '../../core/terms/event.ts';
import type { OutboxItem } from './outbox/item.ts';

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
  /** A message of the customer's that the log does not show yet. */
  readonly item?: OutboxItem;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly line: 'queued' | 'assigned' | 'transferred' | 'returned' | 'resolved' | 'reopened' | 'rated';
      readonly name?: string;
      readonly score?: number;
      readonly at: number;
    }
  | {
      readonly kind: 'notice';
      readonly key: string;
      readonly code: NoticeCode;
      readonly position?: number;
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
  for (const event of events) {
    const row = rowOf(event);
    if (row === null) continue;
    startDay(event.at);
    rows.push(row.kind === 'message' ? { ...row, startsRun: startsRun(rows.at(-1), row) } : row);
  }
  for (const item of pending) {
    if (item.kind !== 'message') continue;
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

function rowOf(event: ConversationEvent): Row | null {
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
    case 'queued':
      return { kind: 'line', key, line: 'queued', at };
    case 'assigned':
      return { kind: 'line', key, line: 'assigned', name: event.body.agentName, at };
    case 'transferred':
      return { kind: 'line', key, line: 'transferred', name: event.body.toAgentName, at };
    case 'returned-to-assistant':
      return { kind: 'line', key, line: 'returned', at };
    case 'resolved':
    case 'reopened':
      return { kind: 'line', key, line: event.kind, at };
    case 'rated':
      return { kind: 'line', key, line: 'rated', score: event.body.score, at };
    case 'notice-given': {
      const { code, position } = event.body;
      return { kind: 'notice', key, code, ...(position === undefined ? {} : { position }), at };
    }
    default:
      return null;
  }
}

function rowOfItem(item: OutboxItem): MessageRow {
  return message(item.id, item.at, { by: 'contact', text: item.text, item });
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
