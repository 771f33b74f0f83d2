import type { RouteOptions } from 'fastify';
import { z } from 'zod';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import { errorText } from '../../core/text/errors.ts';
import { authorisation } from '../authorisation.ts';
import { named } from './shapes/shape-of.ts';

const code = z.enum(Object.keys(errorText) as [ErrorCode, ...ErrorCode[]]);

/** What every call says when it refuses. */
export const refusal = named(
  'Refusal',
  z.strictObject({
    error: z.strictObject({
      code: code.describe('stable; programs decide by it'),
      message: z.string().describe('for people, in the language of Accept-Language'),
      details: z.unknown().optional(),
    }),
  }),
);

/** Whatever is called: too often, while the store is away, or where we have made a mistake. */
const always: readonly ErrorCode[] = ['too-many-requests', 'overloaded', 'internal'];

/**
 * Every code with which a call may refuse: those of its kind, by whom it lets in and what it takes, and its own.
 * The test kit compares each refusal that any test sees.
 */
export function refusalsOf({ method, schema, config }: RouteOptions): ErrorCode[] {
  const action = config?.action;
  if (action === undefined || action === 'page.read' || action === 'health.read')
    return [...always, 'bad-input', 'not-found'];
  const who = authorisation[action] as readonly string[];
  const isStaffs = who.some((standing) => standing !== 'anonymous' && standing !== 'contact');
  const changes = method !== 'GET' && method !== 'HEAD';
  const takesInput = schema?.params ?? schema?.querystring ?? schema?.body;
  return [
    ...new Set<ErrorCode>([
      ...(changes || takesInput ? (['bad-input'] as const) : []),
      ...(changes ? (['too-large'] as const) : []),
      ...(who.includes('anonymous') ? [] : (['not-signed-in', 'forbidden'] as const)),
      // Whoever brings a token is asked about it, also where nobody need say who they are.
      'session-expired',
      ...(who.includes('contact') || who.includes('anonymous') ? (['identity-required'] as const) : []),
      ...(changes && isStaffs ? (['origin-refused'] as const) : []),
      ...(config?.refuses ?? []),
      ...always,
    ]),
  ];
}
