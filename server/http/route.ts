import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { Action, Caller } from '../authorisation.ts';
import type { CustomerActions } from '../customer-actions.ts';
import type { Plugs } from '../plugs.ts';
import { Refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, in the authorisation table. Every route has one. */
    action?: Action;
    /** Customers on foreign pages call it with a token: browsers may let them. */
    crossOrigin?: boolean;
    /** Codes of its own refusals, beside those that any call of its kind may give (`refusals.ts`). */
    refuses?: readonly ErrorCode[];
    /** Answers with a file or a stream of this media type; every other call names its answer's shape. */
    streams?: string;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** A Fastify whose routes are typed by their zod schemas. */
export type App = ReturnType<typeof withTypes>;
export const withTypes = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/** What every group of routes is given. */
export interface RouteNeeds {
  readonly plugs: Plugs;
  readonly actions: CustomerActions;
}

/** The customer who calls; routes for customers only. */
export function contactOf(request: FastifyRequest): Extract<Caller, { kind: 'contact' }> {
  if (request.caller.kind !== 'contact') throw new Refusal('forbidden');
  return request.caller;
}

/** The member of the staff who calls. */
export function staffOf(request: FastifyRequest): Extract<Caller, { kind: 'staff' }> {
  if (request.caller.kind !== 'staff') throw new Refusal('forbidden');
  return request.caller;
}
