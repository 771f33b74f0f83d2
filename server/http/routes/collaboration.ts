import { z } from 'zod';
import {
  addHelper,
  addNote,
  changeLabels,
  mostLabels,
  removeHelper,
} from '../../../core/conversation/help-commands.ts';
import { transfer, transferToQueue } from '../../../core/conversation/transfer-commands.ts';
import { commandId, conversationParams, filledText, shortText, uuid } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/conversations.ts';
import { staffCommands } from '../staff-command.ts';

const transferInput = z
  .object({
    id: commandId,
    agentId: uuid.optional(),
    queueId: z.string().max(64).optional(),
    note: shortText.default(''),
  })
  .refine(({ agentId, queueId }) => (agentId === undefined) !== (queueId === undefined), {
    message: 'names either an agent or a queue',
    path: ['agentId'],
  });

const labels = z.array(filledText(40)).max(mostLabels).optional();
const labelsInput = z
  .object({ id: commandId, labels, add: labels, remove: labels })
  .refine((change) => change.labels ?? change.add ?? change.remove, {
    message: 'names labels to set, to add or to remove',
    path: ['labels'],
  });

/** What agents do together: giving on, helping, whispering, labelling. */
export function collaborationRoutes(app: App, needs: RouteNeeds): void {
  const { plugs } = needs;
  const { act, timersOf } = staffCommands(needs);
  const tags = ['Staff'];
  const place = ({ seq, repeated }: { seq: number; repeated: boolean }) => ({ seq, repeated });

  app.post(
    '/api/conversations/:id/transfer',
    {
      config: {
        action: 'conversation.transfer',
        refuses: [
          'not-found',
          'not-yours',
          'conversation-resolved',
          'id-reused',
          'conflict',
          'agent-unavailable',
          'agent-full',
        ],
      },
      schema: {
        tags,
        summary: 'Give to a colleague who is online and has room, or to a queue',
        params: conversationParams,
        body: transferInput,
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, agentId, queueId, note } = request.body;
      const conversationId = request.params.id;
      const at = plugs.now();
      if (queueId !== undefined) {
        if (!plugs.policy().policy.queues.some((queue) => queue.id === queueId))
          throw new Refusal('not-found', { queue: queueId });
        return place(
          await act(staff, { conversationId, id, kind: 'queued' }, (state) =>
            transferToQueue(
              state,
              staff,
              { id, at },
              queueId,
              note,
              plugs.positions.standing({ queueId, skills: [], language: state?.language ?? 'zh' }),
              timersOf({ ...state!, queueId }),
            ),
          ),
        );
      }
      const to = await plugs.agents.byId(agentId!);
      // Nobody is given to a colleague who is not there: the customer would wait for an empty chair.
      if (to?.presence !== 'online') throw new Refusal('agent-unavailable');
      return place(
        await act(staff, { conversationId, id, kind: 'transferred', claims: to.id }, (state, seat) =>
          transfer(state, staff, { id, at }, to, note, timersOf(state), seat),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/notes',
    {
      config: { action: 'conversation.note', refuses: ['not-found', 'id-reused', 'conflict'] },
      schema: {
        tags,
        summary: 'A note for colleagues; with `whisper` from a supervisor to the agent who serves',
        params: conversationParams,
        body: z.object({ id: commandId, text: filledText(10_000), whisper: z.boolean().default(false) }),
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, text, whisper } = request.body;
      const at = plugs.now();
      return place(
        await act(staff, { conversationId: request.params.id, id, kind: 'note-added' }, (state) =>
          addNote(state, staff, { id, at }, text, whisper),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/helpers',
    {
      config: {
        action: 'conversation.help',
        refuses: [
          'not-found',
          'not-yours',
          'conversation-resolved',
          'id-reused',
          'conflict',
          'agent-unavailable',
        ],
      },
      schema: {
        tags,
        summary: 'Ask a colleague to help in notes',
        params: conversationParams,
        body: z.object({ id: commandId, agentId: uuid, note: shortText.default('') }),
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, agentId, note } = request.body;
      const helper = await plugs.agents.byId(agentId);
      if (!helper || helper.disabled) throw new Refusal('agent-unavailable');
      const at = plugs.now();
      return place(
        await act(staff, { conversationId: request.params.id, id, kind: 'helper-added' }, (state) =>
          addHelper(state, staff, { id, at }, helper, note),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/helpers/remove',
    {
      config: {
        action: 'conversation.help',
        refuses: ['not-found', 'not-yours', 'conversation-resolved', 'id-reused'],
      },
      schema: {
        tags,
        summary: 'End the help of a colleague, or one’s own',
        params: conversationParams,
        body: z.object({ id: commandId, agentId: uuid }),
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, agentId } = request.body;
      const at = plugs.now();
      return place(
        await act(staff, { conversationId: request.params.id, id, kind: 'helper-removed' }, (state) =>
          removeHelper(state, staff, { id, at }, agentId),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/labels',
    {
      config: {
        action: 'conversation.label',
        refuses: ['not-found', 'not-yours', 'conversation-resolved', 'id-reused'],
      },
      schema: {
        tags,
        summary: 'Set the labels as a whole, or add and remove some',
        params: conversationParams,
        body: labelsInput,
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, ...change } = request.body;
      const at = plugs.now();
      return place(
        await act(staff, { conversationId: request.params.id, id, kind: 'labels-changed' }, (state) =>
          changeLabels(state, staff, { id, at }, change),
        ),
      );
    },
  );
}
