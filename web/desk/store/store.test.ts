import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { summaryWith } from '../../../test/kit/summary.ts';
import { applySummaries, applySummary, markRead, type Summaries } from './summaries.ts';
import { applyEvents, emptyTimeline, hasGap } from './timelines.ts';

function note(seq: number): ConversationEvent {
  return {
    id: `e${seq}`,
    seq,
    conversationId: 'c',
    kind: 'note-added',
    actor: { kind: 'system' },
    at: seq,
    body: { text: `${seq}` },
  };
}

const summary = (id: string, lastSeq: number, readSeq: number) =>
  summaryWith({ id, lastSeq, updatedAt: lastSeq, readSeq });

const batches = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.array(fc.array(fc.integer({ min: 1, max: count }), { maxLength: 8 }), { maxLength: 30 }).map((seqs) => ({
    count,
    seqs,
  })),
);

test('events in any order and any number of times never show a gap', () => {
  fc.assert(
    fc.property(batches, ({ seqs }) => {
      let timeline = emptyTimeline;
      const arrived = new Set<number>();
      for (const batch of seqs) {
        timeline = applyEvents(timeline, batch.map(note));
        for (const seq of batch) arrived.add(seq);
        assert.deepEqual(
          timeline.events.map((event) => event.seq),
          Array.from({ length: timeline.upTo }, (_, index) => index + 1),
        );
        assert.ok(!arrived.has(timeline.upTo + 1), 'an event that follows was left out');
      }
    }),
  );
});

test('after every event has arrived the timeline is whole', () => {
  fc.assert(
    fc.property(batches, ({ count, seqs }) => {
      let timeline = emptyTimeline;
      for (const batch of seqs) timeline = applyEvents(timeline, batch.map(note));
      timeline = applyEvents(
        timeline,
        Array.from({ length: count }, (_, index) => note(index + 1)),
      );
      assert.equal(timeline.upTo, count);
      assert.equal(hasGap(timeline), false);
    }),
  );
});

test('an event that came too early is a gap until the one before it arrives', () => {
  const early = applyEvents(emptyTimeline, [note(2)]);
  assert.equal(hasGap(early), true);
  assert.equal(early.events.length, 0);
  assert.equal(hasGap(applyEvents(early, [note(1)])), false);
});

const arrivals = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    lastSeq: fc.integer({ min: 0, max: 20 }),
    readSeq: fc.integer({ min: 0, max: 20 }),
  }),
  { minLength: 1, maxLength: 30 },
);

test('summaries in any order and any number of times end in the newest, with the most that was read', () => {
  fc.assert(
    fc.property(arrivals, fc.infiniteStream(fc.nat()), (list, chance) => {
      const shuffled = [...list, ...list.slice(0, 5)]
        .map((one) => ({ one, order: chance.next().value as number }))
        .sort((left, right) => left.order - right.order)
        .map(({ one }) => summary(one.id, one.lastSeq, one.readSeq));
      let oneByOne: Summaries = new Map();
      for (const arrived of shuffled) oneByOne = applySummary(oneByOne, arrived);
      for (const id of new Set(list.map((one) => one.id))) {
        const same = list.filter((one) => one.id === id);
        assert.equal(oneByOne.get(id)?.lastSeq, Math.max(...same.map((one) => one.lastSeq)));
        assert.equal(oneByOne.get(id)?.readSeq, Math.max(...same.map((one) => one.readSeq)));
      }
      assert.deepEqual(applySummaries(new Map(), shuffled), oneByOne);
    }),
  );
});

test('what was read stays read when an older reading arrives late', () => {
  const read = markRead(new Map([['a', summary('a', 9, 2)]]), 'a', 9);
  assert.equal(applySummary(read, summary('a', 9, 2)).get('a')?.readSeq, 9);
  assert.equal(markRead(read, 'a', 5), read);
});
