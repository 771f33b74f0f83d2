import type { Action } from '../../authorisation.ts';
import { completeDescription } from '../describe.ts';
import { descriptionPage } from '../description-page.ts';
import type { App } from '../route.ts';

/** What there is to call, for programs and for people. */
export function descriptionRoutes(app: App, actions: ReadonlyMap<string, Action>): void {
  let complete: object | undefined;
  const description = () => {
    complete ??= completeDescription(app.swagger(), actions);
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
