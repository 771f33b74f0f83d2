import { z } from 'zod';
import type { Inbox } from '../../../adapters/store/inboxes.ts';
import type { InboxView } from '../../../core/protocol/views.ts';
import { freshToken } from '../caller.ts';
import { filledText, searchText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/inboxes.ts';
import { faceOf } from './widget.ts';

const params = z.object({ id: searchText(64) });
const bilingual = (longest: number) => z.object({ zh: filledText(longest), en: filledText(longest) });
const suggestions = z.array(filledText(60)).max(6);
const origin = z
  .string()
  .max(200)
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text),
    'must be an origin such as https://shop.example',
  );

const change = z
  .object({
    name: bilingual(60),
    greeting: bilingual(500),
    suggestions: z.object({ zh: suggestions, en: suggestions }),
    assistantName: bilingual(30),
    accent: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0F766E'),
    allowedOrigins: z.array(origin).max(50),
    requireIdentity: z.boolean(),
  })
  .partial();

/** Inboxes: how the widget presents itself, who may embed it, and whether the host site vouches for its customers. */
export function inboxRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Inboxes'];
  const viewOf = (inbox: Inbox): InboxView => ({
    ...faceOf(inbox, plugs.config.uploadBytes),
    allowedOrigins: inbox.allowedOrigins,
    requireIdentity: inbox.requireIdentity,
    identityKeyId: inbox.identityKeyId,
  });

  app.get(
    '/api/inboxes',
    {
      config: { action: 'inbox.read' },
      schema: { tags, summary: 'Every inbox', response: { 200: shapes.inboxes } },
    },
    async () => ({
      inboxes: (await plugs.inboxes.list()).map(viewOf),
    }),
  );

  app.patch(
    '/api/inboxes/:id',
    {
      config: { action: 'inbox.change', refuses: ['not-found'] },
      schema: { tags, summary: 'Change an inbox', params, body: change, response: { 200: shapes.inbox } },
    },
    async (request) => {
      const inbox = await plugs.inboxes.change(request.params.id, request.body);
      if (!inbox) throw new Refusal('not-found');
      return viewOf(inbox);
    },
  );

  app.post(
    '/api/inboxes/:id/identity-secret',
    {
      config: { action: 'inbox.change', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'A new identity secret, shown once; the old one is void at once',
        params,
        response: { 200: shapes.inbox },
      },
    },
    async (request) => {
      const identitySecret = freshToken();
      const inbox = await plugs.inboxes.setIdentitySecret(
        request.params.id,
        `k-${freshToken().slice(0, 8)}`,
        identitySecret,
      );
      if (!inbox) throw new Refusal('not-found');
      plugs.journal.info('security', 'an identity secret was replaced', { inbox: inbox.id });
      return { ...viewOf(inbox), identitySecret };
    },
  );
}
