import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventBodies, EventKind } from '../../../core/terms/event.ts';
import type { RoutingExplanation, RoutingFactors, RoutingScore } from '../../../core/terms/routing.ts';
import { routedNow, strongestFactor } from './routing-of.ts';

const factors = { fit: 0.5, load: 0.5, history: 0.5, idle: 0.5, spare: 0.5 };
const scored = (agentId: string, change: Partial<RoutingFactors> = {}): RoutingScore => ({
  agentId,
  score: 0.5,
  factors: { ...factors, ...change },
});
const routing = (chosen: RoutingScore, others: RoutingScore[] = []): RoutingExplanation => ({
  policyVersion: 1,
  waitedMs: 0,
  stage: 0,
  chosen,
  others,
  excluded: {},
});

let seq = 0;
function event<K extends EventKind>(kind: K, body: EventBodies[K]): ConversationEvent {
  seq += 1;
  return {
    id: `e${seq}`,
    seq,
    conversationId: 'c',
    kind,
    actor: { kind: 'system' },
    at: 0,
    body,
  } as ConversationEvent;
}
const offered = (agentId: string) =>
  event('offered', {
    agentId,
    agentName: agentId,
    routing: routing(scored(agentId)),
    deadline: { kind: 'offer', at: 1 },
  });
const assigned = (agentId: string, body: Partial<EventBodies['assigned']>) =>
  event('assigned', { agentId, agentName: agentId, ...body });
const ended = (agentId: string) => event('offer-ended', { agentId, why: 'expired' });

test('the offer that stands, or the one that was accepted, is what is explained', () => {
  assert.equal(routedNow([offered('a'), ended('a'), offered('b')])?.agentId, 'b');
  assert.equal(
    routedNow([offered('a'), ended('a'), offered('b'), assigned('b', { how: 'offer' })])?.agentId,
    'b',
  );
  const auto = assigned('c', { how: 'auto', routing: routing(scored('c')) });
  assert.equal(routedNow([auto])?.agentId, 'c');
});

test('nothing is explained by the router where it did not choose', () => {
  assert.equal(routedNow([offered('a'), ended('a')]), null);
  assert.equal(routedNow([offered('a'), assigned('b', { how: 'pull' })]), null);
  assert.equal(routedNow([offered('a'), assigned('b', { how: 'take-over' })]), null);
  const back = event('queued', { queueId: 'q', priority: 0, reasons: [] });
  assert.equal(routedNow([offered('a'), assigned('a', { how: 'offer' }), back]), null);
});

test('what counted most is where the chosen one leads by most, and alone what is highest', () => {
  const chosen = scored('a', { history: 0.9, fit: 0.95 });
  assert.equal(strongestFactor(routing(chosen, [scored('b', { fit: 0.9 })])), 'history');
  assert.equal(strongestFactor(routing(chosen)), 'fit');
});
