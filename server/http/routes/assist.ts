import { z } from 'zod';
import { assistFigures } from '../../../core/metrics/assist.ts';
import type {
  AssistFigures,
  AssistFound,
  AssistView,
  DraftCheck,
  WritingEvents,
} from '../../../core/protocol/assist.ts';
import { writingFailureText } from '../../../core/text/assist.ts';
import { eventStream } from '../event-stream.ts';
import { conversationParams, filledText, language, messageText, searchText, shortText } from '../inputs.ts';
import { createRateLimit } from '../rate-limit.ts';
import { languageOf, Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/assist.ts';

const written = filledText(6_000);
const writingTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('summary') }),
  z.object({ kind: z.literal('shorter'), text: written }),
  z.object({ kind: z.literal('kinder'), text: written }),
  z.object({ kind: z.literal('formal'), text: written }),
  z.object({ kind: z.literal('translate'), text: written, to: language }),
]);
/** Longer than any model's own limits; whoever waits gives up before. */
const writeWithinMs = 90_000;
const writingsPerMinute = 30;
const longestPeriodMs = 400 * 24 * 3600_000;

/** The help beside a conversation, for the staff alone. */
export function assistRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Staff'];
  const writings = createRateLimit(writingsPerMinute, 60_000);

  app.get(
    '/api/conversations/:id/assist',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Help beside the conversation: what answers the customer’s latest words, and how to say it',
        params: conversationParams,
        response: { 200: shapes.assistView },
      },
    },
    async (request): Promise<AssistView> => {
      const language = languageOf(request.headers['accept-language']);
      const view = await plugs.assistance.view(request.params.id, language);
      if (!view) throw new Refusal('not-found');
      return view;
    },
  );

  app.get(
    '/api/conversations/:id/assist/search',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary:
          'Passages for words that the agent looks up, internal ones among them: as written and as they may have been meant',
        params: conversationParams,
        querystring: z.object({ text: searchText(500).default('') }),
        response: { 200: shapes.assistFound },
      },
    },
    async (request): Promise<AssistFound> => {
      const found = await plugs.assistance.search(request.params.id, request.query.text);
      if (!found) throw new Refusal('not-found');
      return found;
    },
  );

  app.post(
    '/api/conversations/:id/assist/check',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'What is wrong with a draft, and how the team would finish the sentence',
        params: conversationParams,
        body: z.object({ text: messageText }),
        response: { 200: shapes.draftCheck },
      },
    },
    async (request): Promise<DraftCheck> => {
      const language = languageOf(request.headers['accept-language']);
      const checked = await plugs.assistance.check(request.params.id, request.body.text, language);
      if (!checked) throw new Refusal('not-found');
      return checked;
    },
  );

  app.post(
    '/api/conversations/:id/assist/write',
    {
      config: {
        action: 'conversation.reply',
        streams: 'text/event-stream',
        refuses: ['not-found', 'no-model'],
      },
      schema: {
        tags,
        summary: 'A model writes for the agent: draft, rewriting, translation, summary; server-sent events',
        description:
          'Events `text` ({ text }: more words), then one of `done` ({ ref, text, citations }) and `failed` ({ code, message }). ' +
          'Nothing is sent to the customer. Refused as `no-model` where no model is configured.',
        params: conversationParams,
        body: z.object({ task: writingTask, instruction: shortText.default('') }),
      },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const { id } = request.params;
      if (!plugs.hasModel) throw new Refusal('no-model');
      if (!writings.take(staff.id, Date.now())) throw new Refusal('too-many-requests');
      if (!(await plugs.assistance.exists(id))) throw new Refusal('not-found');
      const language = languageOf(request.headers['accept-language']);
      const abort = new AbortController();
      const limit = setTimeout(() => abort.abort(), writeWithinMs);
      const raw = eventStream(reply);
      raw.once('close', () => abort.abort());
      const tell = <Name extends keyof WritingEvents>(name: Name, data: WritingEvents[Name]) => {
        if (!raw.destroyed) raw.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      try {
        const written = await plugs.assistance.write(id, {
          ...request.body,
          agentId: staff.id,
          language,
          signal: abort.signal,
          onText: (text) => tell('text', { text }),
        });
        if (written.kind === 'failed')
          tell('failed', { code: written.code, message: writingFailureText[written.code][language] });
        else
          tell('done', {
            ref: `written:${crypto.randomUUID()}`,
            text: written.text,
            citations: written.citations,
          });
      } catch (error) {
        plugs.journal.error('http', 'writing for an agent failed', error, { conversation: id });
        tell('failed', { code: 'model-error', message: writingFailureText['model-error'][language] });
      } finally {
        clearTimeout(limit);
        raw.end();
      }
    },
  );

  app.get(
    '/api/assist/figures',
    {
      config: { action: 'report.read' },
      schema: {
        tags: ['Reports'],
        summary: 'What became of the help: acceptance, edit distance, handling time with and without',
        querystring: z.object({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(0) }),
        response: { 200: shapes.assistFigures },
      },
    },
    async (request): Promise<AssistFigures> => {
      const { from, to } = request.query;
      if (to <= from || to - from > longestPeriodMs)
        throw new Refusal('bad-input', [
          { at: 'querystring', problem: 'from must be before to, at most 400 days' },
        ]);
      const { replies, ended } = await plugs.assistStore.figures(from, to);
      return { from, to, ...assistFigures(replies, ended) };
    },
  );
}
