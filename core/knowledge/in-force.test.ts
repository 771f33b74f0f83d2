import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleStatus } from '../terms/article.ts';
import { type Edition, editionAt, editionsAfter, livingOf, nextTurn } from './in-force.ts';

const published = (
  version: number,
  effectiveFrom: number | null = null,
  expiresAt: number | null = null,
) => ({
  version,
  effectiveFrom,
  expiresAt,
  status: 'published' as ArticleStatus,
});

const saved = (saves: readonly (readonly [ReturnType<typeof published>, number])[]) =>
  saves.reduce<readonly Edition[]>((before, [version, at]) => editionsAfter(before, version, at), []);

const windows = (editions: readonly Edition[], at: number) =>
  livingOf(editions, at).map(({ version, effectiveFrom, endsAt }) => [
    version,
    effectiveFrom ?? null,
    endsAt,
  ]);

test('a version that is published without dates answers from then on in place of the one before', () => {
  const editions = saved([
    [published(1), 10],
    [published(2), 20],
  ]);
  assert.deepEqual(windows(editions, 20), [[2, null, null]]);
});

test('a scheduled version leaves the one in force until its own first moment', () => {
  const editions = saved([
    [published(1), 10],
    [published(2, 100), 20],
  ]);
  assert.deepEqual(windows(editions, 20), [
    [1, null, 100],
    [2, 100, null],
  ]);
  assert.equal(editionAt(editions, 99)?.version, 1);
  assert.equal(editionAt(editions, 100)?.version, 2);
});

test('a clause answers from its first moment on and at its last no more', () => {
  const editions = saved([[published(1, 50, 60), 10]]);
  const answering = [49, 50, 59, 60].map((at) => editionAt(editions, at)?.version);
  assert.deepEqual(answering, [undefined, 1, 1, undefined]);
});

test('putting a scheduled version off leaves no gap behind', () => {
  const editions = saved([
    [published(1), 10],
    [published(2, 100), 20],
    [published(3, 200), 30],
  ]);
  assert.deepEqual(windows(editions, 30), [
    [1, null, 100],
    [2, 100, 200],
    [3, 200, null],
  ]);
  const earlier = editionsAfter(editions, published(4, 90), 40);
  assert.deepEqual(windows(earlier, 40), [
    [1, null, 90],
    [4, 90, null],
  ]);
});

test('a version with an earlier beginning replaces what was scheduled for later', () => {
  const editions = saved([
    [published(1), 10],
    [published(2, 100), 20],
    [published(3), 30],
  ]);
  assert.deepEqual(windows(editions, 30), [[3, null, null]]);
});

test('once a successor has begun, its end does not bring the one before back', () => {
  const editions = saved([
    [published(1), 10],
    [published(2, 100, 110), 20],
  ]);
  assert.equal(editionAt(editions, 110), undefined);
});

test('the end that a version names itself counts before its successor begins', () => {
  const editions = saved([
    [published(1, null, 80), 10],
    [published(2, 100), 20],
  ]);
  assert.deepEqual(windows(editions, 20), [
    [1, null, 80],
    [2, 100, null],
  ]);
});

test('a draft and a text in review change nothing of what answers', () => {
  const before = saved([[published(1), 10]]);
  for (const status of ['draft', 'review'] as const)
    assert.deepEqual(windows(editionsAfter(before, { ...published(2), status }, 20), 20), [[1, null, null]]);
});

test('an archived or expired version ends all, scheduled ones too', () => {
  const before = saved([
    [published(1), 10],
    [published(2, 100), 20],
  ]);
  for (const status of ['archived', 'expired'] as const)
    assert.deepEqual(editionsAfter(before, { ...published(3), status }, 30), []);
});

test('a window that is empty or over is no edition', () => {
  assert.deepEqual(saved([[published(1, 100, 100), 10]]), []);
  assert.deepEqual(saved([[published(1, 5, 9), 10]]), []);
});

test('the next turn is the nearest beginning or end that is still to come', () => {
  const editions = saved([
    [published(1), 10],
    [published(2, 100, 150), 20],
  ]);
  assert.deepEqual(
    [20, 99, 100, 150].map((at) => nextTurn(editions, at)),
    [100, 100, 150, null],
  );
});

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 0x7fffffff;
  }
}

test('in 3,000 random histories every moment is answered by the newest version that has begun, or by none', () => {
  const random = numbers(7);
  const next = (below: number) => Math.floor(random.next().value! * below);
  for (let history = 0; history < 3_000; history++) {
    let editions: readonly Edition[] = [];
    const record: { start: number; expiresAt: number | null; version: number; isEnd: boolean }[] = [];
    let now = 0;
    for (let version = 1; version <= 5; version++) {
      now += next(12);
      const isEnd = next(8) === 0;
      const effectiveFrom = next(2) ? next(80) : null;
      // An end that lies before the beginning, or is past, is refused before it comes here.
      const expiresAt = next(3) ? null : Math.max(effectiveFrom ?? 0, now) + 1 + next(40);
      const status = isEnd ? ('archived' as const) : ('published' as const);
      editions = editionsAfter(editions, { version, effectiveFrom, expiresAt, status }, now);
      record.push({ version, isEnd, expiresAt, start: isEnd ? now : Math.max(effectiveFrom ?? now, now) });
    }
    for (let at = now; at < 100; at++) {
      const lastEnd = record.findLast(({ isEnd }) => isEnd)?.version ?? 0;
      const newest = record.findLast(({ version, start }) => version > lastEnd && start <= at);
      const expected =
        newest && (newest.expiresAt ?? Number.POSITIVE_INFINITY) > Math.max(at, newest.start)
          ? newest.version
          : undefined;
      const living = livingOf(editions, at).filter(({ effectiveFrom }) => (effectiveFrom ?? at) <= at);
      assert.ok(living.length <= 1, 'two editions answer together');
      assert.equal(living[0]?.version, expected, `history ${history} at ${at}: ${JSON.stringify(record)}`);
    }
  }
});
