import { hash, verify } from '@node-rs/argon2';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { cookieName, freshToken, hashOfToken, isSecureInstallation, sessionTokenOf } from '../caller.ts';
import { searchText, shortText } from '../inputs.ts';
import { createRateLimit } from '../rate-limit.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import { nothing } from '../shapes/shape-of.ts';
import * as shapes from '../shapes/staff.ts';

/** Argon2id with the parameters of OWASP's password storage sheet (19 MiB, 2 passes). */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, argon2id);

/** Letters and digits that nobody confuses, 16 of them: about 92 bits. */
export function generatePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  // 55 letters fill 220 of 256 values; the rest is thrown away, so that no letter is likelier.
  return [...bytes]
    .filter((byte) => byte < 220)
    .slice(0, 16)
    .map((byte) => alphabet[byte % 55])
    .join('');
}

const password = z.string().max(200);

/** Signing in and out. Every failure costs the same time and says the same. */
export function sessionRoutes(app: App, { plugs }: RouteNeeds): void {
  const isSecure = isSecureInstallation(plugs.config);
  const failures = createRateLimit(plugs.config.rates.signInsPerQuarterHour, 15 * 60_000);
  const nobody = hashPassword(freshToken());
  const sessionMs = plugs.config.sessionHours * 3600_000;

  function setCookie(reply: FastifyReply, token: string, maxAge: number): void {
    reply.setCookie(cookieName(isSecure), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure,
      maxAge,
    });
  }

  app.post(
    '/api/session',
    {
      config: { action: 'session.open', refuses: ['wrong-password'] },
      schema: {
        tags: ['Staff'],
        summary: 'Sign in',
        body: z.object({ email: searchText(200), password }),
        response: { 200: shapes.signedIn },
      },
    },
    async (request, reply) => {
      const at = Date.now();
      const account = `account ${request.body.email.trim().toLowerCase()}`;
      const address = `address ${request.ip}`;
      const found = await plugs.agents.byEmail(request.body.email.trim());
      // Taken before the check and given back after a success: guesses at the same moment count too.
      if (!failures.take(account, at) || !failures.take(address, at)) {
        plugs.journal.warn('security', 'too many failed sign-ins', { address: request.ip });
        throw new Refusal('too-many-requests');
      }
      const matches = await verify(found?.passwordHash ?? (await nobody), request.body.password);
      if (!found || !matches || found.colleague.disabled) {
        plugs.journal.warn('security', 'a sign-in failed', { address: request.ip });
        throw new Refusal('wrong-password');
      }
      failures.take(account, at, -1);
      failures.take(address, at, -1);
      const token = freshToken();
      await plugs.agents.openSession(hashOfToken(token), found.colleague.id, at, at + sessionMs);
      setCookie(reply, token, sessionMs / 1000);
      return { agent: found.colleague };
    },
  );

  app.get(
    '/api/session',
    {
      config: { action: 'session.read', refuses: ['not-signed-in'] },
      schema: { tags: ['Staff'], summary: 'Who is signed in', response: { 200: shapes.signedIn } },
    },
    async (request) => {
      const { caller } = request;
      const agent = caller.kind === 'staff' ? await plugs.agents.byId(caller.id) : undefined;
      if (!agent) throw new Refusal('not-signed-in');
      return { agent };
    },
  );

  app.delete(
    '/api/session',
    {
      config: { action: 'session.close' },
      schema: { tags: ['Staff'], summary: 'Sign out', response: { 200: nothing } },
    },
    async (request, reply) => {
      const token = sessionTokenOf(request.headers.cookie, isSecure);
      if (token) await plugs.agents.closeSession(hashOfToken(token));
      setCookie(reply, '', 0);
      return {};
    },
  );

  app.put(
    '/api/session/presence',
    {
      config: { action: 'session.change' },
      schema: {
        tags: ['Staff'],
        summary: 'Take conversations, or not, and why; also ends the time to write up',
        body: z.object({
          presence: z.enum(['online', 'busy', 'away']),
          reason: z.enum(['break', 'meal', 'meeting', 'training', 'coaching', 'other']).optional(),
          note: shortText.optional(),
        }),
        response: { 200: shapes.signedIn },
      },
    },
    async (request) => {
      const { id } = staffOf(request);
      const { presence, reason, note } = request.body;
      await plugs.routing.setStatus(id, { status: presence, reason, note });
      return { agent: (await plugs.agents.byId(id))! };
    },
  );

  app.put(
    '/api/session/password',
    {
      config: { action: 'session.change', refuses: ['wrong-password'] },
      schema: {
        tags: ['Staff'],
        summary: 'Change the own password; every session ends, this one is renewed',
        body: z.object({ current: password, next: z.string().min(10).max(200) }),
        response: { 200: nothing },
      },
    },
    async (request, reply) => {
      const at = Date.now();
      const { id, email } = staffOf(request);
      if (!failures.take(`account ${email.toLowerCase()}`, at)) throw new Refusal('too-many-requests');
      const found = await plugs.agents.byEmail(email);
      if (!found || !(await verify(found.passwordHash, request.body.current)))
        throw new Refusal('wrong-password');
      failures.take(`account ${email.toLowerCase()}`, at, -1);
      await plugs.agents.change(id, { passwordHash: await hashPassword(request.body.next) });
      const token = freshToken();
      await plugs.agents.openSession(hashOfToken(token), id, at, at + sessionMs);
      setCookie(reply, token, sessionMs / 1000);
      return {};
    },
  );
}
