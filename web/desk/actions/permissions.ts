import type { Colleague, ConversationSummary } from '../../../core/protocol/views.ts';

/** What this agent may do now with this conversation. The server decides; this only draws the right buttons. */
export interface Permissions {
  readonly accept: boolean;
  /** It is offered to this agent, who may pass it on. */
  readonly decline: boolean;
  readonly takeOver: boolean;
  readonly reply: boolean;
  readonly returnToAssistant: boolean;
  readonly transfer: boolean;
  /** Ask a colleague to help in notes. */
  readonly invite: boolean;
  /** Stop helping. */
  readonly leave: boolean;
  /** Tell the agent something that the customer does not see. */
  readonly whisper: boolean;
  /** Add and remove labels. */
  readonly label: boolean;
  readonly resolve: boolean;
}

const nothing: Permissions = {
  accept: false,
  decline: false,
  takeOver: false,
  reply: false,
  returnToAssistant: false,
  transfer: false,
  invite: false,
  leave: false,
  whisper: false,
  label: false,
  resolve: false,
};

export function permissionsOf(summary: ConversationSummary, me: Pick<Colleague, 'id' | 'role'>): Permissions {
  if (summary.status === 'resolved') return nothing;
  const supervises = me.role !== 'agent';
  const leave = summary.helpers.includes(me.id);
  const label = supervises || leave;
  switch (summary.owner.kind) {
    case 'queue': {
      const decline = summary.offer?.agentId === me.id;
      // What a colleague is being asked may be taken too: right now beats politeness.
      return { ...nothing, leave, accept: true, decline, label, resolve: supervises };
    }
    case 'assistant':
      return { ...nothing, leave, takeOver: true, label, resolve: supervises };
    case 'agent': {
      const mine = summary.owner.agentId === me.id;
      return {
        ...nothing,
        leave,
        takeOver: !mine && supervises,
        reply: mine,
        returnToAssistant: mine,
        transfer: mine || supervises,
        invite: mine || supervises,
        whisper: !mine && supervises,
        label: label || mine,
        resolve: mine || supervises,
      };
    }
    case 'nobody':
      return nothing;
  }
}

/** Whether this agent may put right what was understood of the customer: who serves, and who leads. */
export function mayCorrect(
  { owner }: Pick<ConversationSummary, 'owner'>,
  me: Pick<Colleague, 'id' | 'role'>,
): boolean {
  return me.role !== 'agent' || (owner.kind === 'agent' && owner.agentId === me.id);
}
