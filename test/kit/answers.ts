import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { type Call, callOf } from '../../server/http/call.ts';
import { refusal } from '../../server/http/refusals.ts';

/**
 * Holds every answer that a server gives, to whomever, against what its route says of it: the shape of what comes back,
 * and the codes of refusals. Only in tests: what runs for customers checks nothing that it sends.
 */
export function watchAnswers() {
  const problems = new Map<string, string>();
  return {
    /** What was answered otherwise than described, each once, with the first answer in which it was seen. */
    problems: () => [...problems].map(([problem, payload]) => `${problem}, as in ${payload}`),
    onRoute(route: RouteOptions): void {
      if (route.method === 'HEAD' || route.method === 'OPTIONS' || route.schema?.hide) return;
      const call = callOf(route);
      route.onSend = async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
        const problem = problemOf(call, reply.statusCode, payload);
        const told = `${call.name} ${reply.statusCode}: ${problem}`;
        if (problem && !problems.has(told)) problems.set(told, String(payload).slice(0, 500));
        return payload;
      };
    },
  };
}

function problemOf(call: Call, status: number, payload: unknown): string | undefined {
  if (status >= 400) {
    const read = refusal.safeParse(JSON.parse(String(payload)));
    if (!read.success) return 'is no refusal';
    const { code } = read.data.error;
    return call.refuses.includes(code) ? undefined : `refuses with ${code}, which is not among its codes`;
  }
  const shape = call.shapes.get(status);
  if (!shape) return call.streams !== undefined && status === 200 ? undefined : 'is not described';
  const { error } = shape.safeParse(payload ? JSON.parse(String(payload)) : undefined);
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
}
