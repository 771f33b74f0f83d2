import { errors, type JWTPayload, jwtVerify } from 'jose';
import { clean } from './http/inputs.ts';
import { Refusal } from './http/refusal.ts';

/** The host's clock and ours may differ by so much. */
const skewSeconds = 30;

/** What the host site says of its customer in the identity JWT (RFC 7519). Times in epoch milliseconds. */
export interface Identity {
  readonly subject: string;
  readonly expiresAt: number;
  /** Where the host gave the JWT a number: it is good once, and need not be remembered for longer than `until`. */
  readonly once?: { readonly id: string; readonly until: number };
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * Checks a host site's JWT: signed with the inbox's secret, meant for this inbox, not expired, and good for no longer
 * than `maximumMs`. Whoever comes by a JWT can be its customer until it expires, so that bounds for how long.
 *
 * @throws Refusal `identity-invalid`, or `identity-too-long`
 */
export async function readIdentity(
  jwt: string,
  inbox: { readonly id: string; readonly identityKeyId: string; readonly identitySecret: string },
  at: number,
  maximumMs: number,
): Promise<Identity> {
  const payload = await verified(jwt, inbox, at);
  refuseLongLife(payload, at / 1000, maximumMs / 1000);
  const expiresAt = Number(payload.exp) * 1000;
  const text = (value: unknown) =>
    typeof value === 'string' && value.length <= 200 ? clean(value) : undefined;
  return {
    subject: clean(String(payload.sub).slice(0, 200)),
    expiresAt,
    ...(payload.jti === undefined
      ? {}
      : { once: { id: idOf(payload), until: expiresAt + skewSeconds * 1000 } }),
    name: text(payload.name),
    email: text(payload.email),
    phone: text(payload.phone),
    attributes: attributesOf(payload.attributes),
  };
}

async function verified(
  jwt: string,
  inbox: { readonly id: string; readonly identityKeyId: string; readonly identitySecret: string },
  at: number,
): Promise<JWTPayload> {
  const read = jwtVerify(jwt, new TextEncoder().encode(inbox.identitySecret), {
    algorithms: ['HS256'],
    audience: inbox.id,
    requiredClaims: ['sub', 'exp'],
    currentDate: new Date(at),
    clockTolerance: skewSeconds,
  });
  const { payload, protectedHeader } = await read.catch((error: unknown) => {
    throw invalid(error instanceof errors.JOSEError ? error.code : 'unreadable');
  });
  if (protectedHeader.kid !== inbox.identityKeyId) throw invalid('unknown key id (kid)');
  return payload;
}

/**
 * With `iat` the whole life is bounded, without it what is left of it; in seconds. A JWT from the future would live
 * longer than it says.
 */
function refuseLongLife({ exp, iat }: JWTPayload, at: number, maximum: number): void {
  if (iat !== undefined && (typeof iat !== 'number' || iat > at + skewSeconds))
    throw invalid('issued in the future (iat)');
  const life = iat === undefined ? exp! - at - skewSeconds : exp! - iat;
  if (life > maximum) throw new Refusal('identity-too-long', { maximumSeconds: maximum });
}

function idOf({ jti }: JWTPayload): string {
  if (typeof jti !== 'string' || jti === '' || jti.length > 200) throw invalid('jti must be a short text');
  return jti;
}

const invalid = (reason: string) => new Refusal('identity-invalid', { reason });

function attributesOf(value: unknown): Record<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, content]) => name.length <= 40 && ['string', 'number', 'boolean'].includes(typeof content),
      )
      .slice(0, 30)
      .map(([name, content]) => [clean(name), clean(String(content).slice(0, 200))]),
  );
}
