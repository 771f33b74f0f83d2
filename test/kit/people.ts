import { SignJWT } from 'jose';
import { type Api, call } from '../../cli/replay/api.ts';
import { type Customer, createCustomer } from '../../cli/replay/customer.ts';
import { bringStaff, type Staff } from '../../cli/replay/desk.ts';
import type { ConversationEvent, EventOf } from '../../core/terms/event.ts';
import type { Language } from '../../core/terms/language.ts';
import type { Server } from '../../server/main.ts';

/** Customers and staff of one server, on its public interface; `leave` closes all their connections. */
export interface People {
  readonly administrator: Api;
  /** A customer; with `as` one whom the demo shop vouches for, by the shop's own id. */
  customer(options?: { as?: string; language?: Language; at?: Server }): Promise<Customer>;
  /** So many agents who sign in and open their desks. */
  agents(count: number): Promise<Staff['agents']>;
  leave(): Promise<void>;
}

export async function invitePeople(server: Server): Promise<People> {
  const customers: Customer[] = [];
  const staff: Staff[] = [];
  const nobody = await bringStaff(server.url, server.administrator!, 0);
  return {
    administrator: nobody.reader,
    async customer({ as, language, at = server } = {}) {
      const identity = as === undefined ? undefined : await vouchFor(server, as);
      const customer = await createCustomer(at.url, { inboxId: 'demo', identity, language });
      customers.push(customer);
      return customer;
    },
    async agents(count) {
      const added = await bringStaff(server.url, server.administrator!, count);
      staff.push(added);
      return added.agents;
    },
    async leave() {
      for (const customer of customers) customer.drop();
      for (const one of staff) await one.leave();
    },
  };
}

/** The JWT that the shop's site signs for a customer who is signed in there. */
async function vouchFor(server: Server, subject: string): Promise<string> {
  const inbox = (await server.plugs.inboxes.find('demo'))!;
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: inbox.identityKeyId })
    .setSubject(subject)
    .setAudience(inbox.id)
    .setExpirationTime('10 minutes')
    .sign(new TextEncoder().encode(inbox.identitySecret));
}

/** Says something and waits for what the assistant says to it. */
export async function ask(customer: Customer, text: string): Promise<EventOf<'message-sent'>['body']> {
  const id = crypto.randomUUID();
  await customer.say(id, text);
  const own = await customer.until('the own message', (event) => event.id === id);
  const { event } = await customer.until(
    `an answer to ${text}`,
    (one) => one.seq > own.event.seq && one.kind === 'message-sent' && one.actor.kind === 'assistant',
  );
  return (event as EventOf<'message-sent'>).body;
}

/** The articles that an answer cites, whatever the language of the one that was found. */
export function cited(answer: EventOf<'message-sent'>['body']): string[] {
  return [...new Set((answer.citations ?? []).map(({ articleId }) => articleId.replace(/\.en$/, '')))];
}

/** The log of a conversation as the staff reads it. */
export async function logOf(staff: Api, conversationId: string): Promise<readonly ConversationEvent[]> {
  const path = `/api/conversations/${conversationId}/events?after=0`;
  return (await call<{ events: ConversationEvent[] }>(staff, 'GET', path)).events;
}
