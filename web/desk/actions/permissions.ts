import type { Colleague, ConversationSummary } from '../../../core/protocol/views.ts';

/** What this agent may do now with this conversation. The server decides; this only draws the right buttons. */
export interface Permissions {
  readonly accept: boolean;
  readonly takeOver: boolean;
  readonly reply: boolean;
  readonly returnToAssistant: boolean;
  readonly transfer: boolean;
  readonly resolve: boolean;
}

const nothing: Permissions = {
  accept: false,
  takeOver: false,
  reply: false,
  returnToAssistant: false,
  transfer: false,
  resolve: false,
};

export function permissionsOf(summary: ConversationSummary, me: Pick<Colleague, 'id' | 'role'>): Permissions {
  if (summary.status === 'resolved') return nothing;
  const supervises = me.role !== 'agent';
  switch (summary.owner.kind) {
    case 'queue':
      return { ...nothing, accept: true, resolve: supervises };
    case 'assistant':
      return { ...nothing, takeOver: true, resolve: supervises };
    case 'agent': {
      const mine = summary.owner.agentId === me.id;
      return {
        accept: false,
        takeOver: !mine && supervises,
        reply: mine,
        returnToAssistant: mine,
        transfer: mine || supervises,
        resolve: mine || supervises,
      };
    }
    case 'nobody':
      return nothing;
  }
}
