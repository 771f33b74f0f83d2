import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kind, ownPlaces } from './own-places.ts';

const kind = (slots: Record<string, number>): Kind => ({ slots: new Map(Object.entries(slots)) });
const everybody = kind({ ann: 4, bo: 4, chen: 4 });
const english = kind({ chen: 4 });
const nobody = kind({});

test('where all ask for the same, the place that counts is the place in line', () => {
  assert.deepEqual(ownPlaces([everybody, everybody, everybody]), [1, 2, 3]);
});

test('who can be served by others too counts by the share that is left for one’s own agents', () => {
  const line = [everybody, everybody, everybody, english, everybody];
  assert.deepEqual(ownPlaces(line), [1, 2, 3, 2, 5]);
});

test('who needs one’s own agents counts in full, and whom nobody can serve keeps nobody waiting', () => {
  assert.deepEqual(ownPlaces([english, english, everybody]), [1, 2, 3]);
  assert.deepEqual(ownPlaces([nobody, nobody, english, nobody]), [1, 2, 1, 3]);
});
