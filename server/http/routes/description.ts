import type { Call } from '../call.ts';
import { completeDescription } from '../describe.ts';
import { descriptionPage } from '../description-page.ts';
import type { App } from '../route.ts';

/** What there is to call, for programs and for people. */
export function descriptionRoutes(app: App, calls: ReadonlyMap<string, Call>): void {
  let complete: object | undefined;
  const description = () => {
    complete ??= completeDescription(app.swagger(), calls);
    return complete;
  };
  app.get('/api/openapi.json', { config: { action: 'description.read' }, schema: { hide: true } }, () =>
    description(),
  );
  app.get(
    '/api/docs',
    { config: { action: 'description.read' }, schema: { hide: true } },
    (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .send(descriptionPage(description())),
  );
}
