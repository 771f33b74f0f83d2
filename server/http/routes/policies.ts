import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { perceive } from '../../../core/perception/perceive.ts';
import { diffPolicy } from '../../../core/policy/diff-policy.ts';
import type { PolicyProblem } from '../../../core/policy/policy-problem.ts';
import type { ActivePolicy, Policy } from '../../../core/terms/policy.ts';
import { fill } from '../../../core/text/fill.ts';
import { policyText } from '../../../core/text/policy.ts';
import { tryPolicy } from '../../../services/try-policy.ts';
import { nothingBefore, understandQuestion } from '../../../services/understand-question.ts';
import { replayLog } from '../../replay-log.ts';
import { clean, language, messageText, shortText } from '../inputs.ts';
import { errorsOf, readPolicy } from '../read-policy.ts';
import { languageOf, Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/policies.ts';

const version = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const params = z.object({ version });
/** On one process; each of them works through the whole log. */
const mostReplaysAtOnce = 2;
/** Read by `readPolicy`, which says what is wrong with it in both languages. */
const anyPolicy = z.unknown();

const trialInput = z.object({
  policy: anyPolicy.optional(),
  text: messageText,
  language: language.optional(),
  contact: z
    .object({
      attributes: z.record(z.string().max(100), z.string().max(500).transform(clean)).default({}),
      verified: z.boolean().default(false),
      orderValue: z.number().min(0).max(1e12).optional(),
    })
    .default({ attributes: {}, verified: false }),
  at: z.number().int().min(0).max(4e12).optional(),
  channel: z.string().max(40).optional(),
  failedAnswers: z.int().min(0).max(100).optional(),
});

/** Policies: every version that was ever in force, checked before it is published, and back again in one call. */
export function policyRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Policies'];

  const surroundings = async () => ({
    agentIds: new Set((await plugs.agents.list()).map(({ id }) => id)),
  });

  const worded = (problems: readonly PolicyProblem[], request: FastifyRequest) => {
    const words = languageOf(request.headers['accept-language']);
    return problems.map((problem) => ({ ...problem, message: problem.message[words] }));
  };

  /** The policy of a body, or a refusal that says what is wrong with it. */
  async function soundPolicy(input: unknown, request: FastifyRequest): Promise<Policy> {
    const { policy, problems } = readPolicy(input, await surroundings());
    if (!policy || errorsOf(problems).length > 0)
      throw new Refusal('policy-invalid', { problems: worded(problems, request) });
    return policy;
  }

  /** A policy that somebody tries, else the one in force. A draft goes by the next number. */
  async function triedPolicy(input: unknown, request: FastifyRequest): Promise<ActivePolicy> {
    const { version: latest } = plugs.policy();
    return input === undefined
      ? plugs.policy()
      : { version: latest + 1, policy: await soundPolicy(input, request) };
  }

  async function publish(policy: Policy, note: string, author: string, basedOn: number) {
    const result = await plugs.policies.publish(policy, { note, author, basedOn, at: Date.now() });
    if (result.kind === 'version-conflict') throw new Refusal('version-conflict', { active: result.version });
    plugs.policyInForce.set({ version: result.version, policy });
    plugs.bus.publish({ type: 'policy' });
    plugs.journal.info('server', 'a policy was published', { version: result.version });
    return { version: result.version };
  }

  app.get(
    '/api/policies',
    {
      config: { action: 'policy.read' },
      schema: {
        tags,
        summary: 'Every version, newest first, and which is in force',
        response: { 200: shapes.policyVersions },
      },
    },
    async () => {
      await plugs.policyInForce.follow();
      return { active: plugs.policy().version, versions: await plugs.policies.list() };
    },
  );

  app.get(
    '/api/policies/:version',
    {
      config: { action: 'policy.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'One version with its content',
        params,
        response: { 200: shapes.policyVersion },
      },
    },
    async (request) => {
      const stored = await plugs.policies.find(request.params.version);
      if (!stored) throw new Refusal('not-found');
      return stored;
    },
  );

  app.get(
    '/api/policies/:version/changes',
    {
      config: { action: 'policy.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'What a version changed, against the one before or `since`',
        params,
        querystring: z.object({ since: version.optional() }),
        response: { 200: shapes.policyChanges },
      },
    },
    async (request) => {
      const since = request.query.since ?? request.params.version - 1;
      const [before, after] = await Promise.all([
        since < 1 ? undefined : plugs.policies.find(since),
        plugs.policies.find(request.params.version),
      ]);
      if (!after || (since >= 1 && !before)) throw new Refusal('not-found');
      return { since, changes: before ? diffPolicy(before.policy, after.policy) : [] };
    },
  );

  app.post(
    '/api/policies/check',
    {
      config: { action: 'policy.try' },
      schema: {
        tags,
        summary: 'Everything that is wrong with a policy, and what it would change',
        body: z.object({ policy: anyPolicy }),
        response: { 200: shapes.policyCheck },
      },
    },
    async (request) => {
      const { policy, problems } = readPolicy(request.body.policy, await surroundings());
      return {
        problems: worded(problems, request),
        changes: policy ? diffPolicy(plugs.policy().policy, policy) : [],
      };
    },
  );

  app.post(
    '/api/policies',
    {
      config: { action: 'policy.change', refuses: ['policy-invalid', 'version-conflict'] },
      schema: {
        tags,
        summary: 'Publish; in force on every server within a second',
        body: z.object({ policy: anyPolicy, note: shortText.default(''), basedOn: z.int().min(0) }),
        response: { 201: shapes.publishedPolicy },
      },
    },
    async (request, reply) => {
      const policy = await soundPolicy(request.body.policy, request);
      const { note, basedOn } = request.body;
      return reply.code(201).send(await publish(policy, note.trim(), staffOf(request).name, basedOn));
    },
  );

  app.post(
    '/api/policies/try',
    {
      config: { action: 'policy.try', refuses: ['policy-invalid'] },
      schema: {
        tags,
        summary: 'What a policy makes of a message: every rule, condition by condition. Nothing is stored',
        body: trialInput,
        response: { 200: shapes.policyTrial },
      },
    },
    async (request) => {
      const { policy: input, ...message } = request.body;
      const tried = await triedPolicy(input, request);
      const at = message.at ?? Date.now();
      const models = { perception: plugs.perceptionModels, handoff: plugs.handoffModel };
      const knowledge = await understandQuestion(
        nothingBefore,
        {
          text: message.text,
          perception: perceive(message.text, {
            fallbackLanguage: message.language ?? 'zh',
            models: models.perception,
          }),
        },
        plugs.knowledgeBase.knowledge,
        plugs.meaning?.understand,
      );
      return tryPolicy({ ...message, at }, tried, input === undefined, knowledge, models);
    },
  );

  let replaying = 0;
  app.post(
    '/api/policies/replay',
    {
      config: { action: 'policy.try', refuses: ['policy-invalid'] },
      schema: {
        tags,
        summary:
          'The conversations of the last days through a policy: what would have gone to a person, and where',
        body: z.object({
          policy: anyPolicy.optional(),
          days: z.int().min(1).max(366).default(7),
          limit: z.int().min(0).max(1000).default(100),
        }),
        response: { 200: shapes.policyReplay },
      },
    },
    async (request) => {
      if (replaying >= mostReplaysAtOnce) throw new Refusal('overloaded');
      replaying += 1;
      try {
        const tried = await triedPolicy(request.body.policy, request);
        const needs = {
          past: plugs.pastConversations,
          knowledge: plugs.knowledgeBase.knowledge,
          factsOf: plugs.contactFacts.of,
          handoffModel: plugs.handoffModel,
          meaning: plugs.meaning?.beside,
        };
        const from = Date.now() - request.body.days * 24 * 3_600_000;
        return await replayLog(needs, tried, { from, shown: request.body.limit });
      } finally {
        replaying -= 1;
      }
    },
  );

  app.post(
    '/api/policies/:version/restore',
    {
      config: { action: 'policy.change', refuses: ['not-found', 'policy-invalid', 'version-conflict'] },
      schema: {
        tags,
        summary: 'Back to an earlier version, as a new one',
        params,
        body: z.object({ note: shortText.default('') }),
        response: { 201: shapes.publishedPolicy },
      },
    },
    async (request, reply) => {
      const stored = await plugs.policies.find(request.params.version);
      if (!stored) throw new Refusal('not-found');
      // An old content may be of an older shape: what is in force must always be readable.
      const policy = await soundPolicy(stored.policy, request);
      const note =
        request.body.note.trim() || fill(policyText.restoredNote.zh, { version: String(stored.version) });
      const basedOn = await plugs.policies.latestVersion();
      return reply.code(201).send(await publish(policy, note, staffOf(request).name, basedOn));
    },
  );
}
