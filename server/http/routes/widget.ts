import { z } from 'zod';
import type { Inbox } from '../../../adapters/store/inboxes.ts';
import type { BootResult, InboxFace } from '../../../core/protocol/views.ts';
import type { Caller } from '../../authorisation.ts';
import { readIdentity } from '../../identity.ts';
import { isOwnOrigin } from '../caller.ts';
import { language, searchText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/inboxes.ts';

/** A resolved conversation is gone on with for so long; afterwards a message opens a new one. */
export const reopenWindowMs = 24 * 3600_000;

const bootInput = z.object({
  inboxId: searchText(64),
  visitor: z.string().max(2000).optional(),
  identity: z.string().max(8000).optional(),
  language: language.optional(),
});

export function faceOf(inbox: Inbox, maximumUploadBytes: number): InboxFace {
  const { id, name, greeting, suggestions, accent, assistantName } = inbox;
  return { id, name, greeting, suggestions, accent, assistantName, maximumUploadBytes };
}

/** The widget's first call: who the visitor is, and where they left off. */
export function widgetRoutes(app: App, { plugs }: RouteNeeds): void {
  app.post(
    '/api/widget/boot',
    {
      config: {
        action: 'widget.boot',
        crossOrigin: true,
        refuses: [
          'not-found',
          'origin-refused',
          'identity-required',
          'identity-invalid',
          'identity-too-long',
          'identity-used',
        ],
      },
      schema: {
        tags: ['Customers'],
        summary: 'Begin or renew a customer’s session',
        body: bootInput,
        response: { 200: shapes.boot },
      },
    },
    async (request): Promise<BootResult> => {
      const at = Date.now();
      const inbox = await plugs.inboxes.find(request.body.inboxId);
      if (!inbox) throw new Refusal('not-found', { inbox: request.body.inboxId });
      const { origin } = request.headers;
      const allowed =
        inbox.allowedOrigins.length === 0 ||
        isOwnOrigin(plugs, request.headers) ||
        inbox.allowedOrigins.includes(origin ?? '');
      if (!allowed) throw new Refusal('origin-refused');
      const visitorId = request.body.visitor
        ? await plugs.contactTokens.readVisitor(request.body.visitor, at)
        : undefined;
      const { caller, notAfter } = await whoIs(inbox, request.body.identity, visitorId, at);
      const conversation = await plugs.conversations.current(caller.id, inbox.id, at - reopenWindowMs);
      const issued = await plugs.contactTokens.issue(caller, at, notAfter);
      return {
        ...issued,
        contact: { id: caller.id, name: caller.name, verified: caller.verified },
        conversationId: conversation?.id ?? crypto.randomUUID(),
        lastSeq: conversation?.lastSeq ?? 0,
        inbox: faceOf(inbox, plugs.config.uploadBytes),
      };
    },
  );

  async function whoIs(
    inbox: Inbox,
    jwt: string | undefined,
    visitorId: string | undefined,
    at: number,
  ): Promise<{ caller: Extract<Caller, { kind: 'contact' }>; notAfter?: number }> {
    const visitor = visitorId ? (await plugs.contacts.find([visitorId])).get(visitorId) : undefined;
    if (jwt === undefined) {
      if (inbox.requireIdentity) throw new Refusal('identity-required');
      // A browser whose visitor was vouched for once does not speak for that customer without the host site's word.
      const id = visitorId && !visitor?.verified ? visitorId : crypto.randomUUID();
      return {
        caller: {
          kind: 'contact',
          id,
          inboxId: inbox.id,
          verified: false,
          name: visitor?.verified ? '' : (visitor?.name ?? ''),
        },
      };
    }
    const identity = await readIdentity(jwt, inbox, at, plugs.config.identityMs);
    const { once } = identity;
    if (once && !(await plugs.usedIdentities.take(inbox.id, once.id, at, once.until)))
      throw new Refusal('identity-used');
    // What was said before signing in stays with the same person, unless this browser was somebody else's.
    const freshId = visitorId && !visitor?.verified ? visitorId : crypto.randomUUID();
    const id = await plugs.contacts.identify(identity.subject, freshId, identity, at);
    plugs.contactFacts.forget(id);
    plugs.bus.publish({ type: 'contact', contactId: id });
    return {
      caller: { kind: 'contact', id, inboxId: inbox.id, verified: true, name: identity.name ?? '' },
      notAfter: identity.expiresAt,
    };
  }
}
