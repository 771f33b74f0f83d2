import { z } from 'zod';
import type { DisputePlace } from '../../../adapters/store/disputed-messages.ts';
import { isFrozen } from '../../../core/learning/frozen-set.ts';
import type { DisputedList, DisputedMessage, DisputedModel } from '../../../core/protocol/understanding.ts';
import { emotions } from '../../../core/terms/perception.ts';
import { asksForPerson, nothingMeant } from '../../../core/terms/taught.ts';
import { risks } from '../../../core/terms/triage.ts';
import { isTaught } from '../../../services/rule-on-phrase.ts';
import { filledText, searchText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/understanding.ts';

const model = z.enum(['intent', 'emotion', 'handoff', 'wish', 'risk'] satisfies DisputedModel[]);
const id = searchText(200);

/** What can be said of a message; an intent is called whatever people call it. */
const labels: Readonly<Record<DisputedModel, readonly string[] | null>> = {
  intent: null,
  emotion: emotions,
  handoff: ['human', 'assistant'],
  wish: [asksForPerson, nothingMeant],
  risk: [...risks, nothingMeant],
};

/** What the configured model understands otherwise than Tandem, and a person's word on it. */
export function disputedRoutes(app: App, { plugs }: RouteNeeds): void {
  const { disputed } = plugs;
  const tags = ['Understanding'];

  app.get(
    '/api/understanding/disputed',
    {
      config: { action: 'understanding.read' },
      schema: {
        tags,
        summary: 'Messages that the model and Tandem understand differently and nobody judged, newest first',
        querystring: z.object({
          model: model.optional(),
          after: searchText(240).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: shapes.disputedList },
      },
    },
    async (request): Promise<DisputedList> => {
      const { after, ...filter } = request.query;
      const place = after === undefined ? undefined : placeFrom(after);
      const [page, waiting] = await Promise.all([
        disputed.waiting({ ...filter, after: place }),
        disputed.count(),
      ]);
      const last = page.at(-1);
      return {
        disputed: page.map(({ predicted: _, ...one }): DisputedMessage => one),
        next: page.length === filter.limit && last ? `${last.at}_${last.id}` : null,
        waiting,
        asksOpinion: plugs.config.model?.opinion ?? false,
      };
    },
  );

  app.post(
    '/api/understanding/disputed/judge',
    {
      config: { action: 'understanding.change', refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary: 'Say what is right: it becomes an example. Without a label the message is left out for good',
        body: z.object({ id, label: filledText(80).nullable() }),
        response: { 200: shapes.judgedDispute },
      },
    },
    async (request) => {
      const { name } = staffOf(request);
      const { id: asked, label } = request.body;
      const found = await disputed.find(asked);
      if (!found) throw new Refusal('not-found');
      const allowed = labels[found.model];
      if (label !== null && allowed && !allowed.includes(label))
        throw new Refusal('bad-input', [{ at: 'label', problem: `must be one of ${allowed.join(', ')}` }]);
      const at = plugs.now();
      const { text, conversationId, seq, predicted } = found;
      const example =
        label === null
          ? null
          : {
              id: found.id,
              model: found.model,
              text,
              label,
              source: 'judged' as const,
              conversationId,
              seq,
              author: name,
              at,
              isFrozen: !isTaught(found.model) && isFrozen(text),
              predicted,
            };
      if (!(await disputed.judge(asked, example, name, at))) throw new Refusal('conflict');
      await plugs.tellUnderstanding();
      return { judged: true, waiting: await disputed.count() };
    },
  );

  app.post(
    '/api/understanding/disputed/reopen',
    {
      config: { action: 'understanding.change', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Take a judgement back: the message waits again, and is no example',
        body: z.object({ id }),
        response: { 200: shapes.judgedDispute },
      },
    },
    async (request) => {
      if (!(await disputed.reopen(request.body.id))) throw new Refusal('not-found');
      await plugs.tellUnderstanding();
      return { judged: false, waiting: await disputed.count() };
    },
  );
}

function placeFrom(after: string): DisputePlace {
  const match = /^(\d{1,15})_(.+)$/s.exec(after);
  if (!match) throw new Refusal('bad-input');
  return { at: Number(match[1]), id: match[2]! };
}
