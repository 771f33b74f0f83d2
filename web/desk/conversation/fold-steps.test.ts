import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventKind } from '../../../core/terms/event.ts';
import { foldSteps } from './fold-steps.ts';
import type { Item } from './items.ts';

const lines = (...kinds: readonly EventKind[]): Item[] =>
  kinds.map((kind, place) => ({
    kind: 'line',
    key: `${place}`,
    event: { kind, seq: place } as ConversationEvent,
    decided: null,
  }));
const kindsOf = (items: ReturnType<typeof foldSteps>) =>
  items.map((item) => (item.kind === 'steps' ? item.lines.length : item.key));
const night = (steps: number): EventKind[] =>
  Array.from({ length: steps }, (_, place) => (place % 2 === 0 ? 'offered' : 'offer-ended'));

test('a few steps stand as they are', () => {
  const few = lines('queued', ...night(6), 'assigned');
  assert.deepEqual(foldSteps(few), few);
});

test('of a night in the queue the first and the last steps stand, with one line for what lies between', () => {
  const folded = foldSteps(lines('queued', ...night(100), 'assigned'));
  assert.deepEqual(kindsOf(folded), ['0', '1', '2', 96, '99', '100', '101']);
});

test('what needs somebody is never folded away, and nothing is lost or changes places', () => {
  const all = lines(...night(9), 'sla-breached', ...night(9), 'supervisor-alerted');
  const folded = foldSteps(all);
  assert.deepEqual(kindsOf(folded), ['0', '1', 5, '7', '8', '9', '10', '11', 5, '17', '18', '19']);
  assert.deepEqual(
    folded.flatMap((item): readonly Item[] => (item.kind === 'steps' ? item.lines : [item])),
    all,
  );
});
