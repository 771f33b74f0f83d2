import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Emotion, MoodPoint } from '../terms/perception.ts';
import { moodCourse } from './mood-course.ts';

const at = (emotion: Emotion, intensity: number): MoodPoint => ({ emotion, intensity });

test('without a message the mood is neutral and steady', () => {
  assert.deepEqual(moodCourse([]), { now: at('neutral', 0), trend: 'steady', peak: null });
});

test('anger after calm rises, thanks after anger fall, the same again is steady', () => {
  assert.equal(moodCourse([at('neutral', 0), at('angry', 0.6)]).trend, 'rising');
  assert.equal(moodCourse([at('angry', 0.8), at('angry', 0.7), at('pleased', 0.5)]).trend, 'falling');
  assert.equal(moodCourse([at('angry', 0.6), at('angry', 0.65)]).trend, 'steady');
  assert.equal(moodCourse([at('neutral', 0), at('neutral', 0), at('neutral', 0)]).trend, 'steady');
});

test('a first message full of anger counts as rising', () => {
  assert.equal(moodCourse([at('angry', 0.7)]).trend, 'rising');
  assert.equal(moodCourse([at('pleased', 0.6)]).trend, 'falling');
});

test('what was long ago weighs less than what was just before', () => {
  const calmed = [at('angry', 0.9), at('neutral', 0), at('neutral', 0), at('neutral', 0), at('anxious', 0.6)];
  assert.equal(moodCourse(calmed).trend, 'rising');
});

test('the peak is the most strained message, the latest of equals, and never a pleased one', () => {
  const moods = [at('anxious', 0.6), at('angry', 0.8), at('angry', 0.8), at('pleased', 0.9)];
  assert.deepEqual(moodCourse(moods).peak, { emotion: 'angry', intensity: 0.8, place: 2 });
  assert.deepEqual(moodCourse(moods).now, at('pleased', 0.9));
  assert.equal(moodCourse([at('pleased', 0.9)]).peak, null);
});

test('any course has a peak that is one of its moods', () => {
  const mood = fc
    .tuple(
      fc.constantFrom<Emotion>('angry', 'anxious', 'sad', 'surprised', 'pleased', 'neutral'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([emotion, intensity]) => at(emotion, intensity));
  fc.assert(
    fc.property(fc.array(mood, { maxLength: 30 }), (moods) => {
      const { peak } = moodCourse(moods);
      if (peak === null) return;
      const { place, ...point } = peak;
      assert.deepEqual(moods[place], point);
    }),
  );
});
