import { isDeepStrictEqual } from 'node:util';
import { customerView } from '../../core/conversation/customer-view.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Sent } from './play.ts';

/**
 * Compares what was sent and what was delivered with the log as it was read back. Returns a sentence for everything
 * that does not fit; none when every message stands exactly once and in order, no place is left out, and the customer
 * was shown every event that is theirs, once and in order.
 */
export function checkLog(
  log: readonly ConversationEvent[],
  sent: readonly Sent[],
  delivered: readonly ConversationEvent[],
): string[] {
  const problems: string[] = [];
  log.forEach((event, index) => {
    if (event.seq !== index + 1) problems.push(`place ${index + 1} of the log holds seq ${event.seq}`);
  });
  const ids = new Set<string>();
  for (const { id } of log) {
    if (ids.has(id)) problems.push(`event ${id} stands twice`);
    ids.add(id);
  }

  const said = log.flatMap((event): Sent[] => {
    if (event.kind === 'message-received') return [{ id: event.id, by: 'contact', text: event.body.text }];
    const isAgents = event.kind === 'message-sent' && event.actor.kind === 'agent';
    return isAgents ? [{ id: event.id, by: 'agent', text: event.body.text }] : [];
  });
  const stands = new Set(said.map(({ id }) => id));
  for (const { id, by } of sent) if (!stands.has(id)) problems.push(`message ${id} of the ${by} is missing`);
  if (problems.length === 0 && !isDeepStrictEqual(said, sent))
    problems.push(
      'the messages stand in another order, with another sender or other words than they were sent',
    );

  const theirs = log.map(customerView).filter((event) => event !== null);
  if (delivered.length !== theirs.length)
    problems.push(`${delivered.length} events were delivered, ${theirs.length} are the customer’s`);
  else {
    const different = theirs.findIndex((event, index) => !isDeepStrictEqual(event, delivered[index]));
    if (different >= 0)
      problems.push(`event ${theirs[different]!.seq} was delivered otherwise than it stands`);
  }
  return problems;
}
