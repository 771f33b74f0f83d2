import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ExamplePlace } from '../../../adapters/store/examples.ts';
import { type Correction, correctPerception } from '../../../core/conversation/correct-perception.ts';
import { removePersonalData } from '../../../core/knowledge/remove-personal-data.ts';
import { isFrozen, sameTextKey } from '../../../core/learning/frozen-set.ts';
import { detectLanguage } from '../../../core/perception/language.ts';
import type {
  ExampleMatter,
  ExampleSource,
  IntentSummary,
  LearnedModel,
  TrainingExample,
} from '../../../core/protocol/understanding.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { emotions } from '../../../core/terms/perception.ts';
import { asksForPerson, nothingMeant } from '../../../core/terms/taught.ts';
import { risks } from '../../../core/terms/triage.ts';
import type { NewExample } from '../../../services/examples-from-log.ts';
import { explainCourse } from '../../../services/explain-course.ts';
import { explainPerception } from '../../../services/explain-perception.ts';
import { isTaught, rulingOf } from '../../../services/rule-on-phrase.ts';
import { commandId, conversationParams, filledText, language, messageText, searchText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import { placed } from '../shapes/conversations.ts';
import * as shapes from '../shapes/understanding.ts';
import { staffCommands } from '../staff-command.ts';

const model = z.enum(['intent', 'emotion', 'handoff', 'retrieval'] satisfies LearnedModel[]);
const matter = z.enum([...model.options, 'wish', 'risk'] satisfies ExampleMatter[]);
/** What may be written by hand: which article answers which question is told by what people do. */
const writtenMatter = matter.exclude(['retrieval']);
/** The labels that a matter knows; an intent is called whatever people call it. */
const known: Readonly<Partial<Record<ExampleMatter, readonly string[]>>> = {
  emotion: emotions,
  handoff: ['human', 'assistant'],
  wish: [asksForPerson, nothingMeant],
  risk: [...risks, nothingMeant],
};
const source = z.enum([
  'console',
  'knowledge',
  'correction',
  'rating',
  'needless-handoff',
  'judged',
  'article-sent',
  'article-edited',
  'answer-helped',
  'answer-failed',
] satisfies ExampleSource[]);
const emotion = z.enum(emotions);
const wish = z.enum([asksForPerson, nothingMeant]);
const intentName = filledText(80);
const exampleText = filledText(2_000);
/** A message on its way into the log stands at most so far before what was perceived of it. */
const perceivedWithin = 5;

const newExample = z
  .object({ model: writtenMatter, text: exampleText, label: intentName })
  .superRefine(({ model: of, label }, problems) => {
    const allowed = known[of];
    if (allowed && !allowed.includes(label))
      problems.addIssue({ code: 'custom', message: `must be one of ${allowed.join(', ')}`, path: ['label'] });
  });
const exampleIds = z.object({ ids: z.array(searchText(300)).min(1).max(1_000) });

/** What the customer means, and how the models that tell it are kept: examples, versions, corrections. */
export function understandingRoutes(app: App, needs: RouteNeeds): void {
  const { plugs } = needs;
  const { act } = staffCommands(needs);
  const { examples, trainer, modelVersions, understanding } = plugs;
  const tags = ['Understanding'];

  /** As the contract has it. */
  function shown({ predicted: _, ...example }: NewExample): TrainingExample {
    const ruling = rulingOf(example, understanding.active().perception);
    return ruling ? { ...example, ruling } : example;
  }

  /** Of the articles that rows of the order of searches name. */
  async function titlesOf(rows: readonly NewExample[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(rows.flatMap((row) => (row.model === 'retrieval' ? [row.label] : [])))];
    const found = await Promise.all(ids.map((id) => plugs.articles.find(id)));
    return new Map(found.flatMap((article) => (article ? [[article.id, article.title] as const] : [])));
  }

  app.get(
    '/api/understanding/models',
    {
      config: { action: 'understanding.read' },
      schema: {
        tags,
        summary: 'Every learned model: what is in force, its versions with their figures',
        response: { 200: shapes.models },
      },
    },
    async () => ({ models: await trainer.overview() }),
  );

  app.post(
    '/api/understanding/models/:model/train',
    {
      config: { action: 'understanding.change', refuses: ['too-few-examples'] },
      schema: {
        tags,
        summary: 'Train now, beside the server; the answer comes before it is done',
        params: z.object({ model }),
        response: { 202: shapes.training },
      },
    },
    async (request, reply) => {
      const { model: asked } = request.params;
      if (!(await trainer.canTrain(asked))) throw new Refusal('too-few-examples');
      await modelVersions.request(asked, staffOf(request).name, plugs.now());
      trainer.wake();
      plugs.bus.publish({ type: 'understanding' });
      return reply.code(202).send({ isTraining: true });
    },
  );

  app.post(
    '/api/understanding/models/:model/versions/:version/publish',
    {
      config: { action: 'understanding.change', refuses: ['not-found', 'version-refused'] },
      schema: {
        tags,
        summary: 'Back or forward to a version, 0 for what ships; in force on every server within a second',
        params: z.object({
          model,
          version: z.coerce
            .number()
            .int()
            .min(0)
            .max(2 ** 31 - 1),
        }),
        response: { 200: shapes.modelInForce },
      },
    },
    async (request) => {
      const { model: asked, version } = request.params;
      const known = (await trainer.overview()).find((one) => one.model === asked)?.versions ?? [];
      if (version !== 0 && !known.some((one) => one.version === version)) throw new Refusal('not-found');
      if (!(await modelVersions.publish(asked, version))) throw new Refusal('version-refused');
      await plugs.tellUnderstanding();
      plugs.journal.info('server', 'a version of a model was published', { model: asked, version });
      return { inForce: version };
    },
  );

  app.get(
    '/api/understanding/examples',
    {
      config: { action: 'understanding.read' },
      schema: {
        tags,
        summary:
          'Examples, newest first; `after` is the `next` of the page before, `removed` lists the removed',
        querystring: z.object({
          model: matter.optional(),
          source: source.optional(),
          label: searchText(80).optional(),
          query: searchText(200).optional(),
          removed: z.stringbool().default(false),
          after: searchText(400).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(50),
        }),
        response: { 200: shapes.exampleList },
      },
    },
    async (request) => {
      const { after, ...filter } = request.query;
      const place = after === undefined ? undefined : placeFrom(after);
      const told = await examples.list({ ...filter, after: place });
      const isDerived =
        !filter.removed &&
        (filter.model ?? 'intent') === 'intent' &&
        (filter.source ?? 'knowledge') === 'knowledge';
      const words = filter.query?.toLowerCase();
      const derived = !isDerived
        ? []
        : (await trainer.fromKnowledge()).filter(
            (one) =>
              (filter.label === undefined || one.label === filter.label) &&
              (!words || `${one.text}\n${one.label}`.toLowerCase().includes(words)) &&
              (!place || isBehind(one, place)),
          );
      const page = [...told, ...derived].sort(newestFirst).slice(0, filter.limit);
      const last = page.at(-1);
      const titles = await titlesOf(page);
      return {
        examples: page.map((one) => withTitle(shown(one), titles)),
        ...(filter.model && isTaught(filter.model) ? { counts: await examples.labels(filter.model) } : {}),
        next: page.length === filter.limit && last ? `${last.at}_${last.id}` : null,
      };
    },
  );

  app.post(
    '/api/understanding/examples',
    {
      config: { action: 'understanding.change' },
      schema: {
        tags,
        summary: 'Add one example or many; the same words get the new label. Personal data is taken out',
        body: z.union([newExample, z.object({ examples: z.array(newExample).min(1).max(5_000) })]),
        response: { 201: shapes.addedExamples },
      },
    },
    async (request, reply) => {
      const { name } = staffOf(request);
      const at = plugs.now();
      const given = 'examples' in request.body ? request.body.examples : [request.body];
      const added = given.map((one): NewExample => {
        const text = removePersonalData(one.text, detectLanguage(one.text, 'zh'));
        return {
          ...one,
          // The same words are the same row.
          id: `console/${one.model}/${createHash('sha256').update(sameTextKey(text)).digest('base64url')}`,
          text,
          source: 'console',
          conversationId: null,
          seq: null,
          author: name,
          at,
          // What acts as it stands is measured by nothing.
          isFrozen: !isTaught(one.model) && isFrozen(text),
          predicted: null,
        };
      });
      // Whoever writes an example anew wants it, though it was removed once.
      await examples.restore(
        added.map(({ id }) => id),
        at,
      );
      const changed = await examples.put(added, at);
      await plugs.tellUnderstanding();
      return reply.code(201).send({ changed, examples: added.length === 1 ? added.map(shown) : [] });
    },
  );

  app.post(
    '/api/understanding/examples/remove',
    {
      config: { action: 'understanding.change' },
      schema: {
        tags,
        summary: 'Remove examples; they stay removed until restored',
        body: exampleIds,
        response: { 200: shapes.removedExamples },
      },
    },
    async (request) => {
      const ids = new Set(request.body.ids);
      const derived = [...ids].some((id) => id.startsWith('knowledge/'))
        ? (await trainer.fromKnowledge()).filter(({ id }) => ids.has(id))
        : [];
      const removed = await examples.remove([...ids], derived, staffOf(request).name, plugs.now());
      await plugs.tellUnderstanding();
      return { removed };
    },
  );

  app.post(
    '/api/understanding/examples/restore',
    {
      config: { action: 'understanding.change' },
      schema: {
        tags,
        summary: 'Take back a removal',
        body: exampleIds,
        response: { 200: shapes.restoredExamples },
      },
    },
    async (request) => {
      const restored = await examples.restore(request.body.ids, plugs.now());
      await plugs.tellUnderstanding();
      return { restored };
    },
  );

  app.get(
    '/api/understanding/intents',
    {
      config: { action: 'understanding.name-intents' },
      schema: {
        tags,
        summary: 'Every intent with how many examples it has',
        response: { 200: shapes.intents },
      },
    },
    async (): Promise<{ intents: IntentSummary[] }> => {
      const [told, derived] = await Promise.all([examples.all('intent'), trainer.fromKnowledge()]);
      const counted = new Map<string, { examples: number; fromKnowledge: number }>();
      for (const { label, source: from } of [...told, ...derived]) {
        const before = counted.get(label) ?? { examples: 0, fromKnowledge: 0 };
        const fromKnowledge = before.fromKnowledge + (from === 'knowledge' ? 1 : 0);
        counted.set(label, { examples: before.examples + 1, fromKnowledge });
      }
      const intents = [...counted].map(([name, counts]) => ({ name, ...counts }));
      return { intents: intents.sort((one, other) => (one.name < other.name ? -1 : 1)) };
    },
  );

  app.post(
    '/api/understanding/explain',
    {
      config: { action: 'understanding.read' },
      schema: {
        tags,
        summary: 'What is understood of a message, signal by signal, with the words that carried it',
        body: z.object({ text: messageText, language: language.default('zh') }),
        response: { 200: shapes.explanation },
      },
    },
    (request) => {
      const { perception, handoff, versions } = understanding.active();
      const { text, language: spoken } = request.body;
      const { knowledge } = plugs.knowledgeBase;
      return explainPerception(
        text,
        spoken,
        perception,
        versions,
        () => performance.now(),
        (perceived) => explainCourse(text, perceived, { knowledge, handoff }),
      );
    },
  );

  app.post(
    '/api/conversations/:id/corrections',
    {
      config: { action: 'conversation.correct', refuses: ['not-found', 'not-yours', 'id-reused'] },
      schema: {
        tags,
        summary:
          'Put right what was understood of the message `of`: its emotion, its intent, whether it asks for a person',
        params: conversationParams,
        body: z
          .object({
            id: commandId,
            of: z.int().min(1),
            emotion: emotion.optional(),
            intent: intentName.optional(),
            wish: wish.optional(),
          })
          .refine(({ emotion: felt, intent, wish: asked }) => (felt ?? intent ?? asked) !== undefined, {
            message: 'must name an emotion, an intent or a wish',
          }),
        response: { 200: placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, of, emotion: felt, intent, wish: asked } = request.body;
      const conversationId = request.params.id;
      const nearby = await plugs.log.read(conversationId, of - 1, perceivedWithin);
      const perceived = perceivedOf(nearby, of);
      if (!perceived) throw new Refusal('not-found');
      const { emotion: feltBefore, intent: intentBefore, wantsHuman } = perceived;
      const wishBefore = wantsHuman ? asksForPerson : nothingMeant;
      const corrections: Correction[] = [
        ...(felt === undefined ? [] : [{ of, what: 'emotion', from: feltBefore, to: felt } as const]),
        ...(intent === undefined
          ? []
          : [{ of, what: 'intent', from: intentBefore?.name ?? null, to: intent } as const]),
        ...(asked === undefined ? [] : [{ of, what: 'wish', from: wishBefore, to: asked } as const]),
      ];
      const at = plugs.now();
      const { seq, repeated } = await act(
        staff,
        { conversationId, id, kind: 'perception-corrected' },
        (state) => correctPerception(state, staff, { id, at }, corrections),
      );
      return { seq, repeated };
    },
  );
}

function perceivedOf(events: readonly ConversationEvent[], of: number) {
  const found = events.find((event) => event.kind === 'perceived' && event.body.of === of);
  return found?.kind === 'perceived' ? found.body : undefined;
}

function withTitle(example: TrainingExample, titles: ReadonlyMap<string, string>): TrainingExample {
  const title = titles.get(example.label);
  return example.model === 'retrieval' && title !== undefined ? { ...example, title } : example;
}

const newestFirst = (one: ExamplePlace, other: ExamplePlace) =>
  other.at - one.at || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);
const isBehind = (one: ExamplePlace, place: ExamplePlace) => newestFirst(place, one) < 0;

function placeFrom(after: string): ExamplePlace {
  const match = /^(\d{1,15})_(.+)$/s.exec(after);
  if (!match) throw new Refusal('bad-input');
  return { at: Number(match[1]), id: match[2]! };
}
