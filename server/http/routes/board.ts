import type { DeskPolicy } from '../../../core/protocol/policies.ts';
import { createRouter } from '../../../core/routing/router.ts';
import { online, standingOf } from '../../../services/queue-standing.ts';
import { historyOf, waitingConversation } from '../../../services/waiting-conversation.ts';
import { conversationParams } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/staff.ts';

/** How things stand: the queues to choose from, why a conversation is whose it is, and the supervisor's board. */
export function boardRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Staff'];

  app.get(
    '/api/queues',
    {
      config: { action: 'queue.list' },
      schema: { tags, summary: 'The queues and how they stand', response: { 200: shapes.queues } },
    },
    async () => {
      const { policy } = plugs.policy();
      const places = await plugs.positions.places();
      const waiting = new Map<string, number>();
      for (const { queueId } of places.values()) waiting.set(queueId, (waiting.get(queueId) ?? 0) + 1);
      return {
        queues: policy.queues.map((queue) => {
          const { isOpen, opensAt } = standingOf(policy, queue.id, [], plugs.now());
          const staff = online(policy, queue, plugs.presence.roster().values());
          return {
            id: queue.id,
            name: queue.name,
            isOpen,
            opensAt,
            waiting: waiting.get(queue.id) ?? 0,
            online: staff.length,
            mode: queue.mode,
          };
        }),
      };
    },
  );

  app.get(
    '/api/desk/policy',
    {
      config: { action: 'queue.list' },
      schema: {
        tags,
        summary: 'What a desk must know of the policy: segments, labels, business hours',
        response: { 200: shapes.deskPolicy },
      },
    },
    (): DeskPolicy => {
      const { version, policy } = plugs.policy();
      const given = policy.triage.flatMap(({ then }) =>
        then.flatMap((action) => (action.do === 'label' ? [action.label] : [])),
      );
      return {
        version,
        segments: policy.segments.map(({ id, name }) => ({ id, name })),
        labels: [...new Set(given)],
        calendars: policy.calendars,
      };
    },
  );

  app.get(
    '/api/conversations/:id/routing',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Every agent’s verdict for this conversation now: the score with its factors, or why not',
        params: conversationParams,
        response: { 200: shapes.routingVerdicts },
      },
    },
    async (request) => {
      const state = await plugs.log.state(request.params.id);
      if (!state) throw new Refusal('not-found');
      const now = plugs.now();
      const active = plugs.policy();
      const [rows, handled] = await Promise.all([
        plugs.routingStore.history([state.contactId]),
        plugs.routingStore.handledSince(now - 24 * 3600_000),
        plugs.presence.refresh(),
      ]);
      const router = createRouter(active);
      const roster = plugs.presence.roster();
      for (const colleague of roster.values())
        router.putAgent({
          id: colleague.id,
          status: colleague.presence,
          profile: colleague.profile,
          load: colleague.load,
          conversations: colleague.open,
          idleSince: colleague.presenceSince,
          handledToday: handled.get(colleague.id) ?? 0,
        });
      const history = historyOf(
        rows.map(([, agentId, at]) => [agentId, at] as const),
        now,
      );
      const verdicts = router.explain(waitingConversation(state, active.policy, history), now);
      return {
        verdicts: verdicts.map((verdict) => ({
          agentId: verdict.agentId,
          agentName: roster.get(verdict.agentId)?.name ?? '',
          ...('score' in verdict
            ? { score: verdict.score.score, factors: verdict.score.factors }
            : { exclusion: verdict.exclusion }),
        })),
      };
    },
  );

  app.get(
    '/api/board',
    {
      config: { action: 'board.read' },
      schema: { tags, summary: 'The supervisor’s live board', response: { 200: shapes.board } },
    },
    () => plugs.board.read(),
  );
}
