import { jwtVerify, SignJWT } from 'jose';
import type { Caller } from './authorisation.ts';
import { Refusal } from './http/refusal.ts';

const tokenSeconds = 3600;
const visitorSeconds = 400 * 24 * 3600;

type ContactCaller = Extract<Caller, { kind: 'contact' }>;

/**
 * The customers' tokens: a short one that every call carries, and a long one that makes a browser the same visitor
 * again. Both are JWTs under the installation's own key, told apart by their audience.
 */
export function createContactTokens(key: Uint8Array) {
  // Verified tokens by their text, so that a socket's or a burst's calls cost no signature each.
  const verified = new Map<string, { caller: ContactCaller; expiresAt: number }>();
  return {
    async issue(caller: ContactCaller, at: number, notAfter = Number.POSITIVE_INFINITY) {
      const expiresAt = Math.min(at + tokenSeconds * 1000, notAfter + tokenSeconds * 1000);
      const token = await new SignJWT({ inbox: caller.inboxId, verified: caller.verified, name: caller.name })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(caller.id)
        .setAudience('tandem-contact')
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(key);
      const visitor = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(caller.id)
        .setAudience('tandem-visitor')
        .setExpirationTime(Math.floor(at / 1000) + visitorSeconds)
        .sign(key);
      return { token, visitor, expiresAt };
    },
    async read(token: string, at: number): Promise<ContactCaller> {
      const known = verified.get(token);
      if (known && known.expiresAt > at) return known.caller;
      try {
        const { payload } = await jwtVerify(token, key, {
          audience: 'tandem-contact',
          currentDate: new Date(at),
        });
        const caller: ContactCaller = {
          kind: 'contact',
          id: String(payload.sub),
          inboxId: String(payload.inbox),
          verified: payload.verified === true,
          name: typeof payload.name === 'string' ? payload.name : '',
        };
        if (verified.size > 20_000) verified.clear();
        verified.set(token, { caller, expiresAt: Number(payload.exp) * 1000 });
        return caller;
      } catch {
        throw new Refusal('session-expired');
      }
    },
    /** The contact of a visitor's secret, or undefined when it is not (or no longer) one of ours. */
    async readVisitor(visitor: string, at: number): Promise<string | undefined> {
      try {
        return (await jwtVerify(visitor, key, { audience: 'tandem-visitor', currentDate: new Date(at) }))
          .payload.sub;
      } catch {
        return undefined;
      }
    },
  };
}

export type ContactTokens = ReturnType<typeof createContactTokens>;
