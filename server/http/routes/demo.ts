import { SignJWT } from 'jose';
import { z } from 'zod';
import { demoContacts, memberTierNames } from '../../../demo/contacts.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';

const demoInboxId = 'demo';
const identitySeconds = 600;

/**
 * What the sample shop's own server would do for a customer who has signed in there: vouch for them with a short JWT.
 * Only in the demo, and only for its invented customers.
 */
export function demoRoutes(app: App, { plugs }: RouteNeeds): void {
  if (!plugs.config.demo) return;
  app.get(
    '/demo/identity',
    {
      config: { action: 'page.read' },
      schema: { hide: true, querystring: z.object({ contact: z.string().max(64) }) },
    },
    async (request, reply) => {
      const contact = demoContacts.find(({ externalId }) => externalId === request.query.contact);
      const inbox = await plugs.inboxes.find(demoInboxId);
      if (!contact || !inbox) throw new Refusal('not-found');
      const identity = await new SignJWT({
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
        attributes: { tier: memberTierNames[contact.tier].zh, city: contact.city.zh },
      })
        .setProtectedHeader({ alg: 'HS256', kid: inbox.identityKeyId })
        .setSubject(contact.externalId)
        .setAudience(inbox.id)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + identitySeconds)
        .sign(new TextEncoder().encode(inbox.identitySecret));
      return reply.header('cache-control', 'no-store').send({ identity });
    },
  );
}
