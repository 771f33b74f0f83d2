import { z } from 'zod';
import { filledText, language, searchText, uuid } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/staff.ts';
import { generatePassword, hashPassword } from './session.ts';

const role = z.enum(['agent', 'supervisor', 'administrator']);

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const profile = z.object({
  skills: z
    .record(searchText(64), level)
    .refine((skills) => Object.keys(skills).length <= 100, 'at most 100 skills'),
  languages: z.array(language).max(2),
  capacity: z.int().min(1).max(100),
  maximumConversations: z.int().min(1).max(100),
});

/** The staff: who is there, and, for administrators, who may be. */
export function colleagueRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Staff'];

  app.get(
    '/api/colleagues',
    {
      config: { action: 'colleague.list' },
      schema: { tags, summary: 'Everybody of the staff', response: { 200: shapes.colleagues } },
    },
    async () => ({
      colleagues: await plugs.agents.list(),
    }),
  );

  app.post(
    '/api/colleagues',
    {
      config: { action: 'colleague.change', refuses: ['conflict'] },
      schema: {
        tags,
        summary: 'Add a colleague; the generated password is shown once',
        body: z.object({ name: filledText(60), email: z.email().max(200), role }),
        response: { 200: shapes.changedColleague },
      },
    },
    async (request) => {
      const at = Date.now();
      const id = crypto.randomUUID();
      const password = generatePassword();
      const added = await plugs.agents.add(
        { id, ...request.body, passwordHash: await hashPassword(password) },
        at,
      );
      if (!added) throw new Refusal('conflict', [{ at: 'body.email', problem: 'is taken by a colleague' }]);
      plugs.journal.info('security', 'a colleague was added', { agent: id, role: request.body.role });
      await plugs.routing.agentChanged(id);
      return { colleague: (await plugs.agents.byId(id))!, password };
    },
  );

  app.patch(
    '/api/colleagues/:id',
    {
      config: { action: 'colleague.change', refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary: 'Change a colleague; disabling or a new password ends their sessions',
        params: z.object({ id: uuid }),
        body: z.object({
          name: filledText(60).optional(),
          role: role.optional(),
          disabled: z.boolean().optional(),
          newPassword: z.literal(true).optional(),
          profile: profile.optional(),
        }),
        response: { 200: shapes.changedColleague },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { newPassword, ...change } = request.body;
      if (!(await plugs.agents.byId(id))) throw new Refusal('not-found');
      const password = newPassword ? generatePassword() : undefined;
      const passwordHash = password ? await hashPassword(password) : undefined;
      const changed = await plugs.agents.change(id, { ...change, passwordHash });
      if (!changed)
        throw new Refusal('conflict', [
          { at: 'body', problem: 'one administrator who can sign in must remain' },
        ]);
      plugs.journal.info('security', 'a colleague was changed', {
        agent: id,
        role: change.role,
        disabled: change.disabled,
        newPassword,
      });
      await plugs.routing.agentChanged(id);
      return { colleague: (await plugs.agents.byId(id))!, password };
    },
  );
}
