import type { ConversationEvent, EventBodies } from '../../core/terms/event.ts';

/** Who serves the customer now, as far as the customer may know. */
export interface Standing {
  readonly owner: 'assistant' | 'queue' | 'agent' | 'nobody';
  /** Who serves, or served last. */
  readonly agentName?: string;
  readonly resolved: boolean;
  readonly rated: boolean;
  /** The customer's last message has no answer yet. */
  readonly unanswered: boolean;
  /** Nobody could come: the assistant carries on, and the wish for a person stands. */
  readonly wish: boolean;
  /** The last word on how things stand, since the customer began to wait. */
  readonly notice: EventBodies['notice-given'] | null;
  /** The customer need not wait at the screen. */
  readonly left: EventBodies['message-left'] | null;
}

const start: Standing = {
  owner: 'assistant',
  resolved: false,
  rated: false,
  unanswered: false,
  wish: false,
  notice: null,
  left: null,
};
/** The wait is over, one way or another. */
const noWait = { wish: false, notice: null, left: null } as const;

/** Follows the customer's events, oldest first. The server's rules stand in `core/conversation/apply-event.ts`. */
export function standingOf(events: readonly ConversationEvent[]): Standing {
  return events.reduce(after, start);
}

function after(standing: Standing, event: ConversationEvent): Standing {
  switch (event.kind) {
    case 'message-received':
      return { ...standing, unanswered: true };
    case 'message-sent':
      return { ...standing, unanswered: false };
    case 'notice-given':
      return { ...standing, unanswered: false, notice: event.body };
    case 'queued': {
      const wish = event.body.meanwhile === 'assistant';
      return { ...standing, ...noWait, owner: wish ? 'assistant' : 'queue', wish, unanswered: false };
    }
    case 'message-left':
      return { ...standing, left: event.body };
    case 'assigned':
      return { ...standing, ...noWait, owner: 'agent', agentName: event.body.agentName };
    case 'transferred':
      return { ...standing, ...noWait, owner: 'agent', agentName: event.body.toAgentName };
    case 'returned-to-assistant':
      return { ...standing, ...noWait, owner: 'assistant' };
    case 'resolved':
      return { ...standing, ...noWait, owner: 'nobody', resolved: true, unanswered: false };
    case 'reopened':
      return start;
    case 'rated':
      return { ...standing, rated: true };
    default:
      return standing;
  }
}

/** Messages of the other side after the given place in the log. */
export function unreadAfter(events: readonly ConversationEvent[], seq: number): number {
  return events.filter((event) => event.kind === 'message-sent' && event.seq > seq).length;
}
