import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MoodCourse } from '../terms/perception.ts';
import { toneFor } from './tone.ts';

const feeling = (
  emotion: MoodCourse['now']['emotion'],
  intensity: number,
  more: Partial<MoodCourse> = {},
) => ({
  course: { now: { emotion, intensity }, trend: 'steady', peak: null, ...more } as MoodCourse,
  risks: [] as const,
  waitedMs: 0,
});
const code = (feelings: Parameters<typeof toneFor>[0]) => toneFor(feelings, 'zh')?.code ?? null;

test('a calm customer needs no advice, nor does a little annoyance', () => {
  assert.equal(code(feeling('neutral', 0)), null);
  assert.equal(code(feeling('angry', 0.3)), null);
});

test('who waited long and is angry is met with the wait', () => {
  assert.equal(code({ ...feeling('angry', 0.8), waitedMs: 4 * 60_000 }), 'angry-waited');
  assert.match(
    toneFor({ ...feeling('angry', 0.8), waitedMs: 4 * 60_000 }, 'zh')!.advice,
    /先承认等待，再说结果/,
  );
});

test('growing anger, worry and sorrow are told apart', () => {
  const peak = { emotion: 'angry', intensity: 0.8, place: 3 } as const;
  assert.equal(code(feeling('angry', 0.8, { trend: 'rising', peak })), 'angry-rising');
  assert.equal(code(feeling('angry', 0.8)), 'angry');
  assert.equal(code(feeling('anxious', 0.6)), 'anxious');
  assert.equal(code(feeling('sad', 0.6)), 'sad');
});

test('danger comes before everything, in either language', () => {
  assert.equal(code({ ...feeling('angry', 1), risks: ['complaint', 'abuse', 'self-harm'] }), 'self-harm');
  assert.match(toneFor({ ...feeling('angry', 1), risks: ['self-harm'] }, 'en')!.advice, /safe/);
});

test('who calms down is noticed', () => {
  assert.equal(
    code(feeling('neutral', 0, { trend: 'falling', peak: { emotion: 'angry', intensity: 0.7, place: 0 } })),
    'eased',
  );
});
