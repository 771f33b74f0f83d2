import type { Role } from '../terms/actor.ts';
import type { ConversationEvent } from '../terms/event.ts';

/** The colleague who reads. */
export interface StaffReader {
  readonly id: string;
  readonly role: Role;
}

/**
 * The event as this colleague may see it. Everybody of the staff sees everything but a whisper: its words are for the
 * agent to whom it was whispered, for whoever wrote it, and for those who lead. To others the event stays in its place –
 * so that a cursor means the same for everybody and nothing looks missing – without words, writer and receiver.
 */
export function staffView(event: ConversationEvent, reader: StaffReader): ConversationEvent {
  if (event.kind !== 'note-added' || !event.body.whisper || reader.role !== 'agent') return event;
  if (event.body.to === reader.id) return event;
  if (event.actor.kind === 'agent' && event.actor.id === reader.id) return event;
  return { ...event, actor: { kind: 'system' }, body: { text: '', whisper: true, withheld: true } };
}
