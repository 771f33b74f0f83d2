import type { ConversationEvent } from '../../core/terms/event.ts';

/** Who serves the customer now, as far as the customer may know. */
export interface Standing {
  readonly owner: 'assistant' | 'queue' | 'agent' | 'nobody';
  /** Who serves, or served last. */
  readonly agentName?: string;
  readonly resolved: boolean;
  readonly rated: boolean;
  /** The customer's last message has no answer yet. */
  readonly unanswered: boolean;
}

const start: Standing = { owner: 'assistant', resolved: false, rated: false, unanswered: false };

/** Follows the customer's events, oldest first. The server's rules stand in `core/conversation/state.ts`. */
export function standingOf(events: readonly ConversationEvent[]): Standing {
  return events.reduce(after, start);
}

function after(standing: Standing, event: ConversationEvent): Standing {
  switch (event.kind) {
    case 'message-received':
      return { ...standing, unanswered: true };
    case 'message-sent':
    case 'notice-given':
      return { ...standing, unanswered: false };
    case 'queued':
      return { ...standing, owner: 'queue', unanswered: false };
    case 'assigned':
      return { ...standing, owner: 'agent', agentName: event.body.agentName };
    case 'transferred':
      return { ...standing, owner: 'agent', agentName: event.body.toAgentName };
    case 'returned-to-assistant':
      return { ...standing, owner: 'assistant' };
    case 'resolved':
      return { ...standing, owner: 'nobody', resolved: true, unanswered: false };
    case 'reopened':
      return { ...start };
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
