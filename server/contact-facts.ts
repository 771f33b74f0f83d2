import type { Contacts, StoredFacts } from '../adapters/store/contacts.ts';
import { ownedThings } from '../core/knowledge/own-products.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import { orderValueOf } from '../core/triage/order-value.ts';

/** What is held is true for so long, in ms; a change is told at once, by the process that made it. */
const holdMs = 120_000;
const mostHeld = 50_000;

interface Held {
  readonly facts: ContactFacts;
  readonly until: number;
}

/**
 * What triage knows of contacts, in this process's memory: a message of somebody who wrote in the last two minutes
 * costs no query, the first one costs the one that makes sure that they exist.
 */
export function createContactFacts(contacts: Contacts) {
  const held = new Map<string, Held>();

  function hold(id: string, stored: StoredFacts, at: number): ContactFacts {
    const facts = {
      attributes: stored.attributes,
      verified: stored.verified,
      orderValue: orderValueOf(stored.records),
      owned: ownedThings(stored),
    };
    if (held.size >= mostHeld) held.clear();
    held.set(id, { facts, until: at + holdMs });
    return facts;
  }

  const heldAt = (id: string, at: number): ContactFacts | undefined => {
    const one = held.get(id);
    return one && one.until > at ? one.facts : undefined;
  };

  return {
    /** Makes sure that the contact exists. Resolves without a query while what is held is fresh. */
    async ensure(id: string, name: string, at: number): Promise<ContactFacts> {
      return heldAt(id, at) ?? hold(id, await contacts.ensure(id, name, at), at);
    },
    async of(id: string, at = Date.now()): Promise<ContactFacts> {
      return heldAt(id, at) ?? hold(id, await contacts.facts(id), at);
    },
    /** The contact changed, here or on another process. */
    forget(id: string): void {
      held.delete(id);
    },
  };
}

export type ContactFactsCache = ReturnType<typeof createContactFacts>;
