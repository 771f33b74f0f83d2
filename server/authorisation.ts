import type { Role } from '../core/terms/actor.ts';

/** Who is calling. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'contact';
      readonly id: string;
      readonly inboxId: string;
      readonly verified: boolean;
      readonly name: string;
    }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
    };

type Standing = 'anonymous' | 'contact' | Role;

const anybody: readonly Standing[] = ['anonymous', 'contact', 'agent', 'supervisor', 'administrator'];
const staff: readonly Standing[] = ['agent', 'supervisor', 'administrator'];
const leads: readonly Standing[] = ['supervisor', 'administrator'];
const administrators: readonly Standing[] = ['administrator'];
const contact: readonly Standing[] = ['contact'];

/**
 * THE table: what there is to do, and who may. Every route and every frame of a socket names its action; a route
 * without one stops the start. Whose conversation it is, is checked beside this, where the conversation is read.
 */
export const authorisation = {
  'page.read': anybody,
  'health.read': anybody,
  'metrics.read': administrators,
  'description.read': anybody,
  'widget.boot': anybody,
  'session.open': anybody,
  'session.read': anybody,
  'session.close': anybody,
  'session.change': staff,
  'article.read-public': anybody,
  'conversation.say': contact,
  'conversation.ask-human': contact,
  'conversation.ask-assistant': contact,
  'conversation.rate': contact,
  'conversation.leave-message': contact,
  'standing.read': contact,
  'conversation.follow': ['contact', ...staff],
  'conversation.attach': ['contact', ...staff],
  'conversation.type': ['contact', ...staff],
  'conversation.list': staff,
  'conversation.read': staff,
  'conversation.mark-read': staff,
  'conversation.accept': staff,
  'conversation.reply': staff,
  'conversation.note': staff,
  'conversation.return': staff,
  'conversation.transfer': staff,
  'conversation.help': staff,
  'conversation.label': staff,
  'conversation.resolve': staff,
  'conversation.correct': staff,
  'desk.follow': staff,
  'queue.list': staff,
  'board.read': leads,
  'colleague.list': staff,
  'colleague.change': administrators,
  'article.read': staff,
  'article.draft': staff,
  'article.publish': leads,
  'import.read': leads,
  'import.run': leads,
  'article.preview': staff,
  'dictionary.read': staff,
  'dictionary.change': leads,
  'article.judge': leads,
  'draft.read': staff,
  'draft.decide': leads,
  'knowledge.try': staff,
  'inbox.read': leads,
  'inbox.change': administrators,
  'policy.read': leads,
  'policy.try': leads,
  'policy.change': administrators,
  'understanding.read': leads,
  'understanding.change': leads,
  'understanding.name-intents': staff,
  'report.read': leads,
  'system.read': leads,
  'insight.read': leads,
  'insight.change': leads,
  'demo.identity': anybody,
} as const satisfies Record<string, readonly Standing[]>;

export type Action = keyof typeof authorisation;

export function standingOf(caller: Caller): Standing {
  return caller.kind === 'staff' ? caller.role : caller.kind;
}

/** Whether this caller may do this at all. */
export function may(caller: Caller, action: Action): boolean {
  return (authorisation[action] as readonly Standing[]).includes(standingOf(caller));
}
