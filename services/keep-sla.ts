import { applyEvent } from '../core/conversation/apply-event.ts';
import type { Outcome } from '../core/conversation/outcome.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { slaEvents } from '../core/sla/clocks.ts';
import { clockEvents } from '../core/sla/due-clocks.ts';
import type { ConversationEvent, EventKind, NewEvent } from '../core/terms/event.ts';
import type { Policy } from '../core/terms/policy.ts';
import type { AppendRequest, Log } from '../plugs/log.ts';

/** What can start a promise of time where none runs. */
const starts: ReadonlySet<EventKind> = new Set<EventKind>(['queued', 'assigned', 'transferred']);

/**
 * The same log, keeping the promises of time: whatever an append does, its clocks stand in the same transaction. A
 * conversation that only the assistant serves has none and pays nothing.
 */
export function keepingSla<L extends Log>(log: L, policy: () => Policy): L {
  return {
    ...log,
    append: (request: AppendRequest) =>
      log.append({
        ...request,
        decide: (state, seat) => withClocks(state, request.decide(state, seat), request.commandId, policy),
      }),
  };
}

function withClocks(
  before: ConversationState | null,
  outcome: Outcome,
  commandId: string,
  policy: () => Policy,
): Outcome {
  if ('refused' in outcome || outcome.events.length === 0) return outcome;
  const { events } = outcome;
  if ((before === null || before.clocks.length === 0) && !events.some(({ kind }) => starts.has(kind)))
    return outcome;
  const at = events.at(-1)!.at;
  const after = fold(before, events);
  const added = slaEvents(before, events, after, policy(), at);
  return added.length === 0 ? outcome : { events: [...events, ...placed(added, commandId, at)] };
}

function fold(before: ConversationState | null, events: readonly NewEvent[]): ConversationState {
  let state = before;
  for (const event of events) {
    const seq = (state?.lastSeq ?? 0) + 1;
    state = applyEvent(state, { ...event, conversationId: before?.id ?? '', seq } as ConversationEvent);
  }
  return state!;
}

function placed(added: ReturnType<typeof slaEvents>, commandId: string, at: number): NewEvent[] {
  return added.map(
    (event, index) =>
      ({ id: `${commandId}/sla-${index}`, actor: { kind: 'system' }, at, ...event }) as NewEvent,
  );
}

/** Writes down the warnings and breaches that are due. Every process may call it; each is written once. */
export async function keepClocks(log: Log, state: ConversationState, at: number): Promise<void> {
  const due = clockEvents(state.clocks, at);
  if (due.length === 0) return;
  const first = due[0]!;
  const ruleId = first.kind === 'sla-changed' ? '' : first.body.ruleId;
  const dueAt = first.kind === 'sla-changed' ? at : first.body.dueAt;
  const commandId = `sla/${first.kind}/${ruleId}/${dueAt}`;
  await log.append({
    conversationId: state.id,
    commandId,
    actorKey: 'system',
    decide: (now) => {
      const still = now ? clockEvents(now.clocks, at) : [];
      return {
        events: still.map(
          (event, index) =>
            ({
              id: index === 0 ? commandId : `${commandId}/${index}`,
              actor: { kind: 'system' },
              at,
              ...event,
            }) as NewEvent,
        ),
      };
    },
  });
}
