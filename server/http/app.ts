import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyError,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import { may } from '../authorisation.ts';
import type { CustomerActions } from '../customer-actions.ts';
import type { Plugs } from '../plugs.ts';
import { type Call, callOf } from './call.ts';
import { callerOf, refuseForeignOrigin } from './caller.ts';
import { createRateLimit } from './rate-limit.ts';
import { languageOf, Refusal, refusalBody, statusOf } from './refusal.ts';
import { sendRefusalPage, wantsPage } from './refusal-page.ts';
import { type App, type RouteNeeds, withTypes } from './route.ts';
import { agentCommandRoutes } from './routes/agent-commands.ts';
import { articleRoutes } from './routes/articles.ts';
import { assistRoutes } from './routes/assist.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { boardRoutes } from './routes/board.ts';
import { collaborationRoutes } from './routes/collaboration.ts';
import { colleagueRoutes } from './routes/colleagues.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { demoRoutes } from './routes/demo.ts';
import { descriptionRoutes } from './routes/description.ts';
import { deskRoutes } from './routes/desk.ts';
import { dictionaryRoutes } from './routes/dictionary.ts';
import { disputedRoutes } from './routes/disputed.ts';
import { draftRoutes } from './routes/drafts.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { inboxRoutes } from './routes/inboxes.ts';
import { insightRoutes } from './routes/insights.ts';
import { pageRoutes } from './routes/pages.ts';
import { policyRoutes } from './routes/policies.ts';
import { previewRoutes } from './routes/previews.ts';
import { reportRoutes } from './routes/reports.ts';
import { sessionRoutes } from './routes/session.ts';
import { simulationRoutes } from './routes/simulations.ts';
import { systemRoutes } from './routes/system.ts';
import { understandingRoutes } from './routes/understanding.ts';
import { widgetRoutes } from './routes/widget.ts';

/** The HTTP side of the server: one hook knows the caller, one table says what they may, one handler words refusals. */
export async function createApp(
  plugs: Plugs,
  actions: CustomerActions,
  onRoute?: (route: RouteOptions) => void,
): Promise<App> {
  const app = withTypes(
    fastify({
      trustProxy: plugs.config.trustProxy,
      bodyLimit: 1024 * 1024,
      forceCloseConnections: 'idle',
      routerOptions: { maxParamLength: 200 },
      clientErrorHandler: refuseBrokenRequest,
      // An address that cannot be read never reaches a route; it is refused in our form all the same.
      frameworkErrors: (_error, request, reply) => {
        const language = languageOf(request.headers['accept-language']);
        void (reply as FastifyReply)
          .code(400)
          .headers(securityHeaders)
          .send(refusalBody('bad-input', language));
      },
    }),
  );
  const addresses = createRateLimit(plugs.config.rates.addressRequestsPerMinute, 60_000);
  app.setValidatorCompiler(validatorCompiler);
  // Response schemas describe; what is sent is what the handlers return.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.decorateRequest('caller');

  const calls = new Map<string, Call>();
  if (onRoute) app.addHook('onRoute', onRoute);
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return;
    const call = callOf(route);
    calls.set(call.name, call);
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    const { action, crossOrigin } = request.routeOptions.config;
    if (crossOrigin) reply.headers(crossOriginHeaders);
    if (request.method === 'OPTIONS') return;
    if (action !== 'page.read' && action !== 'health.read' && !addresses.take(request.ip, Date.now())) {
      throw new Refusal('too-many-requests');
    }
    request.caller = { kind: 'anonymous' };
    if (!action) throw new Refusal('not-found');
    if (action === 'page.read' || action === 'health.read') return;
    request.caller = await callerOf(plugs, request.headers);
    if (action === 'metrics.read' && isLocal(request)) return;
    if (!may(request.caller, action))
      throw new Refusal(request.caller.kind === 'anonymous' ? 'not-signed-in' : 'forbidden');
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && (request.caller.kind === 'staff' || action === 'session.open'))
      refuseForeignOrigin(plugs, request.headers);
    await actions.refuseUnvouched(request.caller);
  });

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const refusal = asRefusal(error);
    if (!refusal)
      plugs.journal.error('http', 'a request failed', error, {
        route: request.routeOptions.url,
        method: request.method,
      });
    const code = refusal?.code ?? (isStoreGone(error) ? 'overloaded' : 'internal');
    if (code === 'too-many-requests' || code === 'overloaded') reply.header('retry-after', '5');
    if (wantsPage(request)) return sendRefusalPage(reply, code, language);
    return reply
      .code(statusOf(code))
      .type('application/json')
      .send(refusalBody(code, language, refusal?.details));
  });
  app.setNotFoundHandler({}, (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    reply.headers(securityHeaders);
    return wantsPage(request)
      ? sendRefusalPage(reply, 'not-found', language)
      : reply.code(404).send(refusalBody('not-found', language));
  });

  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: plugs.config.uploadBytes, files: 1, fields: 5 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tandem',
        version: '0.1.0',
        description: 'Every call of Tandem. The live connection is described in docs/protocol.md.',
      },
      components: {
        securitySchemes: {
          contact: { type: 'http', scheme: 'bearer' },
          staff: { type: 'apiKey', in: 'cookie', name: 'tandem' },
        },
      },
    },
    // What comes back is told by `completeDescription`.
    transform: ({ schema, ...route }) =>
      jsonSchemaTransform({ ...route, schema: { ...schema, response: undefined } }),
  });

  app.options('/api/*', { config: { crossOrigin: true }, schema: { hide: true } }, (_request, reply) =>
    reply.code(204).send(),
  );
  const needs: RouteNeeds = { plugs, actions };
  healthRoutes(app, needs);
  widgetRoutes(app, needs);
  conversationRoutes(app, needs);
  attachmentRoutes(app, needs);
  sessionRoutes(app, needs);
  deskRoutes(app, needs);
  agentCommandRoutes(app, needs);
  assistRoutes(app, needs);
  collaborationRoutes(app, needs);
  boardRoutes(app, needs);
  colleagueRoutes(app, needs);
  draftRoutes(app, needs);
  articleRoutes(app, needs);
  importRoutes(app, needs);
  previewRoutes(app, needs);
  dictionaryRoutes(app, needs);
  inboxRoutes(app, needs);
  policyRoutes(app, needs);
  understandingRoutes(app, needs);
  disputedRoutes(app, needs);
  simulationRoutes(app, needs);
  reportRoutes(app, needs);
  systemRoutes(app, needs);
  insightRoutes(app, needs);
  descriptionRoutes(app, calls);
  demoRoutes(app, needs);
  await pageRoutes(app, needs);
  return app;
}

/** Prometheus on the same machine needs no account. Behind a proxy every request would look local: then it does. */
function isLocal(request: FastifyRequest): boolean {
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
  return (
    isLoopback && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined
  );
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** What is no HTTP never becomes a request; its sender is told all the same, in our form. */
function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code] = brokenRequests[error.code ?? ''] ?? (['400 Bad Request', 'bad-input'] as const);
  const body = JSON.stringify(refusalBody(code, 'zh'));
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const brokenRequests: Readonly<Record<string, readonly [status: string, code: ErrorCode]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'bad-input'],
};

const crossOriginHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, accept-language, last-event-id',
  'access-control-allow-methods': 'GET, POST',
  'access-control-max-age': '86400',
  'cross-origin-resource-policy': 'cross-origin',
};

function asRefusal(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error.validation) {
    const details = error.validation.map((issue) => ({
      at: `${error.validationContext ?? ''}${issue.instancePath}`.replaceAll('/', '.'),
      problem: issue.message,
    }));
    return new Refusal('bad-input', details);
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('too-large');
  // The store refuses a value (SQLSTATE class 22): whoever sent it can send another.
  if (/^22/.test(error.code ?? ''))
    return new Refusal('bad-input', [{ at: 'request', problem: 'a value cannot be stored' }]);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal('bad-input', [{ at: 'request', problem: error.message }]);
  }
  return undefined;
}

/** The database cannot be reached just now: try again, nothing is wrong with the request. */
function isStoreGone(error: { code?: string; message?: string }): boolean {
  return (
    /^(08|57P|53|E[A-Z]+$)/.test(error.code ?? '') ||
    /terminat|not queryable|timeout/i.test(error.message ?? '')
  );
}
