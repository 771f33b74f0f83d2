import { z } from 'zod';
import type { AssistView, DraftCheck } from '../../../core/protocol/assist.ts';
import { type App, type RouteNeeds, staffOf } from '../app.ts';
import { conversationParams, messageText } from '../inputs.ts';
import { languageOf, Refusal } from '../refusal.ts';

/** The help beside a conversation, for the staff alone. */
export function assistRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Staff'];

  app.get(
    '/api/conversations/:id/assist',
    {
      config: { action: 'conversation.read' },
      schema: {
        tags,
        summary: 'Help beside the conversation: what answers the customer’s latest words, and how to say it',
        params: conversationParams,
      },
    },
    async (request): Promise<AssistView> => {
      const language = languageOf(request.headers['accept-language']);
      const view = await plugs.assistance.view(request.params.id, language);
      if (!view) throw new Refusal('not-found');
      return view;
    },
  );

  app.post(
    '/api/conversations/:id/assist/check',
    {
      config: { action: 'conversation.read' },
      schema: {
        tags,
        summary: 'What is wrong with a draft, and how the team would finish the sentence',
        params: conversationParams,
        body: z.object({ text: messageText }),
      },
    },
    async (request): Promise<DraftCheck> => {
      const language = languageOf(request.headers['accept-language']);
      staffOf(request);
      const checked = await plugs.assistance.check(request.params.id, request.body.text, language);
      if (!checked) throw new Refusal('not-found');
      return checked;
    },
  );
}
