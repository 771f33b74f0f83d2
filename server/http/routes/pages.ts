import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App, RouteNeeds } from '../route.ts';

export const builtPages = join(import.meta.dirname, '../../../dist');

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // Ant Design writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** The built pages: the demo shop, the help pages, the desk, the console, and the widget that others embed. */
export async function pageRoutes(app: App, { plugs }: RouteNeeds): Promise<void> {
  await app.register(fastifyStatic, { root: builtPages, serve: false });

  const send = (reply: FastifyReply, file: string, isForever: boolean) =>
    reply
      .header('content-security-policy', policy)
      .header('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache')
      .sendFile(file, { cacheControl: false });

  const page = { config: { action: 'page.read' }, schema: { hide: true } } as const;
  const foreign = { config: { action: 'page.read', crossOrigin: true }, schema: { hide: true } } as const;

  app.get('/', page, (_request, reply) =>
    plugs.config.demo ? send(reply, 'demo/index.html', false) : reply.redirect('/desk/'),
  );
  app.get('/help/:id', page, (_request, reply) =>
    send(reply, plugs.config.demo ? 'demo/help.html' : 'demo/reader.html', false),
  );
  app.get('/demo/*', page, (request, reply) => {
    const file = (request.params as { '*': string })['*'];
    return send(reply, `demo/${file}`, file.startsWith('assets/'));
  });
  app.get('/widget/*', foreign, (request, reply) => {
    const file = (request.params as { '*': string })['*'];
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return send(reply, `widget/${file}`, file.startsWith('assets/'));
  });
  for (const face of ['desk', 'console'] as const) {
    app.get(`/${face}`, page, (_request, reply) => reply.redirect(`/${face}/`));
    app.get(`/${face}/*`, page, (request, reply) => {
      const file = (request.params as { '*': string })['*'];
      const isFile = file !== '' && /\.\w+$/.test(file) && existsSync(join(builtPages, face, file));
      return send(
        reply,
        isFile ? `${face}/${file}` : `${face}/index.html`,
        isFile && file.startsWith('assets/'),
      );
    });
  }
}
