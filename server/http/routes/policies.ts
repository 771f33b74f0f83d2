import { z } from 'zod';
import { diffPolicy } from '../../../core/policy/diff-policy.ts';
import type { Policy } from '../../../core/terms/policy.ts';
import { fill } from '../../../core/text/fill.ts';
import { policyText } from '../../../core/text/policy.ts';
import { type App, type RouteNeeds, staffOf } from '../app.ts';
import { shortText } from '../inputs.ts';
import { errorsOf, readPolicy } from '../read-policy.ts';
import { Refusal } from '../refusal.ts';

const version = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const params = z.object({ version });
/** Read by `readPolicy`, which says what is wrong with it in both languages. */
const anyPolicy = z.unknown();

/** Policies: every version that was ever in force, checked before it is published, and back again in one call. */
export function policyRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Policies'];

  const surroundings = async () => ({
    agentIds: new Set((await plugs.agents.list(Date.now())).map(({ id }) => id)),
  });

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
      schema: { tags, summary: 'Every version, newest first, and which is in force' },
    },
    async () => {
      await plugs.policyInForce.follow();
      return { active: plugs.policy().version, versions: await plugs.policies.list() };
    },
  );

  app.get(
    '/api/policies/:version',
    { config: { action: 'policy.read' }, schema: { tags, summary: 'One version with its content', params } },
    async (request) => {
      const stored = await plugs.policies.find(request.params.version);
      if (!stored) throw new Refusal('not-found');
      return stored;
    },
  );

  app.get(
    '/api/policies/:version/changes',
    {
      config: { action: 'policy.read' },
      schema: {
        tags,
        summary: 'What a version changed, against the one before or `since`',
        params,
        querystring: z.object({ since: version.optional() }),
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
      },
    },
    async (request) => {
      const { policy, problems } = readPolicy(request.body.policy, await surroundings());
      return { problems, changes: policy ? diffPolicy(plugs.policy().policy, policy) : [] };
    },
  );

  app.post(
    '/api/policies',
    {
      config: { action: 'policy.change' },
      schema: {
        tags,
        summary: 'Publish; in force on every server within a second',
        body: z.object({ policy: anyPolicy, note: shortText.default(''), basedOn: z.int().min(0) }),
      },
    },
    async (request, reply) => {
      const { policy, problems } = readPolicy(request.body.policy, await surroundings());
      if (!policy || errorsOf(problems).length > 0) throw new Refusal('policy-invalid', { problems });
      const { note, basedOn } = request.body;
      return reply.code(201).send(await publish(policy, note.trim(), staffOf(request).name, basedOn));
    },
  );

  app.post(
    '/api/policies/:version/restore',
    {
      config: { action: 'policy.change' },
      schema: {
        tags,
        summary: 'Back to an earlier version, as a new one',
        params,
        body: z.object({ note: shortText.default('') }),
      },
    },
    async (request, reply) => {
      const stored = await plugs.policies.find(request.params.version);
      if (!stored) throw new Refusal('not-found');
      // An old content may be of an older shape: what is in force must always be readable.
      const { policy, problems } = readPolicy(stored.policy, {});
      if (!policy || errorsOf(problems).length > 0) throw new Refusal('policy-invalid', { problems });
      const note =
        request.body.note.trim() || fill(policyText.restoredNote.zh, { version: String(stored.version) });
      const basedOn = await plugs.policies.latestVersion();
      return reply.code(201).send(await publish(policy, note, staffOf(request).name, basedOn));
    },
  );
}
