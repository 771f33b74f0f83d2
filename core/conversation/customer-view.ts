import type { ConversationEvent, EventKind } from '../terms/event.ts';

/** The kinds that the customer's own screen shows. Everything else is for the staff. */
const visible: ReadonlySet<EventKind> = new Set<EventKind>([
  'conversation-opened',
  'message-received',
  'message-sent',
  'queued',
  'assigned',
  'transferred',
  'returned-to-assistant',
  'notice-given',
  'message-left',
  'resolved',
  'reopened',
  'rated',
]);

/**
 * The event as the customer may see it, or null when it is none of the customer's business. Reasons, priorities,
 * notes between colleagues and dispositions are taken out; `seq` stays, so that a cursor means the same for everybody.
 */
export function customerView(event: ConversationEvent): ConversationEvent | null {
  if (!visible.has(event.kind)) return null;
  const actor = event.actor.kind === 'agent' ? { ...event.actor, id: '' } : event.actor;
  switch (event.kind) {
    case 'queued':
      // With `meanwhile` the assistant carries on: the wish stands, and nobody waits at the screen.
      return {
        ...event,
        // Whoever moved it between queues did not speak to the customer.
        actor: { kind: 'system' },
        body: {
          queueId: '',
          priority: 0,
          reasons: [],
          ...(event.body.meanwhile === undefined ? {} : { meanwhile: event.body.meanwhile }),
        },
      };
    case 'assigned':
      return { ...event, actor, body: { agentId: '', agentName: event.body.agentName } };
    case 'transferred':
      return {
        ...event,
        actor,
        body: { fromAgentId: '', toAgentId: '', toAgentName: event.body.toAgentName, note: '' },
      };
    case 'returned-to-assistant':
      return { ...event, actor, body: { agentId: '', note: '' } };
    case 'resolved':
      return {
        ...event,
        actor,
        body: {
          disposition: event.body.disposition === 'spam' ? 'no-reply' : event.body.disposition,
          note: '',
        },
      };
    case 'conversation-opened': {
      const { previous: _, ...body } = event.body;
      return { ...event, actor, body };
    }
    case 'notice-given':
    case 'message-left':
    case 'message-received': {
      // When the house calls itself to order is its own business.
      const { deadline: _, ...body } = event.body;
      return { ...event, actor, body } as ConversationEvent;
    }
    case 'message-sent': {
      // Neither how the assistant chose its words nor what an agent had before them.
      const { manner: _, assist: __, ...body } = event.body;
      return { ...event, actor, body };
    }
    case 'reopened':
    case 'rated':
      return { ...event, actor } as ConversationEvent;
    default:
      return null;
  }
}
