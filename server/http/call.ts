import type { RouteOptions } from 'fastify';
import { z } from 'zod';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import { type Action, authorisation } from '../authorisation.ts';
import { refusalsOf } from './refusals.ts';

/** What a route says of itself: for the description, and for the tests that hold it true. */
export interface Call {
  /** Method and path as the description writes them: `POST /api/articles/{id}`. */
  readonly name: string;
  readonly action: Action;
  /** The shape of each answer that is no refusal, by its status; one that holds nothing is `undefined`. */
  readonly shapes: ReadonlyMap<number, z.ZodType>;
  /** The media type of a file or stream, where it answers with one. */
  readonly streams: string | undefined;
  /** Every code with which it may refuse. */
  readonly refuses: readonly ErrorCode[];
  /** Takes a file in the field `file`. */
  readonly takesFile: boolean;
}

/**
 * Reads a route.
 *
 * @throws Error for one that names no action of the authorisation table, and for a described one without its answer
 */
export function callOf(route: RouteOptions): Call {
  const { action, streams } = route.config ?? {};
  const { hide, consumes, response = {} } = (route.schema ?? {}) as RouteSchema;
  if (!action || !(action in authorisation))
    throw new Error(`route ${route.method} ${route.url} names no action of the authorisation table`);
  const shapes = new Map(
    Object.entries(response).flatMap(([status, shape]) =>
      shape instanceof z.ZodType ? [[Number(status), shape] as const] : [],
    ),
  );
  if (!hide && shapes.size === 0 && streams === undefined)
    throw new Error(`route ${route.method} ${route.url} names no shape of its answer`);
  return {
    name: `${route.method} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`,
    action,
    shapes,
    streams,
    refuses: refusalsOf(route),
    takesFile: consumes?.includes('multipart/form-data') ?? false,
  };
}

interface RouteSchema {
  readonly hide?: boolean;
  readonly consumes?: readonly string[];
  readonly response?: Readonly<Record<string, unknown>>;
}
