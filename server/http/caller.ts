import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../authorisation.ts';
import type { Plugs } from '../plugs.ts';
import { Refusal } from './refusal.ts';

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const freshToken = (): string => randomBytes(32).toString('base64url');

/** Over https the name itself forbids other hosts and paths to set the cookie; browsers refuse that name over http. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-tandem' : 'tandem');

export function isSecureInstallation(config: Plugs['config']): boolean {
  return config.publicUrl?.startsWith('https:') ?? false;
}

export function sessionTokenOf(cookieHeader: string | undefined, isSecure: boolean): string | undefined {
  const name = `${cookieName(isSecure)}=`;
  const pair = (cookieHeader ?? '').split(/;\s*/).find((part) => part.startsWith(name));
  return pair?.slice(name.length) || undefined;
}

/** Who carries this cookie; anonymous when it names no session. */
export async function staffCaller(plugs: Plugs, cookieHeader: string | undefined): Promise<Caller> {
  const token = sessionTokenOf(cookieHeader, isSecureInstallation(plugs.config));
  if (!token) return { kind: 'anonymous' };
  const agent = await plugs.agents.bySession(hashOfToken(token), Date.now());
  return agent ? { kind: 'staff', ...agent } : { kind: 'anonymous' };
}

/**
 * Who is calling: a customer by the bearer token, a member of the staff by the session cookie, else anonymous.
 *
 * @throws Refusal `session-expired` for a bearer token that is not (or no longer) good
 */
export async function callerOf(plugs: Plugs, headers: IncomingMessage['headers']): Promise<Caller> {
  const bearer = /^Bearer ([\w.-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer) return plugs.contactTokens.read(bearer, Date.now());
  return staffCaller(plugs, headers.cookie);
}

/** Browsers tell where a request comes from. A call that changes something with a cookie must come from our own pages. */
export function refuseForeignOrigin(plugs: Plugs, headers: IncomingMessage['headers']): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('origin-refused');
  if (headers.origin !== undefined && !isOwnOrigin(plugs, headers)) throw new Refusal('origin-refused');
}

export function isOwnOrigin(plugs: Plugs, headers: IncomingMessage['headers']): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (plugs.config.publicUrl && origin === new URL(plugs.config.publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
