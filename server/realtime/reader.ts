import { customerView } from '../../core/conversation/customer-view.ts';
import { staffView } from '../../core/conversation/staff-view.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Caller } from '../authorisation.ts';

/** Who reads a conversation, and how they see one of its events; null for what is none of their business. */
export interface Reader {
  /** A customer reads their own conversations only; undefined for the staff. */
  readonly contactId: string | undefined;
  readonly view: (event: ConversationEvent) => ConversationEvent | null;
}

/** Anybody who is nobody sees what the least of the staff may, never more. */
const nobody = { id: '', role: 'agent' } as const;

/** `caller` is asked anew for each event: a role may change while a connection lasts. */
export function readerOf(caller: () => Caller): Reader {
  const now = caller();
  if (now.kind === 'contact') return { contactId: now.id, view: customerView };
  return {
    contactId: undefined,
    view: (event) => {
      const who = caller();
      return staffView(event, who.kind === 'staff' ? who : nobody);
    },
  };
}
